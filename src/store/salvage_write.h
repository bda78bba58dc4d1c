/* Writes salvaged events into a fresh store, in their old order. What was lost between them may
 * keep one from following: then an end or a case is put in, or it is kept aside. Private to store/.
 */
#ifndef STORE_SALVAGE_WRITE_H
#define STORE_SALVAGE_WRITE_H

#include "record/record.h"
#include "store/salvage.h"

typedef struct SalvageWriter SalvageWriter;

SalvageWriter *salvage_writer_new(Store *store, SalvageTold *told); /* both borrowed */
/* As StoreVisit: `writer` is the context. */
bool salvage_write(void *writer, const Event *event, Error *error);
bool salvage_write_end(SalvageWriter *writer, Error *error); /* all is durable */
const Record *salvage_writer_record(const SalvageWriter *writer);
void salvage_writer_free(SalvageWriter *writer);

#endif
