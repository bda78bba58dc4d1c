/* Every screen's constructor. Arguments show what a screen needs; screens copy them. */
#ifndef SCREEN_SCREENS_H
#define SCREEN_SCREENS_H

#include "report/case_forms.h"
#include "screen/assigning.h"
#include "screen/sign_in.h"
#include "screen/stage.h"

Screen *screen_door(Cove *cove, Stage *stage);
/* A page to color in; see stage_cover. `visit`: what is covered; NULL: nothing of anybody. */
Screen *screen_cover(Cove *cove, Stage *stage, const Visit *visit);
bool screen_is_cover(const Screen *screen);
Screen *screen_setup(Cove *cove, Stage *stage);

/* the lock */
typedef enum PassphraseFor {
    PASSPHRASE_SET_UP,
    PASSPHRASE_OLD,
    PASSPHRASE_CHANGE,
    PASSPHRASE_REWRAP /* with a new recovery page and another master key */
} PassphraseFor;
Screen *screen_unlock(Cove *cove, Stage *stage); /* leads into the helper's room */
Screen *screen_unlock_notes(Cove *cove, Stage *stage, Id sitting); /* to the notes after it */
/* A first one for this computer or for a record that is not locked yet, or another one. `name`: of
 * a new helper, or "". */
Screen *screen_passphrase(Cove *cove, Stage *stage, PassphraseFor why, const char *name);
/* Takes a vault that has no place yet over; NULL: the code is for the one that is open. */
Screen *screen_recovery(Cove *cove, Stage *stage, Vault *vault, const Recovery *code,
                        const char *name);
/* The open one gets this passphrase, this code and another master key, once the code is confirmed.
 */
Screen *screen_recovery_rewrap(Cove *cove, Stage *stage, const char *passphrase,
                               const Recovery *code);
/* The passphrase of now, and then another one, or another recovery page. */
typedef enum WayIn { WAY_PASSPHRASE, WAY_RECOVERY } WayIn;
Screen *screen_passphrase_now(Cove *cove, Stage *stage, WayIn way);
typedef enum RewrapStep { REWRAP_ASK, REWRAP_DONE } RewrapStep;
Screen *screen_rewrap(Cove *cove, Stage *stage, RewrapStep step);
Screen *screen_helper_lock(Cove *cove, Stage *stage);

/* signing in; see sign_in.h */
Screen *screen_sign_ask(Cove *cove, Stage *stage, const Visit *visit);
Screen *screen_sign_let(Cove *cove, Stage *stage, const Visit *visit); /* the helper's passphrase */
/* The person chooses one, the helper beside. Leads to the door. */
Screen *screen_sign_new(Cove *cove, Stage *stage, Id family, Id person);
Screen *screen_helper_sign_in(Cove *cove, Stage *stage, Id family, Id person);

/* safekeeping */
Screen *screen_helper_safekeeping(Cove *cove, Stage *stage); /* also while the record is damaged */
Screen *screen_helper_backup(Cove *cove, Stage *stage, const Backup *backup); /* to go back to */
Screen *screen_damaged(Cove *cove, Stage *stage); /* the record is, and its keys are open */

/* helper */
Screen *screen_helper_room(Cove *cove, Stage *stage);
Screen *screen_helper_case(Cove *cove, Stage *stage, Id family);
Screen *screen_helper_person(Cove *cove, Stage *stage, Id family); /* add a person */
/* What was noted of a case and its people: to read, and each group of facts to change. */
Screen *screen_helper_file(Cove *cove, Stage *stage, Id family);
Screen *screen_helper_fact(Cove *cove, Stage *stage, Id family, const FactGroup *group,
                           const FactSubject *subject);
/* Whose consent the work needs, what is missing, and each adult's and child's own page for it. */
Screen *screen_helper_consent(Cove *cove, Stage *stage, Id family);
Screen *screen_consent(Cove *cove, Stage *stage, Id family, Id adult); /* the adult's own */
/* A form of the case, to look at and save. */
Screen *screen_helper_form(Cove *cove, Stage *stage, CaseForm which, Id family, Id person);
/* What can leave a case, and what has left it. */
Screen *screen_helper_export(Cove *cove, Stage *stage, Id family);
/* A complete copy of what one person did, for that person or by law. */
Screen *screen_helper_own_copy(Cove *cove, Stage *stage, Id family, Id person);
/* A report about a child, and its pages before they are saved. */
Screen *screen_helper_report(Cove *cove, Stage *stage, Id family, Id child);
Screen *screen_helper_pages(Cove *cove, Stage *stage, const ReportWish *wish);
/* What a child wished to have shown of a play, to be released. */
Screen *screen_helper_share(Cove *cove, Stage *stage, Id family, Id child, Id play);
/* Joint play of a child and one adult of the case. */
Screen *screen_helper_together(Cove *cove, Stage *stage, Id family, Id child);
Screen *screen_helper_assign(Cove *cove, Stage *stage, Id family, Id person);
/* The same, for what a child plays with an adult. */
Screen *screen_helper_assign_joint(Cove *cove, Stage *stage, Id family, Id child);
/* An activity as a sheet of paper, for whom it could be given. */
Screen *screen_helper_print(Cove *cove, Stage *stage, const GiveWish *give, const char *module,
                            const char *activity);
/* The words of one activity, to be changed; NULL where they stay as they are. */
Screen *screen_helper_wording(Cove *cove, Stage *stage, const GiveWish *wish, const char *module,
                              const char *activity);
/* What each person of the case was given, side by side. */
Screen *screen_helper_balance(Cove *cove, Stage *stage, Id family);
/* Before it is given; NULL when there is no such sequence (sequencing.h). */
Screen *screen_helper_sequence(Cove *cove, Stage *stage, const GiveWish *wish, const char *key);
/* Cards to take home of a finished play; the practice's contact card for a family. */
Screen *screen_helper_cards(Cove *cove, Stage *stage, Id play);
Screen *screen_helper_contact(Cove *cove, Stage *stage, Id family);
Screen *screen_helper_timeline(Cove *cove, Stage *stage, Id family, Id person);
Screen *screen_helper_change(Cove *cove, Stage *stage, Id family, Id person);
Screen *screen_helper_sitting(Cove *cove, Stage *stage, Id sitting);
Screen *screen_helper_replay(Cove *cove, Stage *stage, Id play);
/* Of one person; family and person "" for the helper's own. */
Screen *screen_settings(Cove *cove, Stage *stage, Id family, Id person);
Screen *screen_helper_unavailable(Cove *cove, Stage *stage);
Screen *screen_helper_guide(Cove *cove, Stage *stage); /* cove->guide, to read */
Screen *screen_helper_keys(Cove *cove, Stage *stage);  /* what each key does; also for others */
bool screen_is_keys(const Screen *screen);
Screen *screen_helper_log(Cove *cove, Stage *stage);     /* who looked at what */
Screen *screen_helper_keeping(Cove *cove, Stage *stage); /* how long cases are kept */
Screen *screen_helper_erase(Cove *cove, Stage *stage, Id family);
/* Of a case or a person that was erased. */
Screen *screen_certificate(Cove *cove, Stage *stage, Id erased);

/* child and parent, within a sitting */
Screen *screen_assent(Cove *cove, Stage *stage, Id sitting); /* what a child is asked first */
Screen *screen_cove(Cove *cove, Stage *stage, Id sitting);
Screen *screen_place(Cove *cove, Stage *stage, Id sitting, const char *module);
Screen *screen_play(Cove *cove, Stage *stage, Id play);
Screen *screen_break(Cove *cove, Stage *stage, Id sitting);
Screen *screen_not_ok(Cove *cove, Stage *stage, Id sitting);
Screen *screen_pebble(Cove *cove, Stage *stage, Id sitting);
Screen *screen_figure(Cove *cove, Stage *stage, Id sitting); /* how the person looks */
Screen *screen_own_settings(Cove *cove, Stage *stage, Id sitting);
Screen *screen_share(Cove *cove, Stage *stage,
                     Id sitting); /* a child: what may be shown, to whom */
/* Of an adult's desk: a note to the helper; how one of their goals is today. */
Screen *screen_parent_note(Cove *cove, Stage *stage, Id sitting);
Screen *screen_parent_goal(Cove *cove, Stage *stage, Id sitting, Id goal);
Screen *screen_goodbye(Cove *cove, Stage *stage, Id sitting);

#endif
