/* What the helper noted of a sitting, on the pages that look back at it. */
#ifndef SCREEN_NOTED_H
#define SCREEN_NOTED_H

#include "record/record.h"
#include "screen/screen.h"

/* What is to be looked at first, what the helper did about it, and the way to say so. */
void noted_signs_build(const Screen *screen, const Sitting *sitting, Tree *tree, Node *body);
/* The notes after it, and those made in it, with the ways to change them. */
void noted_after_build(const Screen *screen, const Sitting *sitting, Tree *tree, Node *body);
/* Those made in it, each with its time; nothing where there are none. */
void noted_quick_build(const Screen *screen, Id family, Id sitting, Tree *tree, Node *body);
/* Who was present, notes and signs, in a few lines. */
void noted_brief_build(const Screen *screen, const Sitting *sitting, Tree *tree, Node *parent);
bool noted_hear(Screen *screen, const Sitting *sitting, const UiEvent *event);

#endif
