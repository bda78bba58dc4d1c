#include "reader/desktop.h"

#include <atk-bridge.h>

struct Desktop {
    CoveObject *program; /* the application; its one child is the screen */
    GHashTable *objects; /* key and role -> CoveObject *, owned */
    Wishes *wishes;
};

/* ATK asks for these through a class of its own: there is one program in a process. */
static AtkObject *root;

static AtkObject *get_root(void)
{
    return root;
}

static const gchar *get_toolkit(void)
{
    return "Pebble Cove";
}

static const gchar *get_version(void)
{
    return "1";
}

static void announce(void)
{
    AtkUtilClass *util = g_type_class_ref(ATK_TYPE_UTIL);
    util->get_root = get_root;
    util->get_toolkit_name = get_toolkit;
    util->get_toolkit_version = get_version;
    atk_bridge_adaptor_init(NULL, NULL);
}

Desktop *desktop_open(const char *program, Wishes *wishes)
{
    Desktop *desktop = g_new0(Desktop, 1);
    const ReaderNode node = {.key = "program", .name = program, .description = "", .text = ""};
    desktop->wishes = wishes;
    desktop->objects = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    desktop->program = object_new(&node, wishes);
    atk_object_set_role(ATK_OBJECT(desktop->program), ATK_ROLE_APPLICATION);
    root = ATK_OBJECT(desktop->program);
    announce();
    return desktop;
}

void desktop_close(Desktop *desktop)
{
    atk_bridge_adaptor_cleanup();
    root = NULL;
    g_hash_table_unref(desktop->objects);
    g_object_unref(desktop->program);
    g_free(desktop);
}

static char *identity(const ReaderNode *node)
{
    return g_strdup_printf("%d %s", (int)node->role, node->key);
}

/* The object of this node: the one of the last picture, or a new one. A reference. */
static CoveObject *object_of(Desktop *desktop, const ReaderNode *node)
{
    char *name = identity(node);
    CoveObject *object = g_hash_table_lookup(desktop->objects, name);
    g_free(name);
    if (object) {
        return g_object_ref(object);
    }
    return object_new(node, desktop->wishes);
}

static void leave(gpointer key, gpointer object, gpointer now)
{
    if (!g_hash_table_contains(now, key)) {
        object_leave(object);
    }
}

/* The objects of the nodes, in order; they become those of the screen. */
static GPtrArray *gather(Desktop *desktop, const ReaderPicture *picture)
{
    GHashTable *now = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    GPtrArray *objects = g_ptr_array_new();
    for (guint i = 0; i < picture->count; i++) {
        CoveObject *object = object_of(desktop, &picture->nodes[i]);
        g_ptr_array_add(objects, object);
        g_hash_table_insert(now, identity(&picture->nodes[i]), object);
    }
    g_hash_table_foreach(desktop->objects, leave, now);
    g_hash_table_unref(desktop->objects);
    desktop->objects = now;
    return objects;
}

static GPtrArray *children_of(const ReaderPicture *picture, GPtrArray *objects, int parent)
{
    GPtrArray *children = g_ptr_array_new_with_free_func(g_object_unref);
    for (guint i = 0; i < picture->count; i++) {
        if (picture->nodes[i].parent == parent) {
            g_ptr_array_add(children, g_object_ref(g_ptr_array_index(objects, i)));
        }
    }
    return children;
}

void desktop_show(Desktop *desktop, const ReaderPicture *picture)
{
    GPtrArray *objects = gather(desktop, picture);
    object_children(desktop->program, children_of(picture, objects, -1));
    for (guint i = 0; i < picture->count; i++) {
        object_children(g_ptr_array_index(objects, i), children_of(picture, objects, (int)i));
    }
    for (guint i = 0; i < picture->count; i++) {
        object_update(g_ptr_array_index(objects, i), &picture->nodes[i]);
    }
    g_ptr_array_unref(objects);
}
