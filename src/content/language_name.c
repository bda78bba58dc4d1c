/* What languages are called, and which one a desktop asks for. */
#include "content/languages.h"

#include <ctype.h>
#include <string.h>

static const struct {
    const char *tag, *name;
} names[] = {
    {"ar", "العربية"},
    {"bg", "Български"},
    {"ca", "Català"},
    {"cs", "Čeština"},
    {"da", "Dansk"},
    {"de", "Deutsch"},
    {"el", "Ελληνικά"},
    {"en", "English"},
    {"es", "Español"},
    {"et", "Eesti"},
    {"eu", "Euskara"},
    {"fa", "فارسی"},
    {"fi", "Suomi"},
    {"fr", "Français"},
    {"ga", "Gaeilge"},
    {"gl", "Galego"},
    {"he", "עברית"},
    {"hr", "Hrvatski"},
    {"hu", "Magyar"},
    {"is", "Íslenska"},
    {"it", "Italiano"},
    {"lt", "Lietuvių"},
    {"lv", "Latviešu"},
    {"nb", "Norsk bokmål"},
    {"nl", "Nederlands"},
    {"nn", "Nynorsk"},
    {"pl", "Polski"},
    {"pt", "Português"},
    {"pt-br", "Português (Brasil)"},
    {"ro", "Română"},
    {"ru", "Русский"},
    {"sk", "Slovenčina"},
    {"sl", "Slovenščina"},
    {"so", "Soomaali"},
    {"sr", "Српски"},
    {"sv", "Svenska"},
    {"sw", "Kiswahili"},
    {"tr", "Türkçe"},
    {"uk", "Українська"},
    {"ur", "اردو"},
};

const char *language_name(const char *tag)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].tag, tag) == 0)
            return names[i].name;
    }
    return tag;
}

/* "es_ES.UTF-8@euro" is "es-es"; longer ones than we can have are none. */
static void tag_of_wish(const char *wish, char *tag)
{
    size_t length = strcspn(wish, ".@:");
    length = length < LANGUAGE_BYTES ? length : 0;
    for (size_t i = 0; i < length; i++)
        tag[i] = (char)(wish[i] == '_' ? '-' : tolower((unsigned char)wish[i]));
    tag[length] = '\0';
}

const char *languages_of_desktop(const Languages *languages, const char *wish)
{
    char tag[LANGUAGE_BYTES];
    tag_of_wish(wish, tag);
    for (int part = 0; part < 2; part++) {
        for (size_t i = 0; i < languages_count(languages); i++) {
            if (strcmp(languages_at(languages, i), tag) == 0)
                return languages_at(languages, i);
        }
        tag[strcspn(tag, "-")] = '\0'; /* Spanish of any country rather than none */
    }
    return NULL;
}
