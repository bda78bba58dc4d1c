/* Texts that were measured or drawn lately, with their lines and, once drawn, their mask. */
#ifndef PLATFORM_TEXT_CACHE_H
#define PLATFORM_TEXT_CACHE_H

#include "platform/canvas.h"
#include "platform/fonts.h"

typedef struct TextCache TextCache;

TextCache *text_cache_new(Fonts *fonts); /* borrows the fonts */
void text_cache_free(TextCache *cache);

Ruler text_cache_ruler(TextCache *cache);
void text_cache_draw(TextCache *cache, const Canvas *canvas, const char *text,
                     const TextStyle *style, Rect rect, Color color);
void text_cache_forget(TextCache *cache);        /* all of it */
size_t text_cache_bytes(const TextCache *cache); /* of all masks: tests ask */

#endif
