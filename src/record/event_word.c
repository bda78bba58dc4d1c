/* Values of events that are one of an enum: written as words, so that an enum may be put in another
 * order. */
#include "record/event_value.h"

#include "record/event.h"

#include <string.h>

_Static_assert(sizeof(PersonRole) == sizeof(int) && sizeof(Tier) == sizeof(int) &&
                   sizeof(Setting) == sizeof(int) && sizeof(PlayPart) == sizeof(int) &&
                   sizeof(Ending) == sizeof(int) && sizeof(Contact) == sizeof(int) &&
                   sizeof(Seat) == sizeof(int) && sizeof(SignInWay) == sizeof(int) &&
                   sizeof(LogAct) == sizeof(int) && sizeof(AccessData) == sizeof(int) &&
                   sizeof(EraseWhy) == sizeof(int),
               "enums are read and written as int");

enum { ENUM_MAX = 32 }; /* values 0..31 are tried */

static const char *role_word(int value)
{
    static const char *const words[] = {[PERSON_CHILD] = "child", [PERSON_ADULT] = "adult"};
    return value >= 0 && value <= PERSON_ADULT ? words[value] : NULL;
}

static const char *contact_word(int value)
{
    static const char *const words[] = {[CONTACT_CLOSED] = "closed", [CONTACT_SAFE] = "safe"};
    return value >= 0 && value <= CONTACT_SAFE ? words[value] : NULL;
}

static const char *seat_word(int value)
{
    return value >= 0 ? seat_id((Seat)value) : NULL;
}

static const char *way_word(int value)
{
    return sign_in_way_id((SignInWay)value);
}

static const char *act_word(int value)
{
    return log_act_word((LogAct)value);
}

static const char *data_word(int value)
{
    return access_data_word((AccessData)value);
}

static const char *why_word(int value)
{
    return erase_why_word((EraseWhy)value);
}

static const char *tier_word(int value)
{
    return value >= 0 && value < TIER_COUNT ? tier_limits((Tier)value)->id : NULL;
}

static const char *setting_word(int value)
{
    return value >= 0 && value < SETTING_COUNT ? setting_id((Setting)value) : NULL;
}

static const char *part_word(int value)
{
    static const char *const words[] = {
        [PART_ACTIVITY] = "activity", [PART_ARRIVING] = "arriving", [PART_LEAVING] = "leaving"};
    return value >= 0 && value <= PART_LEAVING ? words[value] : NULL;
}

static const char *how_word(int value)
{
    static const char *const words[] = {
        [ENDING_FINISHED] = "finished", [ENDING_STOPPED] = "stopped", [ENDING_LEFT] = "left"};
    return value > ENDING_OPEN && value <= ENDING_LEFT ? words[value] : NULL;
}

static const char *word_at(const Member *member, const void *at)
{
    int value;
    memcpy(&value, at, sizeof value);
    return member->kind->word(value);
}

static void write_word(const Member *member, const void *at, Json *object)
{
    json_add_string(object, member->key, word_at(member, at));
}

static bool read_word(const Member *member, const Json *json, void *at, Error *error)
{
    (void)error;
    const char *text = json_string(json);
    for (int value = 0; text && value < ENUM_MAX; value++) {
        const char *word = member->kind->word(value);
        if (word && strcmp(word, text) == 0) {
            memcpy(at, &value, sizeof value);
            return true;
        }
    }
    return false;
}

static bool fits_word(const Member *member, const void *at)
{
    return word_at(member, at) != NULL;
}

#define WORD_VALUE .write = write_word, .read = read_word, .fits = fits_word

const ValueKind value_role = {.what = "child or adult", WORD_VALUE, .word = role_word};
const ValueKind value_tier = {.what = "t1, t2, t3, t4 or ad", WORD_VALUE, .word = tier_word};
const ValueKind value_setting = {.what = "room, home or joint", WORD_VALUE, .word = setting_word};
const ValueKind value_part = {
    .what = "activity, arriving or leaving", WORD_VALUE, .word = part_word};
const ValueKind value_contact = {.what = "closed or safe", WORD_VALUE, .word = contact_word};
const ValueKind value_seat = {.what = "child or adult", WORD_VALUE, .word = seat_word};
const ValueKind value_way = {
    .what = "none, pictures, word, pin or phrase", WORD_VALUE, .word = way_word};
const ValueKind value_act = {.what = "an act of the log", WORD_VALUE, .word = act_word};
const ValueKind value_data = {.what = "a class of data", WORD_VALUE, .word = data_word};
const ValueKind value_why = {.what = "asked, time-over or other", WORD_VALUE, .word = why_word};
const ValueKind value_how = {.what = "finished, stopped or left", WORD_VALUE, .word = how_word};
