/* The page laid over everything by the cover key: a boat to colour in. Nothing of the family is on
 * it and nothing of it is kept. Holding the sun in the corner leads back. */
#include "screen/logging.h"
#include "screen/screens.h"
#include "screen/sign_in.h"
#include "screen/simple.h"

#include <string.h>

enum { HOLD_MS = 2000, BOX_WIDTH = 720, BOX_HEIGHT = 420, AROUND_WIDTH = 48, AROUND_HEIGHT = 152 };

/* Centre and size within the box, in dp. Between any two there is room for a small hand. */
typedef struct Area {
    const char *name, *picture;
    int x, y, width, height;
} Area;

static const Area areas[] = {
    {"ui.cover.cloud", "cover/cloud", 100, 80, 170, 96},
    {"ui.cover.small-sail", "cover/small-sail", 256, 126, 90, 160},
    {"ui.cover.sail", "cover/sail", 394, 106, 136, 200},
    {"ui.cover.sun", "cover/sun", 656, 64, 120, 120},
    {"ui.cover.boat", "cover/boat", 340, 266, 310, 84},
    {"ui.cover.fish", "cover/fish", 610, 238, 160, 96},
    {"ui.cover.sea", "cover/sea", 360, 370, 720, 88},
};
enum { AREA_COUNT = sizeof areas / sizeof *areas };
static const char *const way_back = "cover/sun"; /* key of its node */

static const struct {
    const char *name;
    unsigned dye; /* 0xRRGGBB */
} crayons[] = {
    {"ui.cover.blue", 0x6BB6C9},   {"ui.cover.green", 0x9CC28A},  {"ui.cover.yellow", 0xF2CE7E},
    {"ui.cover.orange", 0xE59A85}, {"ui.cover.purple", 0xB9A2CF}, {"ui.cover.white", 0xFFFFFF},
};
enum { CRAYON_COUNT = sizeof crayons / sizeof *crayons };

typedef struct CoverScreen {
    Screen screen;
    Visit visit;  /* of whom it is: their way of using the program holds */
    bool for_all; /* nothing of anybody lies under it */
    unsigned dyes[AREA_COUNT];
    int crayon;
    int64_t held_since; /* ticks; 0: the sun is not held */
} CoverScreen;

static CoverScreen *self(Screen *screen)
{
    return (CoverScreen *)(void *)screen;
}

static const CoverScreen *self_const(const Screen *screen)
{
    return (const CoverScreen *)(const void *)screen;
}

static Tier tier(const Screen *screen)
{
    (void)screen;
    return TIER_T2;
}

static Id person(const Screen *screen)
{
    return self_const(screen)->visit.person;
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    return cove_words(screen->cove, tree->arena, TIER_T2, NULL, id);
}

/* dp of the window for one dp of the box: the drawing is as large as the window lets it be. */
static float fit(const Screen *screen)
{
    float width, height, scale = stage_manner(screen->stage)->scale;
    stage_size(screen->stage, &width, &height);
    float across = (width / scale - AROUND_WIDTH) / BOX_WIDTH;
    float down = (height / scale - AROUND_HEIGHT) / BOX_HEIGHT;
    return across < down ? across : down;
}

static void build_area(const Screen *screen, Tree *tree, Node *box, int index)
{
    const Area *area = &areas[index];
    float size = fit(screen);
    Node *node = node_button(tree, box, LOOK_PLAIN, word(screen, tree, area->name),
                             action_of("dye", "", index));
    node->key = area->picture;
    node->text = NULL;
    node->picture = area->picture;
    node->tint = self_const(screen)->dyes[index];
    node->layout.width = (int)((float)area->width * size);
    node->layout.height = (int)((float)area->height * size);
    node->layout.at_x = 1000 * area->x / BOX_WIDTH;
    node->layout.at_y = 1000 * area->y / BOX_HEIGHT;
}

static void build_drawing(const Screen *screen, Tree *tree, Node *root)
{
    Node *box = node_group(tree, root, AXIS_FREE);
    box->layout.width = (int)(BOX_WIDTH * fit(screen));
    box->layout.height = (int)(BOX_HEIGHT * fit(screen));
    for (int i = 0; i < AREA_COUNT; i++) {
        build_area(screen, tree, box, i);
    }
}

static void build_crayon(const Screen *screen, Tree *tree, Node *row, int index)
{
    Node *node = node_add(tree, row, ROLE_CHOICE, crayons[index].name,
                          word(screen, tree, crayons[index].name));
    node->look = LOOK_CHIP;
    node->picture = "cover/crayon";
    node->picture_size = 48;
    node->layout.min_height = 80;
    node->tint = crayons[index].dye;
    node->action = action_of("crayon", "", index);
    node->state.chosen = self_const(screen)->crayon == index;
}

static void build(const Screen *screen, Tree *tree)
{
    Node *root = node_add(tree, NULL, ROLE_SCREEN, "cover", word(screen, tree, "ui.cover.title"));
    root->look = LOOK_PAPER;
    root->layout.axis = AXIS_COLUMN;
    root->layout.main = ALIGN_CENTER;
    root->layout.cross = ALIGN_CENTER;
    root->layout.gap = 16;
    root->layout.pad_x = root->layout.pad_y = 16;
    build_drawing(screen, tree, root);
    Node *row = simple_row(tree, root, 16);
    for (int i = 0; i < CRAYON_COUNT; i++) {
        build_crayon(screen, tree, row, i);
    }
}

static bool holding(const Screen *screen)
{
    const Focus *focus = stage_focus(screen->stage);
    const char *key = focus->down ? focus->pressed : focus->held;
    return strcmp(key, way_back) == 0;
}

static void come_back(CoverScreen *cover)
{
    cover->held_since = 0;
    if (cover->for_all) {
        log_uncovered(cover->screen.cove, cover->visit.person);
        stage_uncover(cover->screen.stage);
    } else {
        visit_ask(cover->screen.cove, cover->screen.stage, &cover->visit);
    }
}

static void follow_hold(CoverScreen *cover, int64_t now)
{
    if (!holding(&cover->screen)) {
        cover->held_since = 0;
    } else if (cover->held_since == 0) {
        cover->held_since = now;
    } else if (now - cover->held_since >= HOLD_MS) {
        come_back(cover);
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    CoverScreen *cover = self(screen);
    if (heard_press(event, "crayon")) {
        cover->crayon = event->action.value;
    } else if (heard_press(event, "dye")) {
        cover->dyes[event->action.value] = crayons[cover->crayon].dye;
    } else if (event->type == UI_TICK) {
        follow_hold(cover, event->now);
    }
}

/* One more tick after the hand has let go. */
static bool moving(const Screen *screen)
{
    return holding(screen) || self_const(screen)->held_since != 0;
}

static const ScreenOps ops = {.name = "cover",
                              .build = build,
                              .hear = hear,
                              .tier = tier,
                              .person = person,
                              .moving = moving};

bool screen_is_cover(const Screen *screen)
{
    return screen->ops == &ops;
}

Screen *screen_cover(Cove *cove, Stage *stage, const Visit *visit)
{
    CoverScreen *cover = memory_new(1, sizeof *cover);
    cover->screen = (Screen){&ops, cove, stage};
    cover->for_all = visit == NULL;
    cover->visit = visit ? *visit : (Visit){.why = VISIT_UNCOVER};
    return &cover->screen;
}
