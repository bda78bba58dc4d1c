/* The module's thread: it talks to the desktop, so that the program never waits for it. It sleeps
 * until the program shows something or the screen reader asks. */
#include "reader/desktop.h"

#include <gio/gio.h>

enum { ASK_MS = 2000 };

struct Reader {
    char *program;
    bool always;
    Wishes wishes;
    GThread *thread;
    GMainLoop *loop;
    GMutex lock;
    ReaderPicture *next; /* the latest picture, not shown yet; NULL: none. Under the lock */
    Desktop *desktop;    /* of the thread */
};

/* Whether a screen reader is on, as the desktop says it (AT-SPI's org.a11y.Status). */
static bool is_wanted(void)
{
    GDBusConnection *bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, NULL);
    GVariant *answer =
        bus ? g_dbus_connection_call_sync(
                  bus, "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Get",
                  g_variant_new("(ss)", "org.a11y.Status", "ScreenReaderEnabled"),
                  G_VARIANT_TYPE("(v)"), G_DBUS_CALL_FLAGS_NONE, ASK_MS, NULL, NULL)
            : NULL;
    GVariant *value = NULL;
    if (answer) {
        g_variant_get(answer, "(v)", &value);
        g_variant_unref(answer);
    }
    bool wanted = value && g_variant_is_of_type(value, G_VARIANT_TYPE_BOOLEAN) &&
                  g_variant_get_boolean(value);
    g_clear_pointer(&value, g_variant_unref);
    g_clear_object(&bus);
    return wanted;
}

static gboolean show_next(gpointer context)
{
    Reader *reader = context;
    g_mutex_lock(&reader->lock);
    ReaderPicture *picture = g_steal_pointer(&reader->next);
    g_mutex_unlock(&reader->lock);
    if (picture && reader->desktop) {
        desktop_show(reader->desktop, picture);
    }
    picture_free(picture);
    return G_SOURCE_REMOVE;
}

static gpointer live(gpointer context)
{
    Reader *reader = context;
    if (reader->always || is_wanted()) {
        reader->desktop = desktop_open(reader->program, &reader->wishes);
    }
    g_main_loop_run(reader->loop);
    if (reader->desktop) {
        desktop_close(reader->desktop);
    }
    return NULL;
}

static void post(Reader *reader, GSourceFunc function)
{
    GSource *source = g_idle_source_new();
    g_source_set_callback(source, function, reader, NULL);
    g_source_attach(source, NULL);
    g_source_unref(source);
}

static Reader *reader_open(const ReaderSetup *setup)
{
    Reader *reader = g_new0(Reader, 1);
    reader->program = g_strdup(setup->program);
    reader->always = setup->always;
    wishes_open(&reader->wishes, setup);
    g_mutex_init(&reader->lock);
    reader->loop = g_main_loop_new(NULL, FALSE);
    reader->thread = g_thread_new("reader", live, reader);
    return reader;
}

static void reader_show(Reader *reader, const ReaderNode *nodes, size_t count)
{
    ReaderPicture *picture = picture_copy(nodes, count);
    g_mutex_lock(&reader->lock);
    bool waiting = reader->next != NULL;
    picture_free(reader->next);
    reader->next = picture;
    g_mutex_unlock(&reader->lock);
    if (!waiting) {
        post(reader, show_next);
    }
}

static bool reader_take(Reader *reader, ReaderAsk *out)
{
    return wishes_take(&reader->wishes, out);
}

static gboolean stop(gpointer context)
{
    g_main_loop_quit(((Reader *)context)->loop);
    return G_SOURCE_REMOVE;
}

static void reader_close(Reader *reader)
{
    post(reader, stop);
    g_thread_join(reader->thread);
    g_main_loop_unref(reader->loop);
    g_mutex_clear(&reader->lock);
    picture_free(reader->next);
    wishes_close(&reader->wishes);
    g_free(reader->program);
    g_free(reader);
}

G_MODULE_EXPORT const ReaderModule pebblecove_reader_module = {
    .version = READER_VERSION,
    .open = reader_open,
    .show = reader_show,
    .take = reader_take,
    .close = reader_close,
};
