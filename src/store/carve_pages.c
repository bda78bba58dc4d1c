#include "store/carve_pages.h"

#include "base/memory.h"
#include "base/text.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* sqlite.org/fileformat2.html, 4.1 and 4.2 */
enum { LOG_HEADER = 32, FRAME_HEADER = 24, FRAME = FRAME_HEADER + CARVE_PAGE };

struct CarvePages {
    int file, log; /* -1: not there */
    uint64_t file_pages, log_pages;
    uint32_t *numbers; /* of the log's pages */
};

static int open_part(const char *record, const char *ending, off_t *size)
{
    Text path;
    struct stat info = {0};
    text_init(&path);
    text_addf(&path, "%s%s", record, ending);
    int file = open(path.bytes, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file >= 0) {
        (void)fstat(file, &info);
    }
    text_clear(&path);
    *size = info.st_size;
    return file;
}

/* What lies behind the end, or cannot be read, is zeros: half a page may hold whole entries. */
static bool read_at(int file, off_t at, uint8_t *bytes, size_t size)
{
    memset(bytes, 0, size);
    return pread(file, bytes, size, at) > 0;
}

static void read_numbers(CarvePages *pages)
{
    pages->numbers = memory_new(pages->log_pages + 1, sizeof *pages->numbers);
    for (uint64_t i = 0; i < pages->log_pages; i++) {
        uint8_t bytes[4];
        (void)read_at(pages->log, (off_t)(LOG_HEADER + i * FRAME), bytes, sizeof bytes);
        pages->numbers[i] = (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
                            (uint32_t)bytes[2] << 8 | bytes[3];
    }
}

CarvePages *carve_pages_open(const char *record)
{
    off_t file, log;
    CarvePages *pages = memory_new(1, sizeof *pages);
    pages->file = open_part(record, "", &file);
    pages->log = open_part(record, "-wal", &log);
    pages->file_pages = (uint64_t)(file + CARVE_PAGE - 1) / CARVE_PAGE;
    pages->log_pages = log > LOG_HEADER ? (uint64_t)(log - LOG_HEADER + FRAME - 1) / FRAME : 0;
    read_numbers(pages);
    return pages;
}

void carve_pages_close(CarvePages *pages)
{
    if (pages->file >= 0) {
        close(pages->file);
    }
    if (pages->log >= 0) {
        close(pages->log);
    }
    free(pages->numbers);
    free(pages);
}

uint64_t carve_page_count(const CarvePages *pages)
{
    return pages->file_pages + pages->log_pages;
}

bool carve_page(const CarvePages *pages, uint64_t index, uint8_t bytes[CARVE_PAGE])
{
    if (index < pages->file_pages) {
        return read_at(pages->file, (off_t)(index * CARVE_PAGE), bytes, CARVE_PAGE);
    }
    index -= pages->file_pages;
    return index < pages->log_pages &&
           read_at(pages->log, (off_t)(LOG_HEADER + index * FRAME + FRAME_HEADER), bytes,
                   CARVE_PAGE);
}

bool carve_page_by_number(const CarvePages *pages, uint32_t number, CarveFrom from,
                          uint8_t bytes[CARVE_PAGE])
{
    for (uint64_t i = from == CARVE_NEWEST ? pages->log_pages : 0; i > 0; i--) {
        if (pages->numbers[i - 1] == number) {
            return carve_page(pages, pages->file_pages + i - 1, bytes);
        }
    }
    return number > 0 && number <= pages->file_pages && carve_page(pages, number - 1, bytes);
}
