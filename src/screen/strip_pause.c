/* The calm page of a pause: it says that the helper will go on, and keeps Stop, Break and I'm not
 * OK where they are. The page below stays as it is. */
#include "screen/frame.h"
#include "screen/simple.h"
#include "screen/stage_inside.h"
#include "screen/strip.h"

static const char *word(const Frame *frame, Tree *tree, const char *id)
{
    return cove_words(frame->cove, tree->arena, frame->tier, frame->tokens, id);
}

void strip_pause_build(const Stage *stage, Tree *tree)
{
    const Cove *cove = strip_cove(stage);
    Sitter sitter;
    if (!sitter_find(cove, strip_sitting(stage)->id, &sitter)) {
        return;
    }
    Frame frame = {.cove = cove,
                   .stage = stage,
                   .sitting = sitter.sitting->id,
                   .tier = sitter.person->tier,
                   .tokens = &sitter.tokens,
                   .scene = frame_scene(tree, sitter.person->tier, "break"),
                   .hear = true,
                   .stop = true,
                   .pause = true,
                   .not_ok = true};
    frame.title = word(&frame, tree, "ui.pause.title");
    Node *sheet = simple_sheet(tree, frame_build(&frame, tree), 620);
    if (frame.tier <= TIER_T2) {
        node_image(tree, sheet, "nori/rest", "", 120, 120);
    }
    simple_title(tree, sheet, TYPE_DISPLAY, frame.title);
    simple_words(tree, sheet, TYPE_LEAD, word(&frame, tree, "ui.pause.text"));
}
