/* On the page of a report: what was agreed with whom for this reader, and the way to note it. */
#ifndef SCREEN_REPORT_AGREED_H
#define SCREEN_REPORT_AGREED_H

#include "report/agreed.h"
#include "report/build.h"
#include "screen/desk.h"

/* Nothing where this reader needs nobody's yes. */
void report_agreed_build(const Screen *screen, const ReportWish *wish, Tree *tree, Node *panels);
bool report_agreed_hear(Screen *screen, const ReportWish *wish, const UiEvent *event);

#endif
