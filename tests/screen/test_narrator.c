/* What is said, on small trees: a page when it appears, replies, focus, taps, first presses. */
#include "ui/fixture.h"

#include "screen/narrator.h"

enum { HEARD_MAX = 512 };

typedef struct Talk {
    Fixture ui;
    Prefs prefs;
    bool helper;
    Narrator narrator;
    Effects effects;
    char heard[HEARD_MAX];
} Talk;

static Talk talk_new(Tier tier)
{
    return (Talk){.ui = fixture_new(), .prefs = prefs_usual(tier)};
}

static void talk_clear(Talk *talk)
{
    effects_clear(&talk->effects);
    fixture_clear(&talk->ui);
}

static Telling telling_of(Talk *talk)
{
    return (Telling){.tree = &talk->ui.tree,
                     .focus = &talk->ui.focus,
                     .prefs = &talk->prefs,
                     .tier = TIER_T1,
                     .helper = talk->helper,
                     .effects = &talk->effects};
}

/* "One | Two" for what is said at once, "One + Two" for what is said after it, "-" for silence. */
static const char *heard(Talk *talk)
{
    Effect effect;
    size_t length = 0;
    talk->heard[0] = '\0';
    while (effects_take(&talk->effects, &effect, 1) == 1) {
        const char *words = effect.type == EFFECT_SAY ? effect.text : "-";
        const char *between = length == 0 ? "" : effect.after ? " + " : " | ";
        length +=
            (size_t)snprintf(talk->heard + length, HEARD_MAX - length, "%s%s", between, words);
    }
    return talk->heard;
}

/* A page with the guide's words, a reply if there is one, two choices and the safety button. */
typedef struct Face {
    const char *title, *guide, *reply;
    bool happy; /* chosen */
} Face;

static void show(Talk *talk, const Face *page)
{
    Fixture *ui = &talk->ui;
    tree_reset(&ui->tree);
    Node *root = node_add(&ui->tree, NULL, ROLE_SCREEN, "screen", page->title);
    Node *stop = fixture_button(ui, root, "Stop");
    stop->look = LOOK_SAFETY;
    Node *guide = node_text(&ui->tree, root, TYPE_LEAD, page->guide);
    guide->key = "guide";
    if (page->reply) {
        node_text(&ui->tree, root, TYPE_BODY, page->reply)->key = "reply";
    }
    Node *happy = fixture_button(ui, root, "Happy");
    happy->role = ROLE_CHOICE;
    happy->state.chosen = page->happy;
    fixture_button(ui, root, "Next");
    node_text(&ui->tree, root, TYPE_SMALL, "Kept")->key = "kept";
    fixture_layout(ui, 640, 480);
    Telling telling = telling_of(talk);
    narrator_look(&talk->narrator, &telling);
}

static const Face feelings = {.title = "Feelings", .guide = "How do you feel?"};

/* As the stage does it: the narrator first, then focus. True: something was pressed. */
static bool input(Talk *talk, Input given)
{
    Telling telling = telling_of(talk);
    if (narrator_first_press(&talk->narrator, &telling, &given)) {
        talk->ui.focus.pressed[0] = '\0';
        return given.type == INPUT_POINTER_UP && fixture_input(&talk->ui, given);
    }
    narrator_tap(&talk->narrator, &telling, &given);
    return fixture_input(&talk->ui, given);
}

static bool tap(Talk *talk, const char *name)
{
    const Node *root = talk->ui.tree.root, *node = root;
    while (node && (node == root || strcmp(node->name, name) != 0)) {
        node = node_following(node, root);
    }
    assert_non_null(node);
    float x = node->bounds.x + 2, y = node->bounds.y + 2;
    input(talk, (Input){.type = INPUT_POINTER_DOWN, .x = x, .y = y});
    return input(talk, (Input){.type = INPUT_POINTER_UP, .x = x, .y = y});
}

static void key(Talk *talk, Key pressed, const Face *page)
{
    input(talk, (Input){.type = INPUT_KEY, .key = pressed});
    show(talk, page);
}

/* ---- pages ---- */

static void words_are_said_in_their_tone(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    Effect effect;
    tree_reset(&talk.ui.tree);
    Node *root = node_add(&talk.ui.tree, NULL, ROLE_SCREEN, "screen", "Voices");
    node_text(&talk.ui.tree, root, TYPE_BODY, "Please stop.")->tone = SAID_STEADY;
    node_text(&talk.ui.tree, root, TYPE_BODY, "Says Jo.");
    fixture_layout(&talk.ui, 640, 480);
    Telling telling = telling_of(&talk);
    narrator_look(&talk.narrator, &telling);
    assert_int_equal(effects_take(&talk.effects, &effect, 1), 1);
    assert_int_equal(effect.tone, SAID_STEADY);
    assert_int_equal(effects_take(&talk.effects, &effect, 1), 1);
    assert_int_equal(effect.tone, SAID_PLAIN);
    talk_clear(&talk);
}

static void what_one_says_is_heard_before_its_answer(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    Tree *tree = &talk.ui.tree;
    for (int turn = 0; turn < 2; turn++) {
        tree_reset(tree);
        Node *root = node_add(tree, NULL, ROLE_SCREEN, "screen", "Voices");
        node_text(tree, root, TYPE_LEAD, "Which voice?")->key = "guide";
        if (turn == 1) {
            node_text(tree, root, TYPE_BODY, "Can I go next?")->key = "own-line";
            node_text(tree, root, TYPE_BODY, "Remy nods.")->key = "reply";
        }
        fixture_layout(&talk.ui, 640, 480);
        Telling telling = telling_of(&talk);
        narrator_look(&talk.narrator, &telling);
        assert_string_equal(heard(&talk), turn ? "Can I go next? + Remy nods." : "Which voice?");
    }
    talk_clear(&talk);
}

static void a_page_is_said_once(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    show(&talk, &feelings);
    assert_string_equal(heard(&talk), "How do you feel?");
    show(&talk, &feelings);
    show(&talk, &(Face){.title = "Feelings", .guide = "How do you feel?", .happy = true});
    assert_string_equal(heard(&talk), "");
    show(&talk, &(Face){.title = "Feelings", .guide = "And now?"});
    assert_string_equal(heard(&talk), "- | And now?");
    talk_clear(&talk);
}

static void who_hears_a_page_by_itself(void **state)
{
    (void)state;
    static const struct {
        int voice, mute;
        bool helper;
        const char *heard;
    } rows[] = {
        {VOICE_AUTO, 0, false, "How do you feel?"},
        {VOICE_AUTO, 1, false, ""},
        {VOICE_AUTO, 0, true, ""},
        {VOICE_ON_TAP, 0, false, ""},
        {VOICE_OFF, 0, false, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Talk talk = talk_new(TIER_T2);
        talk.prefs.voice = rows[i].voice;
        talk.prefs.mute = rows[i].mute;
        talk.helper = rows[i].helper;
        show(&talk, &feelings);
        assert_string_equal(heard(&talk), rows[i].heard);
        talk_clear(&talk);
    }
}

static void headings_and_texts_stand_in_for_a_guide(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    Fixture *ui = &talk.ui;
    Node *root = fixture_root(ui, AXIS_COLUMN);
    node_heading(&ui->tree, root, TYPE_TITLE, "Rest time");
    node_text(&ui->tree, root, TYPE_BODY, "There is lots of time.");
    node_text(&ui->tree, root, TYPE_SMALL, "A remark")->look = LOOK_NOTE;
    Node *button = fixture_button(ui, root, "Go on");
    node_text(&ui->tree, button, TYPE_SMALL, "inside a button");
    fixture_layout(ui, 640, 480);
    Telling telling = telling_of(&talk);
    narrator_look(&talk.narrator, &telling);
    assert_string_equal(heard(&talk), "Rest time + There is lots of time.");
    talk_clear(&talk);
}

static void replies_are_said_when_they_are_new(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    Face page = feelings;
    show(&talk, &page);
    page.reply = "Happy it is.";
    show(&talk, &page);
    show(&talk, &page);
    assert_string_equal(heard(&talk), "How do you feel? | Happy it is.");
    page.reply = "Oh, sad.";
    show(&talk, &page);
    assert_string_equal(heard(&talk), "Oh, sad.");
    show(&talk, &(Face){.title = "Feelings", .guide = "And now?", .reply = "Good."});
    assert_string_equal(heard(&talk), "- | And now? + Good.");
    talk_clear(&talk);
}

static void leaving_is_silence(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    show(&talk, &feelings);
    heard(&talk);
    narrator_leave(&talk.narrator, &talk.effects);
    narrator_leave(&talk.narrator, &talk.effects);
    assert_string_equal(heard(&talk), "-");
    show(&talk, &(Face){.title = "Cove", .guide = "Hello."});
    narrator_hear(&talk.narrator, &(Input){.type = INPUT_SAID});
    narrator_leave(&talk.narrator, &talk.effects);
    assert_string_equal(heard(&talk), "Hello.");
    talk_clear(&talk);
}

static void turning_the_voice_off_is_silence(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    show(&talk, &feelings);
    heard(&talk);
    talk.prefs.mute = 1;
    show(&talk, &feelings);
    assert_string_equal(heard(&talk), "-");
    talk_clear(&talk);
}

static void asked_again_says_all_again(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T3);
    Face page = feelings;
    page.reply = "Happy it is.";
    show(&talk, &page);
    Telling telling = telling_of(&talk);
    narrator_again(&talk.narrator, &telling);
    narrator_again(&talk.narrator, &telling);
    assert_string_equal(heard(&talk),
                        "How do you feel? + Happy it is. | How do you feel? + Happy it is.");
    talk.prefs.voice = VOICE_OFF;
    narrator_again(&talk.narrator, &telling);
    assert_string_equal(heard(&talk), "");
    talk_clear(&talk);
}

/* ---- focus ---- */

static void focus_is_said_where_it_comes_to(void **state)
{
    (void)state;
    static const struct {
        int voice;
        bool helper;
        const char *heard;
    } rows[] = {
        {VOICE_AUTO, false, "How do you feel? | Stop | Happy | Next | Happy"},
        {VOICE_ON_TAP, false, "Stop | Happy | Next | Happy"},
        {VOICE_AUTO, true, "Stop | Happy | Next | Happy"},
        {VOICE_ON_TAP, true, ""},
        {VOICE_OFF, false, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Talk talk = talk_new(TIER_T3);
        talk.prefs.voice = rows[i].voice;
        talk.helper = rows[i].helper;
        show(&talk, &feelings);
        key(&talk, KEY_TAB, &feelings);
        key(&talk, KEY_TAB, &feelings);
        key(&talk, KEY_TAB, &feelings);
        key(&talk, KEY_BACK_TAB, &feelings);
        assert_string_equal(heard(&talk), rows[i].heard);
        talk_clear(&talk);
    }
}

static void focus_on_a_new_page_is_said_after_the_page(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T2);
    show(&talk, &feelings);
    key(&talk, KEY_TAB, &feelings);
    heard(&talk);
    show(&talk, &(Face){.title = "Feelings", .guide = "And now?"});
    assert_string_equal(heard(&talk), "- | And now? + Stop");
    talk_clear(&talk);
}

/* As scanning marks it: two things of a group, then one of them. */
static void scan(Talk *talk, bool happy, bool next)
{
    Fixture *ui = &talk->ui;
    tree_reset(&ui->tree);
    Node *root = node_add(&ui->tree, NULL, ROLE_SCREEN, "screen", feelings.title);
    node_text(&ui->tree, root, TYPE_LEAD, feelings.guide)->key = "guide";
    fixture_button(ui, root, "Happy")->state.scanned = happy;
    fixture_button(ui, root, "Next")->state.scanned = next;
    fixture_layout(ui, 640, 480);
    Telling telling = telling_of(talk);
    narrator_look(&talk->narrator, &telling);
}

static void scanning_says_the_one_thing_it_stands_on(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T3);
    scan(&talk, true, true);
    scan(&talk, true, false);
    scan(&talk, true, false);
    scan(&talk, false, true);
    scan(&talk, true, false);
    assert_string_equal(heard(&talk), "Happy | Next | Happy");
    talk_clear(&talk);
}

/* ---- taps ---- */

static void a_tap_on_words_reads_them(void **state)
{
    (void)state;
    static const struct {
        int voice;
        const char *heard;
    } rows[] = {{VOICE_ON_TAP, "How do you feel? | How do you feel?"}, {VOICE_OFF, ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Talk talk = talk_new(TIER_T3);
        talk.prefs.voice = rows[i].voice;
        show(&talk, &feelings);
        assert_false(tap(&talk, "How do you feel?"));
        assert_false(tap(&talk, "How do you feel?"));
        assert_string_equal(heard(&talk), rows[i].heard);
        talk_clear(&talk);
    }
}

static void a_first_tap_speaks_and_the_second_acts(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    show(&talk, &feelings);
    heard(&talk);
    assert_false(tap(&talk, "Happy"));
    assert_true(talk.narrator.held);
    assert_string_equal(heard(&talk), "Happy");
    assert_false(tap(&talk, "Next"));
    assert_string_equal(heard(&talk), "Next");
    assert_false(tap(&talk, "Happy"));
    assert_true(tap(&talk, "Happy"));
    assert_true(tap(&talk, "Happy"));
    assert_string_equal(heard(&talk), "Happy");
    talk_clear(&talk);
}

static void who_has_to_tap_twice(void **state)
{
    (void)state;
    static const struct {
        int voice, mute, scan, first_tap;
        bool helper, voiceless;
        bool acts;
    } rows[] = {
        {VOICE_AUTO, 0, SCAN_OFF, 1, false, false, false},
        {VOICE_ON_TAP, 0, SCAN_OFF, 1, false, false, false},
        {VOICE_AUTO, 0, SCAN_OFF, 0, false, false, true},
        {VOICE_OFF, 0, SCAN_OFF, 1, false, false, true},
        {VOICE_AUTO, 1, SCAN_OFF, 1, false, false, true},
        {VOICE_AUTO, 0, SCAN_AUTO, 1, false, false, true},
        {VOICE_AUTO, 0, SCAN_OFF, 1, true, false, true},
        {VOICE_AUTO, 0, SCAN_OFF, 1, false, true, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Talk talk = talk_new(TIER_T1);
        talk.prefs.voice = rows[i].voice;
        talk.prefs.mute = rows[i].mute;
        talk.prefs.scan = rows[i].scan;
        talk.prefs.first_tap = rows[i].first_tap;
        talk.helper = rows[i].helper;
        if (rows[i].voiceless) {
            narrator_hear(&talk.narrator, &(Input){.type = INPUT_NO_VOICE});
        }
        show(&talk, &feelings);
        assert_int_equal(tap(&talk, "Happy"), rows[i].acts);
        talk_clear(&talk);
    }
}

static void stop_is_one_tap_always(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    show(&talk, &feelings);
    assert_true(tap(&talk, "Stop"));
    talk_clear(&talk);
}

static void enter_acts_on_what_focus_said(void **state)
{
    (void)state;
    Talk talk = talk_new(TIER_T1);
    show(&talk, &feelings);
    key(&talk, KEY_TAB, &feelings);
    key(&talk, KEY_TAB, &feelings);
    assert_true(input(&talk, (Input){.type = INPUT_KEY, .key = KEY_ENTER}));
    heard(&talk);
    tap(&talk, "Next");
    talk.ui.focus.visible = true;
    focus_mark(&talk.ui.focus, &talk.ui.tree);
    assert_string_equal(heard(&talk), "Next");
    assert_true(input(&talk, (Input){.type = INPUT_KEY, .key = KEY_ENTER}));
    talk_clear(&talk);
}

/* ---- the word being said ---- */

static void the_word_is_marked_in_its_node(void **state)
{
    (void)state;
    static const struct {
        const char *key;
        int start, length;
        size_t marked;
    } rows[] = {{"guide", 4, 2, 2},  {"guide", 0, 16, 16}, {"guide", 4, 20, 0},
                {"guide", 90, 1, 0}, {"nobody", 0, 3, 0},  {"", 0, 3, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Talk talk = talk_new(TIER_T1);
        show(&talk, &feelings);
        Input word = {.type = INPUT_WORD, .start = rows[i].start, .length = rows[i].length};
        snprintf(word.text, sizeof word.text, "%s", rows[i].key);
        narrator_hear(&talk.narrator, &word);
        show(&talk, &feelings);
        assert_int_equal(tree_find_key(&talk.ui.tree, "guide")->say_length, rows[i].marked);
        narrator_hear(&talk.narrator, &(Input){.type = INPUT_SAID});
        show(&talk, &feelings);
        assert_int_equal(tree_find_key(&talk.ui.tree, "guide")->say_length, 0);
        talk_clear(&talk);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_one_says_is_heard_before_its_answer),
        cmocka_unit_test(a_page_is_said_once),
        cmocka_unit_test(words_are_said_in_their_tone),
        cmocka_unit_test(who_hears_a_page_by_itself),
        cmocka_unit_test(headings_and_texts_stand_in_for_a_guide),
        cmocka_unit_test(replies_are_said_when_they_are_new),
        cmocka_unit_test(leaving_is_silence),
        cmocka_unit_test(turning_the_voice_off_is_silence),
        cmocka_unit_test(asked_again_says_all_again),
        cmocka_unit_test(focus_is_said_where_it_comes_to),
        cmocka_unit_test(focus_on_a_new_page_is_said_after_the_page),
        cmocka_unit_test(scanning_says_the_one_thing_it_stands_on),
        cmocka_unit_test(a_tap_on_words_reads_them),
        cmocka_unit_test(a_first_tap_speaks_and_the_second_acts),
        cmocka_unit_test(who_has_to_tap_twice),
        cmocka_unit_test(stop_is_one_tap_always),
        cmocka_unit_test(enter_acts_on_what_focus_said),
        cmocka_unit_test(the_word_is_marked_in_its_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
