#include "screen/jar.h"

enum {
    JAR_WIDTH = 240, /* as pebble/jar.svg is drawn */
    JAR_HEIGHT = 320,
    JAR_FLOOR = 268, /* where the middle of the lowest pebbles lies */
    JAR_MIDDLE = 120
};

typedef struct Heap {
    int room;   /* pebbles up to the neck of the jar */
    int row;    /* in a row; every other row has one less */
    int across; /* from one to the next, in the jar's own measures */
    int up;     /* from one row to the next */
    int width, height;
} Heap;

/* The more there are, the smaller they are drawn, so that all are there. */
static const Heap heaps[] = {
    {13, 3, 52, 36, 64, 51}, {25, 4, 38, 25, 47, 38}, {41, 5, 31, 19, 37, 30}};

enum { HEAPS = sizeof heaps / sizeof *heaps };

static const Heap *heap_for(size_t count)
{
    size_t heap = 0;
    while (heap + 1 < HEAPS && count > (size_t)heaps[heap].room) {
        heap++;
    }
    return &heaps[heap];
}

/* Rows lie in the gaps of those below. The unevenness is the same every time. */
static void place_of(const Heap *heap, int index, int *x, int *y)
{
    int row = 0, room = heap->row;
    while (index >= room) {
        index -= room;
        row++;
        room = heap->row - row % 2;
    }
    int column = (index + room / 2) % room; /* the middle first */
    *x = JAR_MIDDLE + heap->across * (2 * column - (room - 1)) / 2 + (row * 5 + index * 7) % 5 - 2;
    *y = JAR_FLOOR - heap->up * row - (index * 3 + row) % 4;
}

static void build_pebble(const char *name, const Heap *heap, int index, int height, Tree *tree,
                         Node *jar, bool dropping)
{
    int x, y;
    place_of(heap, index, &x, &y);
    Node *pebble =
        node_image(tree, jar, arena_format(tree->arena, "pebble/%s", name), "",
                   heap->width * height / JAR_HEIGHT, heap->height * height / JAR_HEIGHT);
    pebble->layout.at_x = 1000 * x / JAR_WIDTH;
    pebble->layout.at_y = 1000 * y / JAR_HEIGHT;
    if (dropping) {
        pebble->key = "pebble-last";
        pebble->entrance = ENTER_DROP;
    }
}

/* A full jar shows the newest. */
void jar_build(const Cove *cove, Id person, bool dropping, int height, Tree *tree, Node *parent)
{
    const Record *record = keeper_record(cove->keeper);
    size_t all = record_pebbles(record, person, NULL, 0);
    char(*names)[ID_MAX] = arena_alloc(tree->arena, all + 1, sizeof *names);
    const Heap *heap = heap_for(all);
    int count = all < (size_t)heap->room ? (int)all : heap->room;
    size_t first = record_pebbles(record, person, names, all) - (size_t)count;
    Node *jar = node_group(tree, parent, AXIS_FREE);
    jar->layout.width = jar->layout.min_width = JAR_WIDTH * height / JAR_HEIGHT;
    jar->layout.height = jar->layout.min_height = height;
    for (int i = 0; i < count; i++) {
        build_pebble(names[first + (size_t)i], heap, i, height, tree, jar,
                     dropping && i == count - 1);
    }
    Node *glass = node_image(tree, jar, "pebble/jar", "", jar->layout.width, height);
    glass->layout.at_x = glass->layout.at_y = 500;
}
