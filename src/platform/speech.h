/* Something to be said, as the platform is given it. */
#ifndef PLATFORM_SPEECH_H
#define PLATFORM_SPEECH_H

#include "ui/node.h"

typedef struct Speech {
    const char *text;
    const char *clip;     /* "<module>/<language>/<sentence>", "" for none */
    const char *language; /* "en" */
    const char *key;      /* of the node that is read, "" for none */
    int speed;            /* percent of the usual pace */
    int kind;             /* 0..3 */
    int volume;           /* 0..100 */
    SayTone tone;
    bool after; /* when all before it was said; else that ends */
} Speech;

#endif
