#include "screen/may.h"

#include "family/consent.h"
#include "family/gate.h"
#include "family/given.h"
#include "screen/signs.h"

bool helper_may(const Case *family, AccessData what, AccessAction how)
{
    return access_allows(&(AccessAsk){
        .who = ACCESS_HELPER, .what = what, .how = how, .hold = family && case_on_hold(family)});
}

static bool pair_may(const Case *family, Id child, Id adult, AccessData what, AccessAction how)
{
    return access_allows(
        &(AccessAsk){.who = ACCESS_TOGETHER,
                     .what = what,
                     .how = how,
                     .where = SETTING_JOINT,
                     .hidden = adult_hidden(family, adult),
                     .gate = gate_open(family, adult) && case_contact_safe(family, child, adult),
                     .consented = consent_holds(family)});
}

bool child_may_begin(const Case *family)
{
    return access_allows(&(AccessAsk){.who = ACCESS_CHILD,
                                      .what = ACCESS_GIVEN,
                                      .how = ACCESS_READ,
                                      .consented = consent_holds(family)});
}

bool pair_may_play(const Case *family, Id child, Id adult)
{
    return pair_may(family, child, adult, ACCESS_SHARED, ACCESS_WRITE);
}

bool sitter_may(const Sitter *sitter, AccessData what, AccessAction how)
{
    const Person *person = sitter->person;
    if (sitter->sitting->setting == SETTING_JOINT) {
        return pair_may(sitter->family, person->id, sitter->sitting->adult, what, how);
    }
    bool adult = person->role == PERSON_ADULT;
    return access_allows(&(AccessAsk){.who = adult ? ACCESS_ADULT : ACCESS_CHILD,
                                      .what = what,
                                      .how = how,
                                      .where = sitter->sitting->setting,
                                      .hidden = adult && adult_hidden(sitter->family, person->id),
                                      .consented = consent_holds(sitter->family),
                                      .signed_in = sitter->signed_in});
}

/* A module that cannot be found is not known to be harmless. */
static bool is_sensitive(const Cove *cove, const Assignment *given)
{
    const Module *module = library_module(cove->library, given->module);
    return !module || module->gate != GATE_ASSENT || given->setting == SETTING_JOINT;
}

/* Given before it was closed. */
static bool closed_since(const Cove *cove, const Sitter *sitter, const Assignment *given)
{
    const Module *module = library_module(cove->library, given->module);
    const Activity *activity = module ? module_activity(module, given->activity) : NULL;
    return activity && activity->co_parent && carers_apart(sitter->family);
}

static bool rests(const Cove *cove, const Sitter *sitter, const Assignment *given)
{
    return signs_wait(keeper_record(cove->keeper), sitter->person->id) && is_sensitive(cove, given);
}

/* In a fixed order the one before comes first, played to its end or stopped. */
static bool waits_its_turn(const Cove *cove, const Sitter *sitter, const Assignment *given)
{
    const Assignment *before = given_after(sitter->family, given);
    return before && record_times_played(keeper_record(cove->keeper), before->id) == 0;
}

bool sitter_may_play(const Cove *cove, const Sitter *sitter, const Assignment *given)
{
    return id_same(given->person, sitter->person->id) && !given->taken_back &&
           setting_covers(sitter->sitting->setting, given->setting) &&
           sitter_may(sitter, ACCESS_GIVEN, ACCESS_READ) && !rests(cove, sitter, given) &&
           !closed_since(cove, sitter, given) && !waits_its_turn(cove, sitter, given);
}

AccessData play_data(const Sitting *sitting, const Person *person, PlayPart part)
{
    if (sitting->setting == SETTING_JOINT) {
        return ACCESS_SHARED;
    }
    if (person->role == PERSON_ADULT) {
        return ACCESS_HOMEWORK;
    }
    return part == PART_ACTIVITY ? ACCESS_ANSWERS : ACCESS_FEELINGS;
}
