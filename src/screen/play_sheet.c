#include "screen/play_sheet.h"

bool play_sheet_is_narrow(const Stage *stage)
{
    enum { ROOMY = 1000 /* dp */ };
    float width, height;
    stage_size(stage, &width, &height);
    return width < ROOMY * stage_manner(stage)->scale;
}

Node *play_sheet(Tree *tree, Node *body, Tier tier)
{
    Node *sheet = node_group(tree, body, AXIS_COLUMN);
    bool young = tier <= TIER_T2;
    sheet->look = LOOK_SHEET;
    sheet->layout.grow = young;
    sheet->layout.min_height = young ? 0 : 440;
    sheet->layout.max_width = sheet->layout.width = young ? 1040 : 1000;
    sheet->layout.pad_x = young ? 24 : 28;
    sheet->layout.pad_y = young ? 16 : 20;
    sheet->layout.cross = ALIGN_STRETCH;
    body->layout.main = ALIGN_CENTER;
    return sheet;
}
