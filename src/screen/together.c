#include "screen/together.h"

#include "activity/two.h"
#include "screen/screens.h"
#include "screen/simple.h"
#include "screen/sitting.h"

#include <stdio.h>

/* ---- beginning and ending ---- */

void together_begin(Cove *cove, Stage *stage, Id family, Id child, Id adult, Id assignment)
{
    Id sitting = id_new(&cove->ids);
    Event events[] = {{.type = EVENT_SITTING_STARTED,
                       .case_id = family,
                       .person_id = child,
                       .sitting_id = sitting,
                       .setting = SETTING_JOINT},
                      {.type = EVENT_JOINED, .sitting_id = sitting, .about_id = adult}};
    Error error = {0};
    if (!cove_keep(cove, events, 2, &error)) {
        stage_notice(stage, &error);
        return;
    }
    sitting_play(cove, stage, sitting, assignment);
}

void together_end(Cove *cove, Stage *stage, Id id, Seat by)
{
    const Record *record = keeper_record(cove->keeper);
    const PlayRecord *open = record_play_open(record, record_sitting(record, id));
    Ending how = by == SEAT_CHILD ? ENDING_STOPPED : ENDING_LEFT;
    Event events[3];
    size_t count = 0;
    if (open) {
        events[count++] = (Event){.type = EVENT_PLAY_ENDED, .play_id = open->id, .how = how};
    }
    events[count++] = (Event){.type = EVENT_JOINT_ENDED, .sitting_id = id, .seat = by};
    events[count++] = (Event){.type = EVENT_SITTING_ENDED, .sitting_id = id, .how = how};
    Error error = {0};
    if (!cove_keep(cove, events, count, &error)) {
        stage_notice(stage, &error);
        return;
    }
    stage_clear_to(stage, screen_goodbye(cove, stage, id));
}

bool together_hear(Screen *screen, Id id, const UiEvent *event)
{
    const Sitting *sitting = record_sitting(keeper_record(screen->cove->keeper), id);
    bool stop = frame_is_stop(event), end = heard_press(event, "end-together");
    if (!sitting->adult.text[0] || (!stop && !end)) {
        return false;
    }
    together_end(screen->cove, screen->stage, id, stop ? SEAT_CHILD : SEAT_ADULT);
    return true;
}

/* ---- two chairs ---- */

static bool low(const Screen *screen)
{
    float width, height;
    stage_size(screen->stage, &width, &height);
    return height < (screen->ops->tier(screen) == TIER_T1 ? 760 : 700); /* big things need room */
}

static Node *chair_layer(Tree *tree, Node *chair, const char *picture, int width, int height,
                         Align main)
{
    Node *holder = node_group(tree, chair, AXIS_COLUMN);
    holder->layout.main = main;
    holder->layout.cross = ALIGN_CENTER;
    return node_image(tree, holder, picture, "", width, height);
}

/* The person between the back of the chair and its seat. */
static void build_chair(const Person *person, Seat seat, int size, Tree *tree, Node *parent)
{
    const char *side = seat_id(seat);
    Node *chair = node_group(tree, parent, AXIS_STACK);
    chair->layout.width = chair->layout.height = size;
    chair_layer(tree, chair, arena_format(tree->arena, "joint/chair-back-%s", side), size, size,
                ALIGN_CENTER);
    chair_layer(tree, chair, person->picture, size * 62 / 100, size * 74 / 100, ALIGN_CENTER);
    chair_layer(tree, chair, arena_format(tree->arena, "joint/chair-seat-%s", side), size, size,
                ALIGN_CENTER);
}

static void build_shell(Seat seat, Tree *tree, Node *parent)
{
    Node *shell = node_image(tree, parent, "joint/shell", "", 40, 37);
    shell->key = arena_format(tree->arena, "turn-%s", seat_id(seat));
    shell->entrance = ENTER_DROP;
}

static void build_place(const Play *play, const Person *person, Seat seat, int size, Tree *tree,
                        Node *row)
{
    bool turn = play_seat(play) == seat, first = seat == SEAT_CHILD;
    Node *place = node_group(tree, row, AXIS_ROW);
    place->key = arena_format(tree->arena, "chair-%s", seat_id(seat));
    place->layout.gap = 8;
    place->layout.cross = ALIGN_CENTER;
    if (first) {
        build_chair(person, seat, size, tree, place);
    } else if (turn) {
        build_shell(seat, tree, place);
    }
    Node *name = node_text(tree, place, TYPE_LEAD, two_name(play_context(play), tree->arena, seat));
    name->bold = turn;
    if (!first) {
        build_chair(person, seat, size, tree, place);
    } else if (turn) {
        build_shell(seat, tree, place);
    }
}

/* Whose turn it is, in words; and the way to hand it over. */
static void build_turn(const Play *play, Tree *tree, Node *row)
{
    const PlayContext *context = play_context(play);
    Seat seat = play_seat(play);
    if (!play_can_hand_over(play)) {
        return;
    }
    Node *button =
        node_button(tree, row, LOOK_QUIET,
                    two_words(context, tree->arena, "ui.joint.hand-over", two_other(seat)),
                    action_of("hand-over", "", 0));
    button->key = "hand-over";
    button->icon = seat == SEAT_CHILD ? "icon/next" : "icon/back";
}

void together_chairs(const Screen *screen, Id sitting, const Play *play, Tree *tree, Node *body)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting, &sitter)) {
        return;
    }
    int size = low(screen) ? 52 : 72;
    bool cramped = stage_cramped(screen->stage);
    Node *parent = cramped ? body : tree_find_key(tree, "band");
    if (!cramped) {
        node_spacer(tree, parent);
    }
    Node *row = node_group(tree, parent, AXIS_ROW);
    row->key = "chairs";
    row->look = LOOK_SHEET;
    row->layout.gap = 16;
    row->layout.pad_x = 12;
    row->layout.pad_y = 4;
    row->layout.cross = ALIGN_CENTER;
    row->layout.main = ALIGN_CENTER;
    row->layout.wrap = true;
    build_place(play, sitter.person, SEAT_CHILD, size, tree, row);
    build_turn(play, tree, row);
    build_place(play, case_person(sitter.family, sitter.sitting->adult), SEAT_ADULT, size, tree,
                row);
}

/* ---- the adult's strip ---- */

void together_sheet(const Screen *screen, Node *body, Node *sheet)
{
    body->layout.gap = 8;
    body->layout.scroll = body->layout.scroll || low(screen);
    sheet->layout.grow = !body->layout.scroll;
    sheet->layout.min_height = 0;
}

static const Manner *adult_manner(const Screen *screen, const Sitter *sitter, Tree *tree)
{
    Manner *manner = arena_alloc(tree->arena, 1, sizeof *manner);
    PrefChoices choices =
        record_pref_choices(keeper_record(screen->cove->keeper), sitter->sitting->adult);
    *manner = stage_manner_of(screen->stage, &choices, TIER_AD);
    return manner;
}

/* In the adult's wording; {me} is the child. */
static const char *adult_words(const Screen *screen, const Sitter *sitter, Tree *tree,
                               const char *id)
{
    return cove_words(screen->cove, tree->arena, TIER_AD, &sitter->tokens, id);
}

static Node *build_strip(const Screen *screen, const Sitter *sitter, Tree *tree, Node *parent)
{
    const Person *adult = case_person(sitter->family, sitter->sitting->adult);
    Node *strip = node_group(tree, parent, AXIS_ROW);
    strip->key = "adult-strip";
    strip->name = tree_string(tree, adult->name);
    strip->look = LOOK_CARD;
    strip->manner = adult_manner(screen, sitter, tree);
    strip->layout.gap = 16;
    strip->layout.pad_x = 16;
    strip->layout.pad_y = 8;
    bool young = sitter->person->tier <= TIER_T2; /* as wide as the page above */
    strip->layout.max_width = strip->layout.width = young ? 1040 : 1000;
    strip->layout.cross = ALIGN_CENTER;
    node_image(tree, strip, adult->picture, "", 34, 40);
    node_text(tree, strip, TYPE_BODY, adult->name)->bold = true;
    return strip;
}

static const char *tip_words(const Play *play, Tree *tree)
{
    PlayContext adult = *play_context(play);
    adult.tier = TIER_AD;
    const char *tip = play_tip(play);
    return tip ? play_words(&adult, tree->arena, tip) : NULL;
}

void together_tip(const Screen *screen, Id sitting, const Play *play, Tree *tree, Node *parent)
{
    Sitter sitter;
    if (!sitter_find(screen->cove, sitting, &sitter)) {
        return;
    }
    const char *tip = tip_words(play, tree);
    Node *strip = build_strip(screen, &sitter, tree, parent);
    Node *words = node_text(tree, strip, TYPE_BODY,
                            tip ? tip : adult_words(screen, &sitter, tree, "ui.joint.follow"));
    words->key = "tip";
    words->layout.grow = 1;
    Node *end =
        node_button(tree, strip, LOOK_QUIET, adult_words(screen, &sitter, tree, "ui.joint.end"),
                    action_of("end-together", "", 0));
    end->key = "end-together";
}

void together_stopped(const Screen *screen, const Sitter *sitter, Tree *tree, Node *parent)
{
    if (sitter->sitting->ended_by != SEAT_CHILD) {
        return;
    }
    Node *strip = build_strip(screen, sitter, tree, parent);
    Node *words =
        node_text(tree, strip, TYPE_BODY, adult_words(screen, sitter, tree, "ui.joint.stopped"));
    words->layout.grow = 1;
}
