/* Where things are: words in their boxes, nothing on anything else, targets and gaps. */
#include "proof/proof.h"

#include "ui/words.h"

#include <math.h>
#include <string.h>

static const float SLACK = 1.0f; /* px, for rounding */

static float right(Rect box)
{
    return box.x + box.width;
}

static float bottom(Rect box)
{
    return box.y + box.height;
}

static bool empty(Rect box)
{
    return box.width < 1 || box.height < 1;
}

static bool within_x(Rect inner, Rect outer)
{
    return inner.x >= outer.x - SLACK && right(inner) <= right(outer) + SLACK;
}

static bool within_y(Rect inner, Rect outer)
{
    return inner.y >= outer.y - SLACK && bottom(inner) <= bottom(outer) + SLACK;
}

static bool overlap(Rect a, Rect b)
{
    return a.x < right(b) - SLACK && b.x < right(a) - SLACK && a.y < bottom(b) - SLACK &&
           b.y < bottom(a) - SLACK;
}

static Node *next(const Proof *proof, const Node *node)
{
    return node_following(node, proof->tree->root);
}

/* ---- words ---- */

static void check_words_fit(const Proof *proof, const Node *node)
{
    Measure measure = {proof->manner, proof->ruler};
    NodeParts parts = node_parts(node, proof->manner, proof->ruler);
    Extent words = words_size(measure, node, parts.text.width);
    float word = words_least(measure, node, LEAST_WORDS);
    if (words.height > parts.text.height + SLACK || words.width > parts.text.width + SLACK) {
        proof_fault(proof, node, "needs %.0fx%.0f for its words and has %.0fx%.0f",
                    (double)words.width, (double)words.height, (double)parts.text.width,
                    (double)parts.text.height);
    } else if (word > parts.text.width + SLACK) {
        proof_fault(proof, node, "breaks a word of %.0f px in %.0f", (double)word,
                    (double)parts.text.width);
    }
    if (!within_x(parts.text, node->bounds) || !within_y(parts.text, node->bounds)) {
        proof_fault(proof, node, "has words outside its box");
    }
}

/* ---- places ---- */

static const Node *scroller_of(const Node *node)
{
    const Node *scroller = node->parent;
    while (scroller && !scroller->layout.scroll) {
        scroller = scroller->parent;
    }
    return scroller;
}

static void check_inside(const Proof *proof, const Node *node)
{
    const Node *scroller = scroller_of(node);
    Rect room = scroller ? scroller->bounds : proof->tree->root->bounds;
    if (scroller) {
        room.y -= scroller->scroll_y;
        room.height = fmaxf(room.height, scroller->content_height);
    }
    if (!within_x(node->bounds, room) || !within_y(node->bounds, room)) {
        proof_fault(proof, node, "at %.0f,%.0f %.0fx%.0f leaves %.0f,%.0f %.0fx%.0f",
                    (double)node->bounds.x, (double)node->bounds.y, (double)node->bounds.width,
                    (double)node->bounds.height, (double)room.x, (double)room.y, (double)room.width,
                    (double)room.height);
    }
}

static bool has_words(const Node *node)
{
    return node->text && node->text[0] && node->role != ROLE_FIELD;
}

/* What may not be covered: words, and all that can be pressed. */
static Rect ink(const Proof *proof, const Node *node)
{
    if (node->decoration) {
        return (Rect){0};
    }
    if (node_interactive(node)) {
        return node->visible;
    }
    if (!has_words(node)) {
        return (Rect){0};
    }
    Rect words = node_parts(node, proof->manner, proof->ruler).text;
    float y = fmaxf(words.y, node->visible.y);
    float end = fminf(bottom(words), bottom(node->visible));
    return (Rect){words.x, y, words.width, fmaxf(end - y, 0)};
}

static bool is_inside(const Node *node, const Node *outer)
{
    while (node && node != outer) {
        node = node->parent;
    }
    return node != NULL;
}

static void check_apart(const Proof *proof, const Node *node, Rect box)
{
    for (const Node *other = next(proof, node); other; other = next(proof, other)) {
        Rect theirs = ink(proof, other);
        if (!empty(theirs) && overlap(box, theirs) && !is_inside(other, node)) {
            proof_fault(proof, node, "overlaps %s \"%.40s\"", role_name(other->role), other->name);
        }
    }
}

void proof_places(const Proof *proof)
{
    for (const Node *node = proof->tree->root; node; node = next(proof, node)) {
        if (has_words(node)) {
            check_words_fit(proof, node);
        }
        if (!node->decoration) {
            check_inside(proof, node);
        }
        Rect box = ink(proof, node);
        if (!empty(box)) {
            check_apart(proof, node, box);
        }
    }
}

/* ---- targets ---- */

static float between(float start, float end, float other_start, float other_end)
{
    return fmaxf(other_start - end, start - other_end);
}

static float gap_of(Rect a, Rect b)
{
    return fmaxf(between(a.x, right(a), b.x, right(b)), between(a.y, bottom(a), b.y, bottom(b)));
}

static void check_gaps(const Proof *proof, const Node *node, float least)
{
    for (const Node *other = next(proof, node); other; other = next(proof, other)) {
        bool apart = node_acts(other) && !is_inside(other, node) && !empty(other->visible);
        float gap = gap_of(node->visible, other->visible);
        if (apart && gap > -SLACK && gap < least - SLACK) {
            proof_fault(proof, node, "is %.0f px from %s \"%.40s\"; the tier needs %.0f",
                        (double)gap, role_name(other->role), other->name, (double)least);
        }
    }
}

void proof_targets(const Proof *proof)
{
    const TierLimits *limits = tier_limits(proof->tier);
    float own_target = (float)limits->target_px * proof->manner->scale;
    float gap = (float)limits->gap_px * proof->manner->scale;
    for (const Node *node = proof->tree->root; node; node = next(proof, node)) {
        if (!node_acts(node)) {
            continue;
        }
        const Manner *other = proof_for_another(node);
        float target = other ? (float)other->target_px * other->scale : own_target;
        if (node->bounds.width < target - SLACK || node->bounds.height < target - SLACK) {
            proof_fault(proof, node, "is %.0fx%.0f px; the tier needs %.0f",
                        (double)node->bounds.width, (double)node->bounds.height, (double)target);
        }
        if (!empty(node->visible)) {
            check_gaps(proof, node, gap);
        }
    }
}
