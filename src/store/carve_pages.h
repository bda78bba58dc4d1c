/* The pages of a record's file, and those in its log, as bytes. Private to store/. */
#ifndef STORE_CARVE_PAGES_H
#define STORE_CARVE_PAGES_H

#include <stdbool.h>
#include <stdint.h>

enum { CARVE_PAGE = 4096 }; /* SQLite's own size; the program sets no other */

typedef enum CarveFrom {
    CARVE_NEWEST, /* as the log has it, else as the file has */
    CARVE_FILE
} CarveFrom;

typedef struct CarvePages CarvePages;

CarvePages *carve_pages_open(const char *record);
void carve_pages_close(CarvePages *pages);
/* Of both, those of the file first. */
uint64_t carve_page_count(const CarvePages *pages);
/* False when the disk does not give it. */
bool carve_page(const CarvePages *pages, uint64_t index, uint8_t bytes[CARVE_PAGE]);
bool carve_page_by_number(const CarvePages *pages, uint32_t number, CarveFrom from,
                          uint8_t bytes[CARVE_PAGE]);

#endif
