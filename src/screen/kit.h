/* What a person chose for their breaks: found in the record, in the latest plays that hold some. */
#ifndef SCREEN_KIT_H
#define SCREEN_KIT_H

#include "activity/kind.h"
#include "screen/cove.h"

/* Tools of the latest play in which any were kept, and the picture to rest in of the latest in
 * which one was chosen; finished, stopped and open plays count alike. `out->arena` is the caller's.
 */
void kit_of_person(const Cove *cove, Id person, Kit *out);

#endif
