#include "reader/object.h"

static void component_begin(AtkComponentIface *face);
static void action_begin(AtkActionIface *face);

typedef struct CoveObjectPrivate {
    Shown shown;
} CoveObjectPrivate;

G_DEFINE_TYPE_WITH_CODE(CoveObject, cove_object, ATK_TYPE_OBJECT,
                        G_ADD_PRIVATE(CoveObject)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, component_begin)
                                G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, action_begin))

Shown *object_shown(gpointer object)
{
    return &((CoveObjectPrivate *)cove_object_get_instance_private(COVE_OBJECT(object)))->shown;
}

/* ---- the tree ---- */

static gint child_count(AtkObject *object)
{
    return (gint)object_shown(object)->children->len;
}

static AtkObject *child_at(AtkObject *object, gint index)
{
    GPtrArray *children = object_shown(object)->children;
    return index >= 0 && (guint)index < children->len
               ? g_object_ref(g_ptr_array_index(children, (guint)index))
               : NULL;
}

static AtkObject *above(AtkObject *object)
{
    return object_shown(object)->above;
}

static gint index_above(AtkObject *object)
{
    AtkObject *parent = object_shown(object)->above;
    guint index;
    bool there = parent && COVE_IS_OBJECT(parent) &&
                 g_ptr_array_find(object_shown(parent)->children, object, &index);
    return there ? (gint)index : parent ? 0 : -1;
}

/* ---- states ---- */

static const struct {
    unsigned state;
    AtkStateType type;
} told[] = {
    {READER_ACTS, ATK_STATE_FOCUSABLE},  {READER_ACTS, ATK_STATE_SENSITIVE},
    {READER_CHOSEN, ATK_STATE_CHECKED},  {READER_IN_HAND, ATK_STATE_SELECTED},
    {READER_FOCUSED, ATK_STATE_FOCUSED},
};

static bool is_pressable(ReaderRole role)
{
    return role >= READER_BUTTON && role <= READER_FIELD;
}

static AtkStateSet *states(AtkObject *object)
{
    const Shown *shown = object_shown(object);
    AtkStateSet *set = atk_state_set_new();
    if (shown->gone) {
        atk_state_set_add_state(set, ATK_STATE_DEFUNCT);
        return set;
    }
    atk_state_set_add_state(set, ATK_STATE_VISIBLE);
    atk_state_set_add_state(set, ATK_STATE_SHOWING);
    for (gsize i = 0; i < G_N_ELEMENTS(told); i++) {
        if (shown->states & told[i].state) {
            atk_state_set_add_state(set, told[i].type);
        }
    }
    if (!(shown->states & READER_DISABLED)) {
        atk_state_set_add_state(set, ATK_STATE_ENABLED);
    }
    if (!is_pressable(shown->role)) {
        atk_state_set_add_state(set, ATK_STATE_SENSITIVE);
    }
    if (shown->role == READER_CHOICE) {
        atk_state_set_add_state(set, ATK_STATE_CHECKABLE);
    }
    if (shown->role == READER_FIELD) {
        atk_state_set_add_state(set, ATK_STATE_EDITABLE);
        atk_state_set_add_state(set, ATK_STATE_SINGLE_LINE);
    }
    if (shown->role == READER_SCREEN) {
        atk_state_set_add_state(set, ATK_STATE_ACTIVE);
    }
    return set;
}

static void tell_states(AtkObject *object, unsigned before, unsigned now)
{
    for (gsize i = 0; i < G_N_ELEMENTS(told); i++) {
        if ((before ^ now) & told[i].state) {
            atk_object_notify_state_change(object, told[i].type, (now & told[i].state) != 0);
        }
    }
}

/* ---- where it is, and pressing it ---- */

static void extents(AtkComponent *component, gint *x, gint *y, gint *width, gint *height,
                    AtkCoordType type)
{
    const Shown *shown = object_shown(component), *top = shown;
    while (top->above && COVE_IS_OBJECT(top->above)) {
        top = object_shown(top->above);
    }
    bool on_display = type == ATK_XY_SCREEN;
    *x = shown->x - (on_display ? 0 : top->x);
    *y = shown->y - (on_display ? 0 : top->y);
    *width = shown->width;
    *height = shown->height;
}

static gboolean grab_focus(AtkComponent *component)
{
    const Shown *shown = object_shown(component);
    bool can = (shown->states & READER_ACTS) && !shown->gone;
    if (can) {
        wishes_add(shown->wishes, READER_FOCUS, shown->key, NULL);
    }
    return can;
}

static void component_begin(AtkComponentIface *face)
{
    face->get_extents = extents;
    face->grab_focus = grab_focus;
}

static gint action_count(AtkAction *action)
{
    return is_pressable(object_shown(action)->role) ? 1 : 0;
}

static gboolean act(AtkAction *action, gint index)
{
    const Shown *shown = object_shown(action);
    bool can = index == 0 && (shown->states & READER_ACTS) && !shown->gone;
    if (can) {
        wishes_add(shown->wishes, READER_PRESS, shown->key, NULL);
    }
    return can;
}

static const gchar *action_name(AtkAction *action, gint index)
{
    return index == 0 && action_count(action) ? "press" : NULL;
}

static void action_begin(AtkActionIface *face)
{
    face->get_n_actions = action_count;
    face->do_action = act;
    face->get_name = action_name;
}

/* ---- life ---- */

static AtkRole role_of(ReaderRole role)
{
    static const AtkRole roles[READER_ROLE_COUNT] = {
        [READER_SCREEN] = ATK_ROLE_FRAME,       [READER_HEADING] = ATK_ROLE_HEADING,
        [READER_TEXT] = ATK_ROLE_LABEL,         [READER_IMAGE] = ATK_ROLE_IMAGE,
        [READER_BUTTON] = ATK_ROLE_PUSH_BUTTON, [READER_CHOICE] = ATK_ROLE_CHECK_BOX,
        [READER_CARD] = ATK_ROLE_PUSH_BUTTON,   [READER_TARGET] = ATK_ROLE_PUSH_BUTTON,
        [READER_FIELD] = ATK_ROLE_ENTRY,        [READER_LIST] = ATK_ROLE_LIST,
        [READER_ITEM] = ATK_ROLE_LIST_ITEM,     [READER_REPLY] = ATK_ROLE_NOTIFICATION,
    };
    return roles[role];
}

static void finish(GObject *object)
{
    Shown *shown = object_shown(object);
    g_free(shown->key);
    g_free(shown->text);
    g_ptr_array_unref(shown->children);
    G_OBJECT_CLASS(cove_object_parent_class)->finalize(object);
}

static void cove_object_class_init(CoveObjectClass *class)
{
    AtkObjectClass *object = ATK_OBJECT_CLASS(class);
    object->get_n_children = child_count;
    object->ref_child = child_at;
    object->get_parent = above;
    object->get_index_in_parent = index_above;
    object->ref_state_set = states;
    G_OBJECT_CLASS(class)->finalize = finish;
}

static void cove_object_init(CoveObject *object)
{
    object_shown(object)->children = g_ptr_array_new_with_free_func(g_object_unref);
}

CoveObject *object_new(const ReaderNode *node, Wishes *wishes)
{
    GType type = node->role == READER_FIELD ? COVE_TYPE_FIELD : COVE_TYPE_OBJECT;
    CoveObject *object = g_object_new(type, NULL);
    Shown *shown = object_shown(object);
    shown->key = g_strdup(node->key);
    shown->text = g_strdup(node->text);
    shown->role = node->role;
    shown->wishes = wishes;
    atk_object_set_role(ATK_OBJECT(object), role_of(node->role));
    object_update(object, node);
    return object;
}

static void tell_text(CoveObject *object, const char *before, const char *now)
{
    if (strcmp(before, now) != 0) {
        g_signal_emit_by_name(object, "text-changed::delete", 0, (gint)g_utf8_strlen(before, -1));
        g_signal_emit_by_name(object, "text-changed::insert", 0, (gint)g_utf8_strlen(now, -1));
    }
}

void object_update(CoveObject *object, const ReaderNode *node)
{
    Shown *shown = object_shown(object);
    AtkObject *atk = ATK_OBJECT(object);
    unsigned before = shown->states;
    char *text = shown->text;
    bool moved = shown->caret != node->caret;
    shown->states = node->states;
    shown->x = node->x;
    shown->y = node->y;
    shown->width = node->width;
    shown->height = node->height;
    shown->caret = node->caret;
    shown->text = g_strdup(node->text);
    if (g_strcmp0(atk_object_get_name(atk), node->name) != 0) {
        atk_object_set_name(atk, node->name);
    }
    if (g_strcmp0(atk_object_get_description(atk), node->description) != 0) {
        atk_object_set_description(atk, node->description);
    }
    if (node->role == READER_FIELD) {
        tell_text(object, text, node->text);
    }
    if (node->role == READER_FIELD && moved) {
        g_signal_emit_by_name(object, "text-caret-moved", shown->caret);
    }
    g_free(text);
    tell_states(atk, before, node->states);
}

static void tell_child(CoveObject *object, const char *how, guint index, gpointer child)
{
    g_signal_emit_by_name(object, how, index, child);
}

void object_children(CoveObject *object, GPtrArray *children)
{
    Shown *shown = object_shown(object);
    GPtrArray *before = shown->children;
    shown->children = children;
    for (guint i = 0; i < before->len; i++) {
        gpointer child = g_ptr_array_index(before, i);
        if (!g_ptr_array_find(children, child, NULL)) {
            tell_child(object, "children-changed::remove", i, child);
        }
    }
    for (guint i = 0; i < children->len; i++) {
        gpointer child = g_ptr_array_index(children, i);
        object_shown(child)->above = ATK_OBJECT(object);
        if (!g_ptr_array_find(before, child, NULL)) {
            tell_child(object, "children-changed::add", i, child);
            atk_object_notify_state_change(child, ATK_STATE_SHOWING, TRUE);
        }
    }
    g_ptr_array_unref(before);
}

void object_leave(CoveObject *object)
{
    Shown *shown = object_shown(object);
    shown->gone = true;
    shown->above = NULL;
    shown->states = 0;
    atk_object_notify_state_change(ATK_OBJECT(object), ATK_STATE_DEFUNCT, TRUE);
}
