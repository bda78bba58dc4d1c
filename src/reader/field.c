/* A field: what it holds can be read and written. */
#include "reader/object.h"

struct _CoveField {
    CoveObject parent_instance;
};

static void text_begin(AtkTextIface *face);
static void writing_begin(AtkEditableTextIface *face);

G_DEFINE_FINAL_TYPE_WITH_CODE(CoveField, cove_field, COVE_TYPE_OBJECT,
                              G_IMPLEMENT_INTERFACE(ATK_TYPE_TEXT, text_begin)
                                  G_IMPLEMENT_INTERFACE(ATK_TYPE_EDITABLE_TEXT, writing_begin))

static const char *held(gpointer field)
{
    return object_shown(field)->text;
}

static gint length(AtkText *text)
{
    return (gint)g_utf8_strlen(held(text), -1);
}

static gchar *part(AtkText *text, gint start, gint end)
{
    gint count = length(text);
    end = end < 0 || end > count ? count : end;
    start = CLAMP(start, 0, end);
    return g_utf8_substring(held(text), start, end);
}

static gunichar character(AtkText *text, gint offset)
{
    return offset >= 0 && offset < length(text)
               ? g_utf8_get_char(g_utf8_offset_to_pointer(held(text), offset))
               : 0;
}

static gint caret(AtkText *text)
{
    return object_shown(text)->caret;
}

static gint selections(AtkText *text)
{
    (void)text;
    return 0;
}

/* Fields are one line: only characters are told apart. */
static gchar *piece(AtkText *text, gint offset, AtkTextGranularity by, gint *start, gint *end)
{
    bool one = by == ATK_TEXT_GRANULARITY_CHAR;
    *start = one ? CLAMP(offset, 0, length(text)) : 0;
    *end = one ? MIN(*start + 1, length(text)) : length(text);
    return part(text, *start, *end);
}

static void text_begin(AtkTextIface *face)
{
    face->get_text = part;
    face->get_character_count = length;
    face->get_character_at_offset = character;
    face->get_caret_offset = caret;
    face->get_n_selections = selections;
    face->get_string_at_offset = piece;
}

static void write_all(AtkEditableText *text, const gchar *string)
{
    const Shown *shown = object_shown(text);
    if ((shown->states & READER_ACTS) && !shown->gone) {
        wishes_add(shown->wishes, READER_WRITE, shown->key, string);
    }
}

static void insert(AtkEditableText *text, const gchar *string, gint size, gint *position)
{
    char *piece_in = g_strndup(string, size < 0 ? strlen(string) : (gsize)size);
    char *before = part(ATK_TEXT(text), 0, *position);
    char *after = part(ATK_TEXT(text), *position, -1);
    char *whole = g_strconcat(before, piece_in, after, NULL);
    *position += (gint)g_utf8_strlen(piece_in, -1);
    write_all(text, whole);
    g_free(whole);
    g_free(after);
    g_free(before);
    g_free(piece_in);
}

static void cut(AtkEditableText *text, gint start, gint end)
{
    char *before = part(ATK_TEXT(text), 0, start), *after = part(ATK_TEXT(text), end, -1);
    char *whole = g_strconcat(before, after, NULL);
    write_all(text, whole);
    g_free(whole);
    g_free(after);
    g_free(before);
}

static void writing_begin(AtkEditableTextIface *face)
{
    face->set_text_contents = write_all;
    face->insert_text = insert;
    face->delete_text = cut;
}

static void cove_field_class_init(CoveFieldClass *class)
{
    (void)class;
}

static void cove_field_init(CoveField *field)
{
    (void)field;
}
