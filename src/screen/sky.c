#include "screen/sky.h"

#include <math.h>
#include <string.h>

/* In the scene's own measures. `sway`: how far it goes, `seconds`: for there and back. None goes
 * faster than 12 px a second, and none over what stands in front of it. */
typedef struct Layer {
    const char *scene, *picture;
    float x, y, width, height; /* of its middle */
    float sway, seconds;
} Layer;

#define CLOUD_1 "scene/parts/cloud-1"
#define CLOUD_2 "scene/parts/cloud-2"
#define SHIMMER "scene/parts/shimmer"

static const Layer layers[] = {
    {"scene/door", CLOUD_1, 1050, 99, 256, 60, 70, 80},
    {"scene/door", CLOUD_2, 1170, 166, 200, 56, 44, 66},
    {"scene/door", CLOUD_2, 108, 88, 200, 56, 24, 60},
    {"scene/door", CLOUD_1, 560, 236, 200, 47, 50, 72},
    {"scene/door", SHIMMER, 846, 392, 200, 64, 7, 9},
    {"scene/door", SHIMMER, 620, 470, 160, 51, -6, 10},
    {"scene/cove", CLOUD_1, 690, 34, 230, 54, 70, 80},
    {"scene/cove", CLOUD_2, 880, 54, 160, 45, 50, 66},
    {"scene/cove", SHIMMER, 590, 420, 190, 61, 7, 9},
    {"scene/cove", SHIMMER, 820, 372, 160, 51, -6, 10},
    {"scene/cove", SHIMMER, 900, 210, 150, 48, 5, 11},
    {"scene/cove-calm", CLOUD_1, 690, 34, 230, 54, 70, 80},
    {"scene/cove-calm", SHIMMER, 590, 420, 190, 61, 6, 12},
    {"rest/clouds", CLOUD_1, 250, 130, 256, 60, 60, 90},
    {"rest/clouds", CLOUD_2, 660, 84, 200, 56, 44, 76},
    {"rest/fish", "rest/parts/fish-orange", 170, 270, 240, 160, 16, 22},
    {"rest/fish", "rest/parts/fish-violet", 170, 480, 120, 76, -12, 18},
};

static float cover_scale(float width, float height)
{
    return fmaxf(width / 1280, height / 720);
}

void scene_put(const Stage *stage, Node *node, float x, float y)
{
    float width, height;
    stage_size(stage, &width, &height);
    float scale = cover_scale(width, height);
    node->layout.at_x = (int)(1000 * (width / 2 + (x - 640) * scale) / width);
    node->layout.at_y = (int)(1000 * (height / 2 + (y - 360) * scale) / height);
}

/* Where the window shows less of the scene, a layer that would be cut stays away. */
static bool is_shown(const Stage *stage, const Layer *layer)
{
    float width, height;
    stage_size(stage, &width, &height);
    float scale = cover_scale(width, height);
    return fabsf(layer->x - 640) + layer->width / 2 <= width / scale / 2 &&
           fabsf(layer->y - 360) + layer->height / 2 <= height / scale / 2;
}

static void build_layer(const Stage *stage, const Layer *layer, Tree *tree, Node *group)
{
    float width, height;
    stage_size(stage, &width, &height);
    float scale = cover_scale(width, height) / stage_manner(stage)->scale;
    Node *node = node_image(tree, group, layer->picture, "", (int)(layer->width * scale),
                            (int)(layer->height * scale));
    node->sway = layer->sway * scale;
    node->sway_seconds = layer->seconds;
    scene_put(stage, node, layer->x, layer->y);
}

void sky_build(const Stage *stage, Tree *tree, Node *stack, const char *scene)
{
    Node *group = NULL;
    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
        if (strcmp(layers[i].scene, scene) != 0 || !is_shown(stage, &layers[i])) {
            continue;
        }
        if (!group) {
            group = node_group(tree, stack, AXIS_FREE);
        }
        build_layer(stage, &layers[i], tree, group);
    }
}
