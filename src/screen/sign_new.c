/* A person chooses what they sign in with, the helper beside: an animal of their own, the pictures,
 * word, PIN or phrase, and the same once more. It leads to the door, not back to the helper's room:
 * whoever sits here now is not the helper. */
#include "screen/screens.h"
#include "screen/sign_animals.h"
#include "screen/sign_pad.h"
#include "screen/sign_page.h"

#include "vault/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum Step { STEP_ANIMAL, STEP_CHOOSE, STEP_AGAIN, STEP_MADE } Step;

typedef struct NewScreen {
    SittingScreen base; /* for the sets of animals */
    Id family, person;
    Step step;
    SignPad pad;
    char first[SIGN_IN_SECRET]; /* what is to come once more */
    char animal[ID_MAX];        /* "" for none */
    const char *says;           /* id of what is wrong; NULL: nothing */
} NewScreen;

static NewScreen *self(Screen *screen)
{
    return (NewScreen *)(void *)screen;
}

static const NewScreen *self_const(const Screen *screen)
{
    return (const NewScreen *)(const void *)screen;
}

static Tier tier(const Screen *screen)
{
    return self_const(screen)->pad.tier;
}

static Id person_id(const Screen *screen)
{
    return self_const(screen)->person;
}

static const Record *record_of(const Screen *screen)
{
    return keeper_record(screen->cove->keeper);
}

static const char *word(const Screen *screen, Tree *tree, const char *id)
{
    const NewScreen *new = self_const(screen);
    const Case *family = record_case(record_of(screen), new->family);
    return sign_words(screen, tree, family, case_person(family, new->person), id, 0);
}

static const char *way_word(const Screen *screen, Tree *tree, const char *which)
{
    const char *way = sign_in_way_id(self_const(screen)->pad.way);
    return word(screen, tree, arena_format(tree->arena, "ui.sign.%s.%s", which, way));
}

/* ---- the secret ---- */

static void build_ways(const Screen *screen, Tree *tree, Node *column)
{
    const NewScreen *new = self_const(screen);
    if (tier(screen) <= TIER_T2) {
        return;
    }
    Node *row = simple_row(tree, column, 8);
    for (int way = SIGN_IN_PICTURES; way < SIGN_IN_WAYS; way++) {
        if (sign_in_offered(tier(screen), (SignInWay)way)) {
            const char *name = sign_in_way_id((SignInWay)way);
            Node *chip =
                node_add(tree, row, ROLE_CHOICE, name,
                         word(screen, tree, arena_format(tree->arena, "ui.sign.way.%s", name)));
            chip->text = chip->name;
            chip->look = LOOK_CHIP;
            chip->action = action_of("way", "", way);
            chip->state.chosen = (int)new->pad.way == way;
            chip->icon = chip->state.chosen ? "icon/radio-on" : "icon/radio-off";
        }
    }
}

static void build_show(const Screen *screen, Tree *tree, Node *row)
{
    const SignPad *pad = &self_const(screen)->pad;
    Node *show = node_add(tree, row, ROLE_CHOICE, "show", word(screen, tree, "ui.sign.show"));
    show->text = show->name;
    show->look = LOOK_CHIP;
    show->action = action_of("show", "", !pad->shown);
    show->state.chosen = pad->shown;
    show->icon = pad->shown ? "icon/radio-on" : "icon/radio-off";
}

static void build_tools(const Screen *screen, Tree *tree, Node *column)
{
    const NewScreen *new = self_const(screen);
    Node *row = simple_row(tree, column, 16);
    if (new->pad.way == SIGN_IN_PICTURES || new->pad.way == SIGN_IN_PIN) {
        Node *back = simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.undo"),
                                   "take-back", "icon/undo");
        back->state.disabled = new->pad.secret[0] == '\0';
    }
    if (new->step == STEP_CHOOSE) {
        build_show(screen, tree, row);
    }
}

static void build_says(const Screen *screen, Tree *tree, Node *column)
{
    const NewScreen *new = self_const(screen);
    if (new->says) {
        sign_reply(tree, column, word(screen, tree, new->says));
    } else if (new->step == STEP_CHOOSE && tier(screen) > TIER_T2) {
        Node *honest = node_text(tree, column, TYPE_SMALL, word(screen, tree, "ui.sign.honest"));
        honest->look = LOOK_NOTE;
    }
}

static void build_secret(const Screen *screen, Tree *tree, Node *sheet)
{
    const NewScreen *new = self_const(screen);
    Node *row = simple_row(tree, sheet, 32);
    Node *column = node_group(tree, row, AXIS_COLUMN);
    column->layout.width = 300;
    column->layout.gap = 12;
    column->layout.cross = ALIGN_CENTER;
    if (new->animal[0] && !stage_cramped(screen->stage)) {
        node_image(tree, column, new->animal, "", 96, 96);
    }
    Node *title = node_heading(tree, column, TYPE_LEAD, tree->root->name);
    title->bold = true;
    title->text_align = ALIGN_CENTER;
    if (new->step == STEP_CHOOSE) {
        build_ways(screen, tree, column);
    }
    sign_pad_echo(screen, &new->pad, tree, column);
    build_tools(screen, tree, column);
    build_says(screen, tree, column);
    sign_pad_build(screen, &new->pad, tree, row);
}

/* ---- the page ---- */

static bool may_go_on(const NewScreen *new)
{
    return new->pad.way == SIGN_IN_PICTURES
               ? sign_in_sequence_length(new->pad.secret) >= sign_in_pictures_least(new->pad.tier)
               : new->pad.secret[0] != '\0';
}

static void build_foot(const Screen *screen, Tree *tree, Node *sheet)
{
    const NewScreen *new = self_const(screen);
    Node *row = simple_row(tree, sheet, 16);
    simple_button(tree, row, LOOK_SECONDARY, word(screen, tree, "ui.sign.leave"), "leave",
                  "icon/door");
    if (new->step != STEP_ANIMAL) {
        Node *on = simple_button(tree, row, LOOK_PRIMARY, word(screen, tree, "ui.next"), "check",
                                 "icon/next");
        on->state.disabled = !may_go_on(new);
    }
}

static void build_made(const Screen *screen, Tree *tree, Node *sheet)
{
    const NewScreen *new = self_const(screen);
    if (new->animal[0]) {
        node_image(tree, sheet, new->animal, "", 160, 160);
    }
    simple_title(tree, sheet, TYPE_TITLE, tree->root->name);
    Node *honest = node_text(tree, sheet, TYPE_BODY, word(screen, tree, "ui.sign.honest"));
    honest->layout.max_width = 560;
    honest->text_align = tier(screen) == TIER_AD ? ALIGN_START : ALIGN_CENTER;
    simple_button(tree, sheet, LOOK_PRIMARY, word(screen, tree, "ui.sign.to-door"), "leave",
                  "icon/door");
}

static const char *title_of(const Screen *screen, Tree *tree)
{
    switch (self_const(screen)->step) {
    case STEP_ANIMAL: return word(screen, tree, "ui.sign.animal");
    case STEP_CHOOSE: return way_word(screen, tree, "new");
    case STEP_AGAIN: return word(screen, tree, "ui.sign.again");
    default: return word(screen, tree, "ui.sign.made");
    }
}

static void build(const Screen *screen, Tree *tree)
{
    const NewScreen *new = self_const(screen);
    Node *sheet = sign_sheet(screen, tree, tier(screen), title_of(screen, tree));
    if (new->step == STEP_MADE) {
        build_made(screen, tree, sheet);
        return;
    }
    if (new->step == STEP_ANIMAL) {
        simple_title(tree, sheet, TYPE_TITLE, tree->root->name);
        sign_animals(screen, record_case(record_of(screen), new->family), new->person, tree, sheet);
    } else {
        build_secret(screen, tree, sheet);
    }
    build_foot(screen, tree, sheet);
}

/* ---- hearing ---- */

static void turn_to(NewScreen *new, Step step, const char *says)
{
    new->step = step;
    new->says = says;
    new->pad.shown = false;
    sign_pad_clear(&new->pad);
}

static SignInFault fault_of(const NewScreen *new)
{
    char tidy[PASSPHRASE_BYTES];
    passphrase_normal(new->pad.secret, tidy);
    SignInFault fault = sign_in_fault(new->pad.tier, new->pad.way, tidy);
    memory_wipe(tidy, sizeof tidy);
    return fault;
}

static void choose_first(NewScreen *new)
{
    switch (fault_of(new)) {
    case SIGN_IN_FINE:
        memcpy(new->first, new->pad.secret, sizeof new->first);
        turn_to(new, STEP_AGAIN, NULL);
        break;
    case SIGN_IN_SHORT: new->says = "ui.sign.short"; break;
    default: turn_to(new, STEP_CHOOSE, "ui.sign.alike");
    }
}

static void choose_again(NewScreen *new)
{
    Screen *screen = &new->base.screen;
    Error error = {0};
    bool same = strcmp(new->first, new->pad.secret) == 0;
    memory_wipe(new->first, sizeof new->first);
    if (!same) {
        turn_to(new, STEP_CHOOSE, "ui.sign.differ");
    } else if (sign_in_keep(screen->cove, new->person, new->pad.way, new->animal, new->pad.secret,
                            &error)) {
        turn_to(new, STEP_MADE, NULL);
    } else {
        turn_to(new, STEP_CHOOSE, NULL);
        stage_notice(screen->stage, &error);
    }
}

static void choose_animal(NewScreen *new, size_t animal)
{
    snprintf(new->animal, sizeof new->animal, "%s", sign_in_animal(animal));
    turn_to(new, STEP_CHOOSE, NULL);
}

static void hear_press(Screen *screen, const UiEvent *event)
{
    NewScreen *new = self(screen);
    if (heard_press(event, "animal")) {
        choose_animal(new, (size_t)event->action.value);
    } else if (heard_press(event, "way")) {
        new->pad.way = (SignInWay)event->action.value;
        turn_to(new, STEP_CHOOSE, NULL);
    } else if (heard_press(event, "show")) {
        new->pad.shown = event->action.value;
    } else if (heard_press(event, "check") && may_go_on(new)) {
        (new->step == STEP_AGAIN ? choose_again : choose_first)(new);
    } else if (heard_press(event, "leave") || frame_is_stop(event)) {
        stage_clear_to(screen->stage, screen_door(screen->cove, screen->stage));
    }
}

static void hear(Screen *screen, const UiEvent *event)
{
    NewScreen *new = self(screen);
    if (simple_hear_more(screen, event)) {
        return;
    }
    if (sign_pad_hear(&new->pad, event)) {
        new->says = NULL;
    } else {
        hear_press(screen, event);
    }
}

static void free_screen(Screen *screen)
{
    sign_pad_clear(&self(screen)->pad);
    memory_wipe(self(screen)->first, sizeof self(screen)->first);
    free(screen);
}

static const ScreenOps ops = {.name = "sign-new",
                              .build = build,
                              .hear = hear,
                              .tier = tier,
                              .person = person_id,
                              .free = free_screen};

Screen *screen_sign_new(Cove *cove, Stage *stage, Id family, Id person)
{
    NewScreen *new = memory_new(1, sizeof *new);
    new->base.screen = (Screen){&ops, cove, stage};
    new->family = family;
    new->person = person;
    new->pad.tier = case_person(record_case(keeper_record(cove->keeper), family), person)->tier;
    new->pad.way = sign_in_usual(new->pad.tier);
    new->step = sign_in_animal_count(new->pad.tier) > 0 ? STEP_ANIMAL : STEP_CHOOSE;
    return &new->base.screen;
}
