#include "platform/fonts_look.h"

#include "platform/fonts.h"

#include <assert.h>

enum { PROBE_SIZE = 16 };

static bool is_drawn(Fonts *fonts, uint32_t character)
{
    FontFace face = fonts_face(fonts, &character, 1, FACE_NONE);
    TTF_Font *font = fonts_open(fonts, face, false, PROBE_SIZE);
    return font && TTF_GlyphIsProvided32(font, character);
}

bool fonts_look(const uint32_t *characters, size_t count, FontsLook *out, Error *error)
{
    assert(count <= 8 * sizeof out->undrawn);
    Fonts *fonts = fonts_new("Andika");
    bool ready = fonts_ready(fonts, error);
    if (ready) {
        *out = (FontsLook){.lacking = fonts_lacking(fonts)};
        for (size_t i = 0; i < count; i++) {
            out->undrawn |= is_drawn(fonts, characters[i]) ? 0 : 1u << i;
        }
    }
    fonts_free(fonts);
    return ready;
}
