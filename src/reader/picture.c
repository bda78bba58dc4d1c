#include "reader/picture.h"

static const char *copy(ReaderPicture *picture, const char *text)
{
    return g_string_chunk_insert(picture->strings, text ? text : "");
}

ReaderPicture *picture_copy(const ReaderNode *nodes, size_t count)
{
    ReaderPicture *picture = g_new0(ReaderPicture, 1);
    picture->strings = g_string_chunk_new(4096);
    picture->nodes = g_new0(ReaderNode, count + 1);
    picture->count = (guint)count;
    for (guint i = 0; i < picture->count; i++) {
        ReaderNode *node = &picture->nodes[i];
        *node = nodes[i];
        node->key = copy(picture, node->key);
        node->name = copy(picture, node->name);
        node->description = copy(picture, node->description);
        node->text = copy(picture, node->text);
    }
    return picture;
}

void picture_free(ReaderPicture *picture)
{
    if (picture) {
        g_string_chunk_free(picture->strings);
        g_free(picture->nodes);
        g_free(picture);
    }
}
