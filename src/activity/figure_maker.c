/* The maker's page: the figure, the choices of one part, and the ways on. Everything pressed is a
 * tool that holds what comes of it: the next figure's code, or the next part. */
#include "activity/figure_maker.h"

#include <string.h>

enum { PARTS_SHOWN = FIGURE_PARTS + 1, EXTRAS_PART = FIGURE_PARTS, CHOICES_MAX = 32 };

/* In the order a person is described in. */
static const FigurePart order[] = {FIGURE_AGE,        FIGURE_SKIN,    FIGURE_HAIR,
                                   FIGURE_HAIR_COLOR, FIGURE_CLOTHES, FIGURE_CLOTHES_COLOR};

typedef struct Choice {
    const char *id; /* of its words */
    Figure figure;  /* with it, or of an extra that is there: without */
    bool chosen;
} Choice;

static const char *word(const FigureMaker *maker, Tree *tree, const char *id)
{
    return maker->word(maker->context, tree->arena, id);
}

/* Behind "slot-2 " when that is who is made: "figure/bcgaed", or a part and a set of it, "2.0". */
static const char *held(const FigureMaker *maker, int which)
{
    const char *tool = maker->tools ? maker->tools->held[which] : "", *space = strchr(tool, ' ');
    size_t length = strlen(maker->whom);
    bool theirs =
        space && (size_t)(space - tool) == length && memcmp(tool, maker->whom, length) == 0;
    return theirs ? space + 1 : "";
}

static Figure figure_now(const FigureMaker *maker)
{
    Figure figure = maker->first;
    (void)figure_parse(held(maker, MAKER_CODE), &figure);
    return figure;
}

typedef struct Part {
    int part; /* of `order`, or EXTRAS_PART */
    int set;  /* where there are more choices than the tier has at once */
} Part;

static Part part_shown(const FigureMaker *maker)
{
    const char *part = held(maker, MAKER_PART);
    bool good = strlen(part) == 3 && part[0] >= '0' && part[0] < '0' + PARTS_SHOWN &&
                part[2] >= '0' && part[2] <= '9';
    return good ? (Part){part[0] - '0', part[2] - '0'} : (Part){0, 0};
}

static Action hold(const FigureMaker *maker, Tree *tree, const Figure *figure)
{
    char name[FIGURE_NAME_MAX];
    figure_print(figure, name);
    return action_of("tool", arena_format(tree->arena, "%s %s", maker->whom, name), MAKER_CODE);
}

static const char *picture_of(Tree *tree, const Figure *figure)
{
    char name[FIGURE_NAME_MAX];
    figure_print(figure, name);
    return tree_string(tree, name);
}

/* ---- what there is to choose from ---- */

/* What covers hair has colors of its own. */
static const char *group_of(const Figure *figure, FigurePart part)
{
    return part == FIGURE_HAIR_COLOR && figure_covered(figure) ? "cover-color"
                                                               : figure_part_id(part);
}

static int part_choices(const Figure *figure, FigurePart part, Tree *tree, Choice *out)
{
    int count = figure_choices(part);
    for (int i = 0; i < count; i++) {
        out[i] = (Choice){arena_format(tree->arena, "ui.figure.%s.%s", group_of(figure, part),
                                       figure_choice_id(part, i)),
                          *figure, figure->choice[part] == i};
        out[i].figure.choice[part] = (uint8_t)i;
    }
    return count;
}

static bool extra_fits(const Figure *figure, FigureExtra extra)
{
    switch (extra) {
    case FIGURE_BEARD: return figure->choice[FIGURE_AGE] >= FIGURE_AGE_TEEN;
    case FIGURE_PATTERN: return figure_covered(figure);
    default: return true;
    }
}

static int extra_choices(const Figure *figure, Tree *tree, Choice *out)
{
    int count = 0;
    for (FigureExtra extra = 0; extra < FIGURE_EXTRAS; extra++) {
        if (extra_fits(figure, extra)) {
            out[count] =
                (Choice){arena_format(tree->arena, "ui.figure.extra.%s", figure_extra_id(extra)),
                         *figure, figure_has(figure, extra)};
            out[count++].figure.extras ^= 1u << extra;
        }
    }
    return count;
}

/* ---- the page ---- */

/* An extra that is there is shown with it, and pressed to take it off. */
static void build_choice(const FigureMaker *maker, const Choice *choice, bool extra, int number,
                         Tree *tree, Node *grid)
{
    bool young = maker->tier <= TIER_T2;
    Figure now = figure_now(maker);
    Node *node = node_add(tree, grid, ROLE_CHOICE, arena_format(tree->arena, "choice-%d", number),
                          word(maker, tree, choice->id));
    node->look = LOOK_TILE;
    node->text = young ? NULL : node->name;
    node->type = TYPE_SMALL;
    node->text_align = ALIGN_CENTER;
    node->picture = picture_of(tree, extra && choice->chosen ? &now : &choice->figure);
    node->picture_size = young ? 144 : 104;
    node->layout.min_width = young ? 152 : 116;
    node->layout.max_width = 340;
    node->layout.pad_x = node->layout.pad_y = 8;
    node->action = hold(maker, tree, &choice->figure);
    node->state.chosen = choice->chosen;
}

static Action to_part(const FigureMaker *maker, Tree *tree, Part part)
{
    return action_of("tool",
                     arena_format(tree->arena, "%s %d.%d", maker->whom, part.part, part.set),
                     MAKER_PART);
}

static void build_more(const FigureMaker *maker, Part part, int sets, Tree *tree, Node *row)
{
    Part next = {part.part, (part.set + 1) % sets};
    Node *more = node_button(tree, row, LOOK_QUIET, word(maker, tree, "ui.figure.more"),
                             to_part(maker, tree, next));
    more->key = "more";
    more->icon = "icon/replay";
}

static void build_choices(const FigureMaker *maker, const Figure *figure, Part part, Tree *tree,
                          Node *parent)
{
    Choice choices[CHOICES_MAX];
    bool extra = part.part == EXTRAS_PART;
    int count = extra ? extra_choices(figure, tree, choices)
                      : part_choices(figure, order[part.part], tree, choices);
    int most = tier_limits(maker->tier)->choices;
    int sets = (count + most - 1) / most, first = part.set % sets * most;
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(maker->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.cross = ALIGN_STRETCH;
    row->layout.wrap = true;
    for (int i = first; i < count && i < first + most; i++) {
        build_choice(maker, &choices[i], extra, i, tree, row);
    }
    if (sets > 1) {
        build_more(maker, part, sets, tree, row);
    }
}

/* A part begins where its choice is seen. */
static Part entered(const FigureMaker *maker, const Figure *figure, int part)
{
    int most = tier_limits(maker->tier)->choices;
    return (Part){part, part == EXTRAS_PART ? 0 : figure->choice[order[part]] / most};
}

static Node *way(const FigureMaker *maker, Look look, const char *id, const char *icon,
                 Action action, Tree *tree, Node *row)
{
    Node *button = node_button(tree, row, look, word(maker, tree, id), action);
    button->key = tree_string(tree, id);
    button->icon = icon;
    return button;
}

/* Chance goes on from what is there, so that it can be pressed again and again. */
static Figure surprise(const Figure *figure)
{
    uint64_t seed = figure->extras + 1;
    for (FigurePart part = 0; part < FIGURE_PARTS; part++) {
        seed = seed * 31 + figure->choice[part];
    }
    return figure_by_chance(seed, figure->choice[FIGURE_AGE]);
}

static void build_ways(const FigureMaker *maker, const Figure *figure, int part, Tree *tree,
                       Node *parent)
{
    Figure other = surprise(figure);
    char name[FIGURE_NAME_MAX];
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->layout.gap = tier_limits(maker->tier)->gap_px;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    if (part > 0) {
        way(maker, LOOK_QUIET, "ui.figure.back", "icon/back",
            to_part(maker, tree, entered(maker, figure, part - 1)), tree, row);
    } else {
        way(maker, LOOK_QUIET, "ui.figure.leave", "icon/close", maker->leave, tree, row);
    }
    way(maker, LOOK_QUIET, "ui.figure.surprise", "icon/replay", hold(maker, tree, &other), tree,
        row);
    if (part < EXTRAS_PART) {
        way(maker, LOOK_SECONDARY, "ui.figure.next", "icon/next",
            to_part(maker, tree, entered(maker, figure, part + 1)), tree, row);
    }
    figure_print(figure, name);
    way(maker, LOOK_PRIMARY, "ui.figure.done", "icon/check",
        action_of(maker->done.verb, name, maker->done.value), tree, row);
}

void figure_maker_build(const FigureMaker *maker, Tree *tree, Node *parent)
{
    Figure figure = figure_now(maker);
    Part part = part_shown(maker);
    const char *heading =
        part.part == EXTRAS_PART
            ? "ui.figure.part.extra"
            : arena_format(tree->arena, "ui.figure.part.%s", group_of(&figure, order[part.part]));
    Node *page = node_group(tree, parent, AXIS_COLUMN);
    page->key = "maker";
    page->layout.gap = tier_limits(maker->tier)->gap_px;
    page->layout.cross = ALIGN_CENTER;
    Node *image =
        node_image(tree, page, picture_of(tree, &figure),
                   maker->who ? maker->who : word(maker, tree, "ui.figure.person"), 150, 180);
    image->key = "figure";
    Node *title = node_text(tree, page, TYPE_LEAD, word(maker, tree, heading));
    title->bold = true;
    build_choices(maker, &figure, part, tree, page);
    build_ways(maker, &figure, part.part, tree, page);
}

Figure figure_of_tier(Tier tier, uint64_t seed)
{
    static const int ages[TIER_COUNT] = {FIGURE_AGE_LITTLE, FIGURE_AGE_CHILD, FIGURE_AGE_CHILD,
                                         FIGURE_AGE_TEEN, FIGURE_AGE_ADULT};
    return figure_by_chance(seed, ages[tier]);
}
