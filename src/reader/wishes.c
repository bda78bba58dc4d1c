#include "reader/wishes.h"

void wishes_open(Wishes *wishes, const ReaderSetup *setup)
{
    wishes->queue = g_async_queue_new_full(g_free);
    wishes->asked = setup->asked;
    wishes->context = setup->context;
}

void wishes_close(Wishes *wishes)
{
    g_async_queue_unref(wishes->queue);
}

static void copy_whole(char *to, const char *text, gsize room)
{
    const char *end = NULL;
    gsize length = strlen(text);
    if (length >= room) {
        length = room - 1;
    }
    g_utf8_validate(text, (gssize)length, &end);
    length = (gsize)(end - text);
    memcpy(to, text, length);
    to[length] = '\0';
}

void wishes_add(Wishes *wishes, ReaderWish wish, const char *key, const char *text)
{
    ReaderAsk *ask = g_new0(ReaderAsk, 1);
    ask->wish = wish;
    g_strlcpy(ask->key, key, sizeof ask->key);
    copy_whole(ask->text, text ? text : "", sizeof ask->text);
    g_async_queue_push(wishes->queue, ask);
    wishes->asked(wishes->context);
}

bool wishes_take(Wishes *wishes, ReaderAsk *out)
{
    ReaderAsk *ask = g_async_queue_try_pop(wishes->queue);
    if (ask) {
        *out = *ask;
        g_free(ask);
    }
    return ask != NULL;
}
