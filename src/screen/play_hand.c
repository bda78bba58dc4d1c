#include "screen/play_hand.h"

#include "screen/play_sheet.h"
#include "screen/simple.h"

#include <string.h>

PlayView play_hand_view(const PlayHand *hand, const Screen *screen)
{
    return (PlayView){.now = clock_ticks(&screen->cove->clock),
                      .since = hand->since,
                      .turn = hand->turn,
                      .voice = stage_prefs(screen->stage)->voice != VOICE_OFF,
                      .kept = hand->kept,
                      .hand = stage_focus(screen->stage)->hand,
                      .narrow = play_sheet_is_narrow(screen->stage),
                      .tools = &hand->tools,
                      .draft = hand->draft};
}

void play_hand_begin(PlayHand *hand, const Screen *screen, const Play *play)
{
    hand->since = clock_ticks(&screen->cove->clock);
    hand->turn = play_turn(play);
    hand->kept = false;
    hand->draft[0] = '\0';
}

void play_hand_moved(PlayHand *hand, const Screen *screen, const Play *play, int page, bool kept)
{
    int turn = hand->turn;
    play_hand_begin(hand, screen, play);
    if (kept && !play_finished(play) && play_page(play) == page) {
        hand->kept = true;
        hand->turn = turn;
    }
    play_tools_moved(&hand->tools);
}

static void take_draft(PlayHand *hand, const char *text)
{
    size_t length = strnlen(text, sizeof hand->draft - 1);
    memcpy(hand->draft, text, length);
    hand->draft[length] = '\0';
}

bool play_hand_hear(PlayHand *hand, const UiEvent *event)
{
    if (heard_press(event, "more")) {
        hand->turn++;
    } else if (event->type == UI_EDIT) {
        take_draft(hand, event->text);
    } else {
        return play_tools_hear(&hand->tools, event);
    }
    return true;
}

bool play_hand_means(const PlayHand *hand, const Screen *screen, const Play *play,
                     const UiEvent *event, Move *out)
{
    PlayView view = play_hand_view(hand, screen);
    UiEvent given = *event;
    given.text = hand->draft;
    return event->type == UI_TICK ? play_tick(play, &view, out) : play_interpret(play, &given, out);
}
