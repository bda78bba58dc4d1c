/* What tests of signing in do again and again: somebody who signs in, shown right and wrong. */
#ifndef TESTS_SCREEN_SIGNING_H
#define TESTS_SCREEN_SIGNING_H

#include "screen/house.h"

#define ROW_T1 "kite shell kite"
#define ROW_T2 "kite shell kite boot"
#define PIN "739150"

const Case *family_of(House *house);
/* Presses by what it does, in anybody's wording; `item` NULL: the first one. Never a field. */
void act(House *house, const char *verb, const char *item);
bool offers(House *house, const char *verb);
void show_row(House *house, const char *row);
void type_secret(House *house, const char *secret);
/* As the person would: pictures one by one, all else typed; and sent off. */
void show(House *house, SignInWay way, const char *secret);
void add(House *house, Id id, Tier tier, const char *name);
/* From now on the person signs in with this. */
void keep(House *house, Id person, SignInWay way, const char *secret);
/* Ash of this tier signs in with ROW_T1 or ROW_T2. */
Id open_ash(House *house, Tier tier, bool data);
void to_sign_in(House *house);
void wrong(House *house); /* of four pictures */
/* From the page that asks: by the helper, `verb` "let" or "let-away". */
void let_in(House *house, const char *passphrase, const char *verb);

#endif
