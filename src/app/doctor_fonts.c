/* The letters: those the program draws with, those people can choose, and every script in use. */
#include "app/doctor.h"

#include "platform/fonts_look.h"
#include "ui/text_style.h"

/* One character stands for each: whoever has it has the others of its script. */
static const struct {
    uint32_t character;
    const char *name;
} scripts[] = {
    {0x00F1, "Latin letters with their marks"},
    {0x0639, "Arabic"},
    {0x05E9, "Hebrew"},
    {0x0416, "Cyrillic"},
    {0x2022, "the dots of a passphrase"},
};

enum { SCRIPTS = sizeof scripts / sizeof *scripts };

static const struct {
    const char *name, *package;
} families[FONT_FAMILY_COUNT] = {
    [FONT_ANDIKA] = {"Andika", "fonts-sil-andika"},
    [FONT_OPENDYSLEXIC] = {"OpenDyslexic", "fonts-opendyslexic"},
    [FONT_COMIC_NEUE] = {"Comic Neue", "fonts-comic-neue"},
};

static void say(Doctor *doctor, const FontsLook *look)
{
    for (int i = 0; i < FONT_FAMILY_COUNT; i++) {
        if (look->lacking & 1u << i) {
            doctor_say(doctor, DOCTOR_WARNING, "fonts",
                       "%s is not installed: whoever chose it reads the usual letters. Install %s.",
                       families[i].name, families[i].package);
        }
    }
    for (int i = 0; i < SCRIPTS; i++) {
        if (look->undrawn & 1u << i) {
            doctor_say(doctor, DOCTOR_WARNING, "fonts",
                       "No letters of this computer can show %s. Install fonts-noto-core.",
                       scripts[i].name);
        }
    }
    if (!look->lacking && !look->undrawn) {
        doctor_say(doctor, DOCTOR_WELL, "fonts",
                   "All letters people can choose are there, for every script in use.");
    }
}

void doctor_fonts(Doctor *doctor)
{
    uint32_t characters[SCRIPTS];
    FontsLook look;
    Error error = {0};
    for (int i = 0; i < SCRIPTS; i++) {
        characters[i] = scripts[i].character;
    }
    if (fonts_look(characters, SCRIPTS, &look, &error)) {
        say(doctor, &look);
    } else {
        doctor_say_error(doctor, DOCTOR_ERROR, "fonts", &error);
    }
}
