/* Which font draws a character, found with fontconfig and opened with SDL_ttf when first needed.
 * The files are looked up on a thread of their own while the window opens. */
#ifndef PLATFORM_FONTS_H
#define PLATFORM_FONTS_H

#include "base/error.h"
#include "ui/text_style.h"

#include <SDL_ttf.h>

#include <stdbool.h>
#include <stdint.h>

typedef struct Fonts Fonts;

/* One font file; small and kept for good. Faces are named by their index, 0 being the body face. */
typedef int FontFace;
enum { FACE_BODY = 0, FACE_NONE = -1 };

/* Starts looking for `family` and the fallbacks; fonts_ready waits for the end of it. */
Fonts *fonts_new(const char *family);
void fonts_free(Fonts *fonts);
/* False with the sentence when the family is not installed. */
bool fonts_ready(Fonts *fonts, Error *error);

/* The face of a family people can choose; the body face when it is not installed. */
FontFace fonts_of_family(const Fonts *fonts, FontFamily family);
unsigned fonts_lacking(const Fonts *fonts); /* bit per family that is not installed */

/* The first face that has all `count` characters; one that has the first of them; else the body
 * face. `hint` is tried first when it is not FACE_NONE. */
FontFace fonts_face(Fonts *fonts, const uint32_t *characters, size_t count, FontFace hint);
/* Borrowed, and only until the next call: few open fonts are kept. NULL when the file is gone. */
TTF_Font *fonts_open(Fonts *fonts, FontFace face, bool bold, int size);

#endif
