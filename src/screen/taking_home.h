/* Cards somebody takes home of what they made, and the practice's contact card: as sheets of paper.
 */
#ifndef SCREEN_TAKING_HOME_H
#define SCREEN_TAKING_HOME_H

#include "screen/printing.h"

/* Whether a play of this record holds something that may be taken home, by whoever made it. */
bool taking_home_any(const Cove *cove, Id play);
/* The cards; false where there are none, or the helper may not read them. */
bool taking_home_cards(const Cove *cove, Id play, Paper *paper, Error *error);
/* They leave, and it is noted; whoever made them said `yes`. *path is the caller's to free. */
bool taking_home_save(Cove *cove, Id play, bool yes, PrintForm form, PaperSize size,
                      const char *folder, char **path, Error *error);
/* Name of the practice, what the helper wrote on the family's card, and whom to call: once large,
 * and to cut out. */
void taking_home_contact(const Cove *cove, Id family, Paper *paper);

#endif
