/* What every screen stands on: the record and its keeper, the content, clock, ids. One value per
 * running program or sample; screens borrow it. No globals. */
#ifndef SCREEN_COVE_H
#define SCREEN_COVE_H

#include "base/clock.h"
#include "base/ids.h"
#include "content/languages.h"
#include "report/print.h"
#include "screen/closing.h"
#include "store/backup.h"
#include "store/opening.h"
#include "vault/vault.h"

/* Wrong passphrases make the next try wait. Lives as long as the program does. */
typedef struct Patience {
    int wrong;     /* in a row */
    int64_t until; /* ticks; 0: at once */
    int untold;    /* wrong ones that are not in the log yet */
} Patience;

/* The same for those who sign in at the door, each for themselves. In memory alone: a new start
 * forgets it, and needs the passphrase. */
enum { SIGN_IN_TRIERS = 16 };
typedef struct SignInTries {
    Id person; /* "": nobody's */
    Patience patience;
} SignInTries;

/* What is in the data folder, and whether it can be used now. */
typedef enum CoveState {
    COVE_NEW,      /* nothing */
    COVE_UNSEALED, /* a record that an earlier version did not lock */
    COVE_LOCKED,
    COVE_OPEN /* also the sample */
} CoveState;

typedef enum SafeSaid { SAFE_SAID_NOTHING, SAFE_SAID_MADE, SAFE_SAID_FAILED } SafeSaid;

/* For safekeeping.h. */
typedef struct Safekeeping {
    BackupRun *run; /* a backup that is being made; NULL: none */
    bool daily;     /* the day's backup was thought of since it was unlocked */
    SafeSaid said;  /* what came of the last one */
    Error fault;
    bool put_here; /* the record was restored or salvaged, and the log does not say so yet */
    Vault *rescue; /* the keys of a record that is damaged; NULL: none is */
} Safekeeping;

typedef struct Cove {
    Keeper *keeper;       /* NULL before anything is set up, and while it is locked */
    Vault *vault;         /* its keys, while it is open; NULL for the sample and in memory */
    Closing *closing;     /* the one before, while its disk does not answer; NULL: it is closed */
    Opening *opening;     /* a record that is being opened, with: */
    Vault *opening_vault; /* its keys; NULL: none is */
    int64_t keep_wait_ms; /* how long keeping waits for the disk, and opening for its end; 0: as
                           * usual. Longer where nobody sees the page that says so: tests, the tour
                           */
    VaultKind kind;       /* VAULT_TRIAL in tests and the tour: opens quickly, protects nothing */
    Patience patience;
    SignInTries sign_in_tries[SIGN_IN_TRIERS];
    Safekeeping safe;
    const char *paper_folder; /* where the recovery page is saved; NULL: nowhere */
    /* What makes PDF, opened by each asking; NULL where there is none. */
    const PrintModule *(*print)(const char *file);
    const char *print_file;
    /* The text of a picture for paper, free() it; `pictures` is its context. NULL: none is printed.
     */
    char *(*picture)(void *pictures, const char *name);
    void *pictures;
    const char *guide;    /* file of the helper's guide; NULL: there is none */
    Library *library;     /* in the language of whoever sits at the screen on top: tongue.h */
    Languages *languages; /* all of them; NULL: the library is the only one */
    Clock clock;
    IdSource ids;
    const char *data_folder; /* NULL: nothing may be written here (headless tests, sample) */
    bool sample;             /* looking around: the keeper's store is memory */
} Cove;

/* The small module every sitting uses: feelings check on arriving and leaving, the break's
 * breath. */
#define SITTING_MODULE "sitting"
#define SITTING_ARRIVE "arrive"
#define SITTING_LEAVE "leave"
#define SITTING_PAUSE "pause"

/* A word of the program itself for a tier, tokens filled; in the tree's arena. */
const char *cove_words(const Cove *cove, Arena *arena, Tier tier, const Tokens *tokens,
                       const char *id);

/* The same in the words of another library than whoever sits there has. */
const char *cove_words_in(const Library *library, Arena *arena, Tier tier, const Tokens *tokens,
                          const char *id);

/* What a module is called for this tier; its id when it has no words for that. Borrowed. */
const char *cove_module_title(const Cove *cove, const Module *module, Tier tier);

/* Keeps events. On failure the sentence stands in *error and nothing changed. */
bool cove_keep(Cove *cove, Event *events, size_t count, Error *error);

/* The event that freezes the words of a module of this library, unless the record has them. Returns
 * 1 and sets *frozen (free() it once the event is kept), or 0 and NULL. */
size_t cove_freeze(const Cove *cove, const Library *library, const Module *module, Event *out,
                   char **frozen);

CoveState cove_state(const Cove *cove);
/* Puts a new vault into data_folder (takes it over, also on failure), makes the record there,
 * sealing what an earlier version left, and opens it. */
bool cove_set_up(Cove *cove, Vault *vault, Error *error);
/* Opens the record with these keys (takes them over). When it is damaged, the keys wait for what
 * the helper decides: safekeeping.h. */
bool cove_open_record(Cove *cove, Vault *vault, Error *error);
/* With a passphrase or a recovery code. Takes about half a second; while a wrong one is waited for
 * it refuses at once. Nothing is written when it is wrong. */
bool cove_unlock(Cove *cove, const char *passphrase, Error *error);
bool cove_unlock_with_code(Cove *cove, const char *code, Error *error);
/* The same for screens, as it may take minutes when much has to be read: whether it was the
 * passphrase (or code) is known at once, the rest is asked for. */
bool cove_unlock_begin(Cove *cove, const char *secret, bool by_code, Error *error);
typedef enum CoveOpening { COVE_OPENING, COVE_OPENED, COVE_NOT_OPENED } CoveOpening;
CoveOpening cove_opening(Cove *cove, Error *error); /* after cove_unlock_begin, until it is over */
int cove_opening_percent(const Cove *cove);         /* of what has to be read */
void cove_opening_stop(Cove *cove);                 /* what was read is kept for the next time */
/* The keeper is closed; the record is read again with the keys that are open. On failure they are
 * closed too. */
bool cove_reopen(Cove *cove, Error *error);
/* Whether it is the passphrase of what is open; with the same patience. */
bool cove_is_passphrase(Cove *cove, const char *passphrase, Error *error);
/* A made-up family in memory: a helper, a case, children of 5, 8 and 14, a grown-up, activities
 * assigned. What was open is locked. */
bool cove_open_sample(Cove *cove, Error *error);
/* Keeper and keys are forgotten; the library stays the caller's. So does what a screen still has:
 * stage_lock closes those too. False: the disk does not answer, and a thread still waits for it
 * with what was done last; until it does, no record can be opened, and this may be asked again. */
bool cove_close(Cove *cove);

#endif
