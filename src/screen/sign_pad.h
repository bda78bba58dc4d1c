/* What a sign-in is shown with: pictures in fixed places, a keypad, or a field; and how far one is,
 * as shells that do not tell which. Asking and choosing share it. */
#ifndef SCREEN_SIGN_PAD_H
#define SCREEN_SIGN_PAD_H

#include "family/sign_in.h"
#include "screen/simple.h"

typedef struct SignPad {
    Tier tier;
    SignInWay way;
    bool shown; /* what was taken is on the screen: only while it is chosen */
    char secret[SIGN_IN_SECRET];
} SignPad;

/* Shells, one for each picture taken and a ring for each that is still wanted. Nothing for
 * others. */
void sign_pad_echo(const Screen *screen, const SignPad *pad, Tree *tree, Node *column);
void sign_pad_build(const Screen *screen, const SignPad *pad, Tree *tree, Node *parent);
/* True when it was for the pad: something was taken, taken back, or typed. */
bool sign_pad_hear(SignPad *pad, const UiEvent *event);
/* So many that there is nothing more to take. */
bool sign_pad_full(const SignPad *pad);
void sign_pad_clear(SignPad *pad);

#endif
