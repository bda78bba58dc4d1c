/* For kinds in which words of one's own may be given: the field, and what of it becomes a move. */
#ifndef ACTIVITY_OWN_WORDS_H
#define ACTIVITY_OWN_WORDS_H

#include "activity/kind.h"

typedef struct OwnWords {
    const char *item;               /* of the verb "own", for field and button */
    int most;                       /* bytes with the NUL */
    const char *name, *hint, *done; /* sentences of the program; NULL: the usual */
} OwnWords;

/* The field with its button. Returns the field. */
Node *own_words_build(const PlayContext *context, const PlayView *view, OwnWords words, Tree *tree,
                      Node *parent);
/* What was typed, tidied, as the move's text. False when there are no words in it. */
bool own_words_take(const UiEvent *event, size_t most, Move *out);
/* Copies the move's words into `out` (of `most` bytes, zeroed behind them). False when they are not
 * as own_words_take gives them. */
bool own_words_read(const Move *move, char *out, size_t most);

#endif
