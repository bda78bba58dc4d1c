#include "record/story.h"

#include "family/given.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

void put_text(char *to, size_t size, const char *text)
{
    assert(strlen(text) < size);
    memcpy(to, text, strlen(text) + 1);
}

const char *story_module(int module)
{
    static const char *const names[STORY_MODULES] = {"feelings", "middle", "saying", "sitting"};
    return names[module];
}

Digest story_digest(int module, int version)
{
    Digest digest;
    memset(digest.text, '0', DIGEST_LENGTH);
    digest.text[DIGEST_LENGTH] = '\0';
    digest.text[0] = (char)('1' + module);
    digest.text[1] = (char)('0' + version % 10);
    digest.text[2] = (char)('0' + version / 10 % 10);
    return digest;
}

/* ---- a family by hand ---- */

Id story_id(char kind, int index)
{
    char text[ID_LENGTH + 1];
    snprintf(text, sizeof text, "%c%015d", kind, index);
    Id id;
    bool parsed = id_parse(text, &id);
    assert(parsed);
    return id;
}

Event story_case(int family)
{
    Event event = {.type = EVENT_CASE_OPENED, .case_id = story_id('c', family)};
    PUT(event.name, "Sample");
    return event;
}

Event story_person(int family, int person, Tier tier)
{
    Event event = {.type = EVENT_PERSON_ADDED,
                   .case_id = story_id('c', family),
                   .person_id = story_id('p', person),
                   .role = tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD,
                   .tier = tier};
    PUT(event.name, "Ash");
    PUT(event.picture, "person/child-2");
    return event;
}

Event story_frozen(int module, int version, const char *content)
{
    Event event = {.type = EVENT_CONTENT_FROZEN,
                   .digest = story_digest(module, version),
                   .version = version,
                   .content = content};
    PUT(event.module, story_module(module));
    return event;
}

Event story_assigned(int family, int person, int assignment, Setting setting)
{
    Event event = {.type = EVENT_ASSIGNED,
                   .case_id = story_id('c', family),
                   .person_id = story_id('p', person),
                   .assignment_id = story_id('a', assignment),
                   .version = 1,
                   .digest = story_digest(0, 1),
                   .setting = setting};
    PUT(event.module, story_module(0));
    PUT(event.activity, "faces");
    return event;
}

Event story_sitting(int family, int person, int sitting, Setting setting)
{
    return (Event){.type = EVENT_SITTING_STARTED,
                   .case_id = story_id('c', family),
                   .person_id = story_id('p', person),
                   .sitting_id = story_id('s', sitting),
                   .setting = setting};
}

Event story_play(int sitting, int play, int assignment, Tier tier)
{
    Event event = {.type = EVENT_PLAY_STARTED,
                   .sitting_id = story_id('s', sitting),
                   .play_id = story_id('q', play),
                   .part = assignment ? PART_ACTIVITY : PART_ARRIVING,
                   .version = 1,
                   .digest = story_digest(0, 1),
                   .tier = tier,
                   .seed = 42};
    if (assignment) {
        event.assignment_id = story_id('a', assignment);
    }
    PUT(event.module, story_module(0));
    PUT(event.activity, "faces");
    PUT(event.language, "en");
    PUT(event.tokens.helper, "Kim");
    PUT(event.tokens.me, "Ash");
    return event;
}

Event story_move(int play, const char *verb, const char *item)
{
    return (Event){
        .type = EVENT_MOVE, .play_id = story_id('q', play), .move = move_of(verb, "page-1", item)};
}

Event story_play_ended(int play, Ending how)
{
    return (Event){.type = EVENT_PLAY_ENDED, .play_id = story_id('q', play), .how = how};
}

Event story_sitting_ended(int sitting, Ending how, const char *pebble)
{
    Event event = {.type = EVENT_SITTING_ENDED, .sitting_id = story_id('s', sitting), .how = how};
    PUT(event.picture, pebble);
    return event;
}

Event story_prefs(int person, const char *field, int value)
{
    Event event = {.type = EVENT_PREFS};
    if (person) {
        event.person_id = story_id('p', person);
    }
    prefs_choose(&event.prefs, prefs_field(field), value);
    return event;
}

/* ---- chance ---- */

static const char *const names[] = {"Ash",
                                    "Sam",
                                    "Noor",
                                    "Zo\xC3\xAB",
                                    "\xD8\xB3\xD9\x84\xD9\x85",
                                    "O'Neil \"Bo\"",
                                    "{me}",
                                    "\xF0\x9F\x90\x9A"};

static int below(Story *story, size_t limit)
{
    return (int)chance_below(&story->chance, limit);
}

static const char *any_name(Story *story)
{
    return names[below(story, sizeof names / sizeof *names)];
}

void story_init(Story *story, uint64_t seed)
{
    *story = (Story){.chance = seed};
    story->ids = ids_seeded(&story->chance);
}

static const Case *any_case(Story *story, const Record *record)
{
    size_t count = record_case_count(record);
    return count ? record_case_at(record, chance_below(&story->chance, count)) : NULL;
}

static const Person *any_person(Story *story, const Case *family)
{
    return family && family->people_count
               ? &family->people[chance_below(&story->chance, family->people_count)]
               : NULL;
}

typedef bool Maker(Story *story, const Record *record, Event *event);

static bool make_helper(Story *story, const Record *record, Event *event)
{
    (void)record;
    PUT(event->name, any_name(story));
    return true;
}

static bool make_case(Story *story, const Record *record, Event *event)
{
    event->case_id = id_new(&story->ids);
    PUT(event->name, any_name(story));
    return record_case_count(record) < 5;
}

static bool make_here(Story *story, const Record *record, Event *event)
{
    const Case *family = below(story, 4) ? any_case(story, record) : NULL;
    event->case_id = family ? family->id : (Id){""};
    return true;
}

static bool make_person(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    if (!family || family->people_count > 8) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = id_new(&story->ids);
    event->tier = (Tier)below(story, TIER_COUNT);
    event->role = event->tier == TIER_AD ? PERSON_ADULT : PERSON_CHILD;
    PUT(event->name, any_name(story));
    PUT(event->picture, below(story, 2) ? "person/child-3" : "");
    return true;
}

static bool make_frozen(Story *story, const Record *record, Event *event)
{
    (void)record;
    int module = below(story, STORY_MODULES), version = story->frozen[module] + 1;
    if (version > 9) {
        return false;
    }
    snprintf(story->content, sizeof story->content, "{\"module\":\"%s\\n\",\"words\":%d}",
             story_module(module), version);
    *event = story_frozen(module, version, story->content);
    story->frozen[module] = version;
    return true;
}

/* Some version of the module that was frozen. */
static bool put_content(Story *story, int module, Event *event)
{
    if (story->frozen[module] == 0) {
        return false;
    }
    event->version = 1 + below(story, (size_t)story->frozen[module]);
    event->digest = story_digest(module, event->version);
    PUT(event->module, story_module(module));
    return true;
}

static bool make_assigned(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Person *person = any_person(story, family);
    if (!person || !put_content(story, below(story, STORY_MODULES), event)) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = person->id;
    event->assignment_id = id_new(&story->ids);
    event->setting = (Setting)below(story, SETTING_COUNT);
    PUT(event->activity, below(story, 2) ? "faces" : "colours");
    PUT(event->note, below(story, 2) ? "" : "two \"lines\"\nof note");
    return true;
}

static const Assignment *standing(Story *story, const Case *family, const Sitting *sitting)
{
    size_t start =
        family->assignment_count ? chance_below(&story->chance, family->assignment_count) : 0;
    for (size_t i = 0; i < family->assignment_count; i++) {
        const Assignment *given = &family->assignments[(start + i) % family->assignment_count];
        if (!given->taken_back && (!sitting || (id_same(given->person, sitting->person) &&
                                                given->setting == sitting->setting))) {
            return given;
        }
    }
    return NULL;
}

static bool make_taken_back(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Assignment *given = family ? standing(story, family, NULL) : NULL;
    if (!given || below(story, 4) != 0) {
        return false;
    }
    event->case_id = family->id;
    event->assignment_id = given->id;
    return true;
}

static const Person *safe_with(const Case *family, const Person *person)
{
    for (size_t i = 0; i < family->people_count; i++) {
        if (case_contact_safe(family, person->id, family->people[i].id)) {
            return &family->people[i];
        }
    }
    return NULL;
}

/* Those who may be together mostly are: they seldom come up. */
static bool make_sitting(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Person *person = any_person(story, family);
    if (!person || record_sitting_open(record)) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = person->id;
    event->sitting_id = id_new(&story->ids);
    event->setting = safe_with(family, person) && below(story, 4)
                         ? SETTING_JOINT
                         : (Setting)below(story, SETTING_COUNT);
    return true;
}

static bool had_part(const Record *record, const Sitting *sitting, PlayPart part)
{
    for (size_t i = 0; i < sitting->play_count; i++) {
        if (record_play(record, sitting->plays[i])->part == part) {
            return true;
        }
    }
    return false;
}

static bool put_part(Story *story, const Record *record, const Sitting *sitting, Event *event)
{
    event->part = (PlayPart)below(story, 3);
    if (event->part != PART_ACTIVITY) {
        PUT(event->activity, "check");
        return !had_part(record, sitting, event->part) && put_content(story, 3, event);
    }
    const Assignment *given = standing(story, record_case(record, sitting->case_id), sitting);
    if (!given) {
        return false;
    }
    event->assignment_id = given->id;
    PUT(event->activity, given->activity);
    int module = 0;
    while (strcmp(story_module(module), given->module) != 0) {
        module++;
    }
    return put_content(story, module, event);
}

/* Two play only once the adult joined, and no feelings are asked for. */
static bool may_begin(const Sitting *sitting, const Event *event)
{
    return sitting->setting != SETTING_JOINT ||
           (sitting->adult.text[0] && !sitting->ended_by && event->part == PART_ACTIVITY);
}

static bool make_play(Story *story, const Record *record, Event *event)
{
    const Sitting *sitting = record_sitting_open(record);
    if (!sitting || record_play_open(record, sitting) || !put_part(story, record, sitting, event)) {
        return false;
    }
    if (!may_begin(sitting, event)) {
        return false;
    }
    const Case *family = record_case(record, sitting->case_id);
    const Person *person = case_person(family, sitting->person);
    event->sitting_id = sitting->id;
    event->play_id = id_new(&story->ids);
    const Assignment *given = case_assignment(family, event->assignment_id);
    event->tier = given ? given_tier(family, given) : person->tier;
    event->seed = ids_seed(&story->ids);
    PUT(event->language, "pt-br");
    case_tokens(family, person, record_helper(record), &event->tokens);
    return true;
}

static bool make_move(Story *story, const Record *record, Event *event)
{
    const PlayRecord *play = record_play_open(record, record_sitting_open(record));
    if (!play) {
        return false;
    }
    event->play_id = play->id;
    event->move =
        move_of(below(story, 2) ? "choose" : "next", "page-1", below(story, 2) ? "x" : "");
    event->move.value = below(story, 5) - 2;
    PUT(event->move.text, below(story, 3) ? "" : any_name(story));
    return true;
}

static bool make_play_ended(Story *story, const Record *record, Event *event)
{
    const PlayRecord *play = record_play_open(record, record_sitting_open(record));
    if (!play || below(story, 2) != 0) {
        return false;
    }
    event->play_id = play->id;
    event->how = (Ending)(1 + below(story, 3));
    return true;
}

/* In the last sitting, which may have ended. */
static bool make_break(Story *story, const Record *record, Event *event)
{
    size_t count = record_sitting_count(record);
    const PlayRecord *play = record_play_open(record, record_sitting_open(record));
    if (count == 0 || below(story, 3) != 0) {
        return false;
    }
    event->sitting_id = record_sitting_at(record, count - 1)->id;
    if (play && below(story, 2)) {
        event->play_id = play->id;
    }
    return true;
}

static bool make_sitting_ended(Story *story, const Record *record, Event *event)
{
    const Sitting *sitting = record_sitting_open(record);
    if (!sitting || record_play_open(record, sitting) || below(story, 4) != 0) {
        return false;
    }
    event->sitting_id = sitting->id;
    event->how = (Ending)(1 + below(story, 3));
    PUT(event->picture, below(story, 2) ? "" : "pebble/sea");
    return true;
}

static bool make_prefs(Story *story, const Record *record, Event *event)
{
    const Person *person = below(story, 4) ? any_person(story, any_case(story, record)) : NULL;
    size_t count;
    const PrefField *fields = prefs_fields(&count);
    for (int i = 0; i < 3; i++) {
        const PrefField *field = &fields[below(story, count)];
        prefs_choose(&event->prefs, field,
                     field->min + below(story, (size_t)(field->max - field->min) + 1));
    }
    event->person_id = person ? person->id : (Id){""};
    return true;
}

static bool make_language(Story *story, const Record *record, Event *event)
{
    static const char *const tags[] = {"en", "es", "ar", "pt-br"};
    const Person *person = below(story, 4) ? any_person(story, any_case(story, record)) : NULL;
    event->person_id = person ? person->id : (Id){""};
    PUT(event->language, tags[below(story, sizeof tags / sizeof *tags)]);
    return true;
}

/* Made anew, changed and taken away. */
static bool make_sign_in(Story *story, const Record *record, Event *event)
{
    const Person *person = any_person(story, any_case(story, record));
    if (!person) {
        return false;
    }
    event->person_id = person->id;
    event->way = below(story, 3) ? sign_in_usual(person->tier) : SIGN_IN_NONE;
    PUT(event->picture, below(story, 2) ? "sign/seal" : "");
    if (event->way != SIGN_IN_NONE) {
        PUT(event->proof, below(story, 2) ? "$argon2id$v=19$m=8,t=1,p=1$YQ$Yg" : "$b,+/=");
    }
    return true;
}

static bool make_pictured(Story *story, const Record *record, Event *event)
{
    static const char *const pictures[] = {"figure/bcjaeg-ac", "figure/ehrhfh", "person/adult-2"};
    const Case *family = any_case(story, record);
    const Person *person = any_person(story, family);
    if (!person) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = person->id;
    PUT(event->picture, pictures[below(story, sizeof pictures / sizeof *pictures)]);
    return strcmp(event->picture, person->picture) != 0;
}

static bool make_left(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Person *person = any_person(story, family);
    if (!person) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = person->id;
    event->about_id = below(story, 2) ? person->id : (Id){""};
    event->digest = story_digest(0, 1);
    PUT(event->audience, "court");
    PUT(event->note, "people attendance");
    PUT(event->form, "text");
    return true;
}

static bool make_called(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Person *person = any_person(story, family);
    const Person *adult = person ? case_adult(family, (int)below(story, 2)) : NULL;
    if (!adult) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = person->id;
    event->about_id = adult->id;
    PUT(event->name, any_name(story));
    return true;
}

static bool make_judged(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Person *child = any_person(story, family), *adult = any_person(story, family);
    if (!child || child->role != PERSON_CHILD || adult->role != PERSON_ADULT) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = child->id;
    event->about_id = adult->id;
    event->contact = below(story, 3) ? CONTACT_SAFE : CONTACT_CLOSED;
    return true;
}

static bool make_joined(Story *story, const Record *record, Event *event)
{
    const Sitting *sitting = record_sitting_open(record);
    (void)story;
    if (!sitting || sitting->setting != SETTING_JOINT || sitting->adult.text[0] ||
        sitting->play_count > 0) {
        return false;
    }
    const Case *family = record_case(record, sitting->case_id);
    const Person *adult = safe_with(family, case_person(family, sitting->person));
    if (adult) {
        event->sitting_id = sitting->id;
        event->about_id = adult->id;
    }
    return adult != NULL;
}

static bool make_joint_ended(Story *story, const Record *record, Event *event)
{
    const Sitting *sitting = record_sitting_open(record);
    if (!sitting || !sitting->adult.text[0] || sitting->ended_by ||
        record_play_open(record, sitting)) {
        return false;
    }
    event->sitting_id = sitting->id;
    event->seat = below(story, 2) ? SEAT_CHILD : SEAT_ADULT;
    return true;
}

/* ---- facts ---- */

static const char *any_value(Story *story, const FactField *field)
{
    static const char *const dates[] = {"2024-02-29", "1999-12-31", "2030-01-01"};
    static const char *const ratings[] = {"0", "5", "10"};
    int codes = 0;
    switch (below(story, 5) ? field->value : FACT_WORDS) {
    case FACT_CHOICE:
        while (field->choices[codes]) {
            codes++;
        }
        return field->choices[below(story, (size_t)codes)];
    case FACT_DATE: return dates[below(story, 3)];
    case FACT_RATING: return ratings[below(story, 3)];
    case FACT_WORDS: break;
    }
    return field->value == FACT_WORDS ? any_name(story) : "";
}

static const Person *any_of(Story *story, const Case *family, PersonRole role)
{
    const Person *person = any_person(story, family);
    return person && person->role == role ? person : NULL;
}

/* The people a group is about; false when chance found none. */
static bool put_subject(Story *story, const Record *record, FactOf of, Event *event)
{
    bool of_case = of != FACT_OF_PRACTICE && of != FACT_OF_SHELF;
    const Case *family = of_case ? any_case(story, record) : NULL;
    bool child = of == FACT_OF_CHILD || of == FACT_OF_PAIR;
    const Person *person = child                 ? any_of(story, family, PERSON_CHILD)
                           : of == FACT_OF_ADULT ? any_of(story, family, PERSON_ADULT)
                                                 : any_person(story, family);
    const Person *about = of == FACT_OF_PAIR ? any_of(story, family, PERSON_ADULT) : NULL;
    bool of_person = child || of == FACT_OF_ADULT || of == FACT_OF_PERSON;
    event->case_id = family ? family->id : (Id){""};
    event->person_id = of_person && person ? person->id : (Id){""};
    event->about_id = about ? about->id : (Id){""};
    return (family || !of_case) && (!of_person || person) && (of != FACT_OF_PAIR || about);
}

static bool put_item(Story *story, const Record *record, const FactGroup *group, Event *event)
{
    const Case *family = record_case(record, event->case_id);
    FactSubject subject = {event->person_id, event->about_id, {""}};
    Id items[2];
    if (group->most == 0) {
        return true;
    }
    size_t count =
        facts_items(family ? &family->facts : record_practice(record), group, &subject, items, 2);
    event->item_id = count ? items[0] : id_new(&story->ids);
    return true;
}

/* Of the last sitting, or of its last play; what a child says of showing it stays its wish. */
static bool put_played(Story *story, const Record *record, FactOf of, Event *event)
{
    size_t count = record_sitting_count(record);
    const Sitting *last = count ? record_sitting_at(record, count - 1) : NULL;
    bool played = last && last->play_count > 0;
    if (!last || (of != FACT_OF_SITTING && of != FACT_OF_MOMENT && !played)) {
        return false;
    }
    const Case *family = record_case(record, last->case_id);
    const Person *about = below(story, 2) ? any_of(story, family, PERSON_ADULT) : NULL;
    event->case_id = last->case_id;
    if (of == FACT_OF_MOMENT) {
        event->about_id = last->id;
        event->item_id = id_new(&story->ids);
        return true;
    }
    event->item_id = of == FACT_OF_SITTING
                         ? last->id
                         : record_play(record, last->plays[last->play_count - 1])->id;
    if (of == FACT_OF_SHOWN) {
        event->person_id = last->person;
        event->about_id = about ? about->id : (Id){""};
        return case_person(family, last->person)->role == PERSON_CHILD;
    }
    return true;
}

/* To a child: another tier's wording is for children. */
static bool put_given(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    size_t count = family ? family->assignment_count : 0;
    const Assignment *given = count ? &family->assignments[below(story, count)] : NULL;
    if (!given || case_person(family, given->person)->role != PERSON_CHILD) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = given->person;
    event->item_id = given->id;
    return true;
}

static bool put_group(Story *story, const Record *record, const FactGroup *group, Event *event)
{
    if (group->of == FACT_OF_GIVEN) {
        return put_given(story, record, event);
    }
    if (group->of >= FACT_OF_SITTING) {
        return put_played(story, record, group->of, event);
    }
    return put_subject(story, record, group->of, event) && put_item(story, record, group, event);
}

static bool make_noted(Story *story, const Record *record, Event *event)
{
    size_t count;
    const FactGroup *groups = fact_groups(&count);
    const FactGroup *group = &groups[below(story, count)];
    if (!put_group(story, record, group, event)) {
        return false;
    }
    const FactField *field;
    do {
        field = &group->fields[below(story, FACT_FIELDS_MAX)];
    } while (!field->id || strcmp(field->id, "show.state") == 0);
    PUT(event->fact, field->id);
    PUT(event->value, any_value(story, field));
    PUT(event->note, below(story, 2) ? "" : any_name(story));
    return true;
}

/* ---- the log ---- */

static bool make_logged(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    const Person *person = any_person(story, family);
    if (!person || below(story, 3)) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = person->id;
    event->about_id = below(story, 3) ? (Id){""} : any_person(story, family)->id;
    event->item_id = id_new(&story->ids);
    event->act = (LogAct)below(story, LOG_KEPT_ACTS);
    event->what = (AccessData)below(story, ACCESS_DATA_COUNT);
    event->times = 1 + below(story, 9);
    return true;
}

static bool make_erased(Story *story, const Record *record, Event *event)
{
    (void)record;
    if (below(story, 3)) {
        return false;
    }
    event->case_id = id_new(&story->ids);
    event->why = (EraseWhy)below(story, ERASE_WHYS);
    return true;
}

static bool make_person_erased(Story *story, const Record *record, Event *event)
{
    const Case *family = any_case(story, record);
    if (!family || below(story, 3)) {
        return false;
    }
    event->case_id = family->id;
    event->person_id = id_new(&story->ids);
    event->why = (EraseWhy)below(story, ERASE_WHYS);
    return true;
}

static bool make_copied(Story *story, const Record *record, Event *event)
{
    (void)record;
    put_text(event->value, sizeof event->value, any_name(story));
    return event->value[0] != '\0';
}

static bool make_salvaged(Story *story, const Record *record, Event *event)
{
    (void)record;
    event->digest = story_digest(0, 1 + below(story, 3));
    event->content = "{\"entries\":12,\"lost\":1}";
    return below(story, 10) == 0;
}

static bool make_aside(Story *story, const Record *record, Event *event)
{
    (void)record;
    event->content = "break\n{}";
    return below(story, 10) == 0;
}

void story_next(Story *story, const Record *record, Event *out)
{
    static Maker *const makers[EVENT_TYPE_COUNT] = {
        [EVENT_HELPER_NAMED] = make_helper,   [EVENT_CASE_OPENED] = make_case,
        [EVENT_FAMILY_HERE] = make_here,      [EVENT_PERSON_ADDED] = make_person,
        [EVENT_CONTENT_FROZEN] = make_frozen, [EVENT_ASSIGNED] = make_assigned,
        [EVENT_TAKEN_BACK] = make_taken_back, [EVENT_SITTING_STARTED] = make_sitting,
        [EVENT_PLAY_STARTED] = make_play,     [EVENT_MOVE] = make_move,
        [EVENT_PLAY_ENDED] = make_play_ended, [EVENT_BREAK] = make_break,
        [EVENT_NOT_OK] = make_break,          [EVENT_SITTING_ENDED] = make_sitting_ended,
        [EVENT_PREFS] = make_prefs,           [EVENT_CALLED] = make_called,
        [EVENT_PICTURED] = make_pictured,     [EVENT_CONTACT_JUDGED] = make_judged,
        [EVENT_JOINED] = make_joined,         [EVENT_JOINT_ENDED] = make_joint_ended,
        [EVENT_LANGUAGE] = make_language,     [EVENT_NOTED] = make_noted,
        [EVENT_SIGN_IN] = make_sign_in,       [EVENT_LOGGED] = make_logged,
        [EVENT_ERASED] = make_erased,         [EVENT_COPIED] = make_copied,
        [EVENT_SALVAGED] = make_salvaged,     [EVENT_LEFT] = make_left,
        [EVENT_ASIDE] = make_aside,           [EVENT_PERSON_ERASED] = make_person_erased,
    };
    Event event;
    EventType type;
    do {
        /* half of all are moves, when there is a play to make them in; joint work is seldom
         * possible, and so is often tried */
        static const EventType often[] = {
            EVENT_MOVE,   EVENT_MOVE,           EVENT_MOVE,
            EVENT_JOINED, EVENT_JOINED,         EVENT_JOINT_ENDED,
            EVENT_JOINED, EVENT_CONTACT_JUDGED, EVENT_SITTING_STARTED};
        type = below(story, 2) ? often[below(story, sizeof often / sizeof *often)]
                               : (EventType)below(story, EVENT_TYPE_COUNT);
        event = (Event){.type = type};
    } while (!makers[type](story, record, &event));
    event.wall_ms = 1700000000000 + below(story, 1000000);
    *out = event;
}
