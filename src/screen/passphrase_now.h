/* The passphrase of now, asked before the ways in are changed: the room may stand open while the
 * helper is away for a moment. A wrong one waits as everywhere. */
#ifndef SCREEN_PASSPHRASE_NOW_H
#define SCREEN_PASSPHRASE_NOW_H

#include "screen/lock.h"

#include "vault/passphrase.h"

typedef struct PassphraseNow {
    char typed[PASSPHRASE_BYTES];
    char refusal[sizeof((Error *)NULL)->sentence];
    Work work;
} PassphraseNow;

/* The field, what came of it, and "go on". */
void passphrase_now_build(const Screen *screen, const PassphraseNow *now, Tree *tree, Node *panel);
/* True: it was right, and the typed one is overwritten. */
bool passphrase_now_hear(Screen *screen, PassphraseNow *now, const UiEvent *event);

#endif
