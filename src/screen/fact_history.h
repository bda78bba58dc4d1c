/* What stood before in one group of facts, and why it was changed. */
#ifndef SCREEN_FACT_HISTORY_H
#define SCREEN_FACT_HISTORY_H

#include "screen/screen.h"

/* A panel, newest first; none where nothing was noted yet. */
void fact_history_build(const Screen *screen, const Facts *facts, const FactGroup *group,
                        const FactSubject *subject, Tree *tree, Node *body);

#endif
