/* The index and the shelves: what is read and what is only listed, what changed, what a stranger
 * may have written into the index, and modules of one's own before shipped ones. */
#include "content/fixture.h"

#include "content/fake_kinds.h"
#include "base/ids.h"
#include "content/library.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct House {
    char *content, *index, *own;
} House;

/* As if the files had been written long ago: fresh ones are not kept in the index. */
static void make_old(const char *content)
{
    char command[1200];
    snprintf(command, sizeof command, "find '%s' -exec touch -d '2026-01-02 03:04:05.678' {} +",
             content);
    assert_int_equal(system(command), 0);
}

static void copy_module(const char *content, const char *name, const char *code)
{
    char command[2400], id[80], line[80];
    snprintf(command, sizeof command, "mkdir -p '%s' && cp -r '" GOOD "/feelings' '%s/%s'", content,
             content, name);
    assert_int_equal(system(command), 0);
    snprintf(id, sizeof id, "%s/module.json", name);
    snprintf(line, sizeof line, "\"id\": \"%s\",\n  \"code\": \"%s\"", name, code);
    change_file(content, id, "\"id\": \"feelings\",\n  \"code\": \"M01\"", line);
    snprintf(line, sizeof line, "sed -i 's/\"M01\\./\"%s./' ", code);
    snprintf(command, sizeof command, "%s '%s/%s/module.json'", line, content, name);
    assert_int_equal(system(command), 0);
}

static House house(const char *name)
{
    House house = {.content = scratch_content(name)};
    house.index = path_join(house.content, "../cache/modules");
    house.own = path_join(house.content, "../own");
    copy_module(house.content, "second", "M02");
    make_old(house.content);
    return house;
}

static void house_clear(House *house)
{
    free(house->content);
    free(house->index);
    free(house->own);
}

static Library *open_house(const House *house)
{
    Library *library = NULL;
    Error error = {0};
    const LibrarySetup setup = {.content = house->content,
                                .own = house->own,
                                .language = "en",
                                .kinds = fake_kinds,
                                .index = house->index};
    if (!library_open_with(&setup, &library, &error))
        fail_msg("%s: %s", error.place, error.sentence);
    return library;
}

static size_t read_count(const Library *library)
{
    size_t count = 0;
    for (size_t i = 0; i < library_count(library); i++)
        count += library_opened(library, i) != NULL;
    return count;
}

/* Opens once more; how many modules were read for that. */
static size_t read_again(const House *house, size_t modules)
{
    Library *library = open_house(house);
    size_t count = read_count(library);
    assert_int_equal(library_count(library), modules);
    library_free(library);
    return count;
}

static void the_second_start_reads_no_module(void **state)
{
    (void)state;
    House at = house("index-second");
    assert_int_equal(read_again(&at, 2), 2);
    Library *library = open_house(&at);
    assert_int_equal(read_count(library), 0);
    assert_string_equal(library_id(library, 1), "second");
    assert_string_equal(library_listing(library, 1)->code, "M02");
    assert_string_equal(library_listing(library, 0)->title, "Feelings");
    assert_int_equal(library_listing(library, 0)->count, 2);
    const ListedActivity *faces = &library_listing(library, 0)->activities[0];
    assert_string_equal(faces->id, "faces");
    assert_string_equal(faces->title, "How I feel");
    assert_string_equal(faces->kind, "feelings_check");
    assert_int_equal(faces->tiers, 1u << TIER_T1 | 1u << TIER_T2);
    assert_string_equal(library_module(library, "second")->code, "M02");
    assert_int_equal(read_count(library), 1);
    library_free(library);
    house_clear(&at);
}

static void what_changed_is_read(void **state)
{
    (void)state;
    House at = house("index-changed");
    assert_int_equal(read_again(&at, 2), 2);
    change_file(at.content, "second/strings/en.json", "\"How I feel\"", "\"How we feel\"");
    assert_int_equal(read_again(&at, 2), 1);
    make_old(at.content);
    assert_int_equal(read_again(&at, 2), 1); /* another size */
    assert_int_equal(read_again(&at, 2), 0);
    Library *library = open_house(&at);
    assert_string_equal(library_listing(library, 1)->activities[0].title, "How we feel");
    library_free(library);
    house_clear(&at);
}

/* A copy of the folder has other times and the same bytes. */
static void other_times_alone_change_nothing(void **state)
{
    (void)state;
    House at = house("index-times");
    char command[1200];
    assert_int_equal(read_again(&at, 2), 2);
    snprintf(command, sizeof command,
             "find '%s' -name '*.json' -exec touch -d '2026-02-02 03:04:05' {} +", at.content);
    assert_int_equal(system(command), 0);
    assert_int_equal(read_again(&at, 2), 0);
    house_clear(&at);
}

/* Within the same tick of the clock a second change would not be seen. */
static void fresh_files_are_not_trusted(void **state)
{
    (void)state;
    House at = house("index-fresh");
    char command[1200];
    snprintf(command, sizeof command, "touch '%s/second/module.json'", at.content);
    assert_int_equal(system(command), 0);
    assert_int_equal(read_again(&at, 2), 2);
    assert_int_equal(read_again(&at, 2), 1);
    house_clear(&at);
}

static void a_module_gone_bad_is_unavailable(void **state)
{
    (void)state;
    House at = house("index-bad");
    assert_int_equal(read_again(&at, 2), 2);
    change_file(at.content, "second/module.json", "\"version\": 3", "\"version\": 0");
    Library *library = open_house(&at);
    assert_int_equal(library_count(library), 1);
    assert_int_equal(library_unavailable_count(library), 1);
    assert_null(library_module(library, "second"));
    library_free(library);
    house_clear(&at);
}

/* Listed as fine, but broken with the same size and time: found when it is opened. */
static void the_index_is_not_believed_when_a_module_is_opened(void **state)
{
    (void)state;
    House at = house("index-lie");
    assert_int_equal(read_again(&at, 2), 2);
    change_file(at.content, "second/module.json", "\"version\": 3", "\"version\": x");
    make_old(at.content);
    Library *library = open_house(&at);
    assert_int_equal(library_count(library), 2);
    assert_int_equal(library_unavailable_count(library), 0);
    assert_null(library_module(library, "second"));
    assert_int_equal(library_unavailable_count(library), 1);
    assert_non_null(find_fault(library_unavailable(library, 0)->faults, "json", NULL));
    assert_non_null(library_module(library, "feelings"));
    library_free(library);
    house_clear(&at);
}

/* ---- what a stranger may have written ---- */

static void write_with_sum(const char *path, const char *text)
{
    Text out;
    uint64_t sum = 0xcbf29ce484222325u; /* FNV-1a */
    for (const char *at = text; *at != '\0'; at++)
        sum = (sum ^ (unsigned char)*at) * 0x100000001b3u;
    text_init(&out);
    text_addf(&out, "%ssum\t%016llx\n", text, (unsigned long long)sum);
    write_whole(path, out.bytes);
    text_clear(&out);
}

/* The index without its last line. */
static char *read_index(const House *at)
{
    size_t size;
    char *text = read_whole(at->index, &size);
    char *sum = strstr(text, "\nsum\t");
    assert_non_null(sum);
    sum[1] = '\0';
    return text;
}

static void an_odd_index_is_forgotten_whole(void **state)
{
    static const char *const rows[][2] = {
        {"pebblecove-index\t1", "pebblecove-index\t2"},
        {"\ten\t", "\tes\t"},
        {"feelings_check ", "feelings_chick "},
        {"\tsecond\t", "\tsec\xff\t"},
        {"\tsecond\t", "\t../second\t"},
        {"\tsecond\t", "\tfeelings\t"},
        {"\tM02\t", "\tM2\t"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t3\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t1\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t99999999999999999999\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t-1\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t2\t\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t2\tFeelings\textra\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t2\tFeel\xe2\x80\xaeings\nactivity\tfaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t2\tFeelings\nactivity\tFaces\tfeelings_check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t2\tFeelings\nactivity\tfaces\tfeelings-check\tM02.1"},
        {"\t2\tFeelings\nactivity\tfaces\tfeelings_check\tM02.1",
         "\t2\tFeelings\nactive\tfaces\tfeelings_check\tM02.1"},
    };
    (void)state;
    House at = house("index-odd");
    assert_int_equal(read_again(&at, 2), 2);
    char *good = read_index(&at);
    write_with_sum(at.index, good);
    assert_int_equal(read_again(&at, 2), 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *odd = replaced(good, rows[i][0], rows[i][1]);
        write_with_sum(at.index, odd);
        if (read_again(&at, 2) != 2)
            fail_msg("row %zu was believed: %s", i, rows[i][1]);
        assert_int_equal(read_again(&at, 2), 0); /* and written anew */
        free(odd);
    }
    free(good);
    house_clear(&at);
}

static void a_damaged_index_is_forgotten_whole(void **state)
{
    (void)state;
    size_t size;
    House at = house("index-damaged");
    assert_int_equal(read_again(&at, 2), 2);
    char *good = read_whole(at.index, &size);
    for (size_t cut = 0; cut < size; cut += 97) {
        char *part = memory_copy_string(good);
        part[cut] = cut % 2 ? '\0' : (char)(part[cut] ^ 1);
        write_whole(at.index, part);
        assert_int_equal(read_again(&at, 2), 2);
        free(part);
    }
    free(good);
    house_clear(&at);
}

static void without_a_place_for_it_all_is_read(void **state)
{
    (void)state;
    House at = house("index-nowhere");
    free(at.index);
    at.index = memory_copy_string("/proc/nowhere/modules");
    assert_int_equal(read_again(&at, 2), 2);
    assert_int_equal(read_again(&at, 2), 2);
    house_clear(&at);
}

/* ---- modules of one's own ---- */

static void own_modules_add_and_stand_before_shipped_ones(void **state)
{
    (void)state;
    House at = house("index-own");
    copy_module(at.own, "mine", "U01");
    copy_module(at.own, "second", "U02");
    change_file(at.own, "second/strings/en.json", "\"How I feel\"", "\"Mine\"");
    for (int start = 0; start < 2; start++) {
        Library *library = open_house(&at);
        assert_int_equal(library_count(library), 3);
        assert_null(library_origin(library, 0));
        assert_string_equal(library_id(library, 1), "mine");
        assert_string_equal(library_origin(library, 1), at.own);
        assert_string_equal(library_origin(library, 2), at.own);
        const Module *second = library_module(library, "second");
        assert_string_equal(strings_get(library_strings(library, second), "faces.title", TIER_T1),
                            "Mine");
        assert_int_equal(library_unavailable_count(library), 0);
        library_free(library);
        make_old(at.own);
    }
    house_clear(&at);
}

static void a_broken_own_module_leaves_the_shipped_one(void **state)
{
    (void)state;
    House at = house("index-own-broken");
    copy_module(at.own, "second", "U02");
    change_file(at.own, "second/module.json", "\"version\": 3", "\"version\": 0");
    Library *library = open_house(&at);
    assert_int_equal(library_count(library), 2);
    assert_string_equal(library_module(library, "second")->code, "M02");
    assert_null(library_origin(library, 1));
    assert_int_equal(library_unavailable_count(library), 1);
    assert_string_equal(library_unavailable(library, 0)->folder, "second");
    assert_string_equal(library_unavailable(library, 0)->from, at.own);
    library_free(library);
    house_clear(&at);
}

/* Bytes changed, left out and doubled in a real one, with the sum made right; fuzz_index.c
 * looks. */
static void whatever_stands_between_head_and_sum(void **state)
{
    (void)state;
    House at = house("index-mutated");
    char *bytes, *copy;
    size_t size;
    uint64_t chance = 7;
    assert_int_equal(read_again(&at, 2), 2);
    assert_true(file_read(at.index, 1 << 20, &bytes, &size, NULL));
    size_t head = (size_t)(strchr(bytes, '\n') + 1 - bytes), body = size - head - 21;
    copy = memory_new(body + 1, 1);
    for (int turn = 0; turn < 20000; turn++) {
        copy[0] = 1;
        memcpy(copy + 1, bytes + head, body);
        for (uint64_t i = chance_below(&chance, 4); i > 0; i--)
            copy[1 + chance_below(&chance, body)] = "\t\n\0a9-/~"[chance_below(&chance, 8)];
        size_t cut = chance_below(&chance, 3) ? 0 : chance_below(&chance, body);
        LLVMFuzzerTestOneInput((const uint8_t *)copy, 1 + body - cut);
    }
    free(copy);
    free(bytes);
    house_clear(&at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_second_start_reads_no_module),
        cmocka_unit_test(what_changed_is_read),
        cmocka_unit_test(other_times_alone_change_nothing),
        cmocka_unit_test(fresh_files_are_not_trusted),
        cmocka_unit_test(a_module_gone_bad_is_unavailable),
        cmocka_unit_test(the_index_is_not_believed_when_a_module_is_opened),
        cmocka_unit_test(an_odd_index_is_forgotten_whole),
        cmocka_unit_test(a_damaged_index_is_forgotten_whole),
        cmocka_unit_test(whatever_stands_between_head_and_sum),
        cmocka_unit_test(without_a_place_for_it_all_is_read),
        cmocka_unit_test(own_modules_add_and_stand_before_shipped_ones),
        cmocka_unit_test(a_broken_own_module_leaves_the_shipped_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
