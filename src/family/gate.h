/* The safety gate and hide mode of one adult (blueprint 6.8), read from what the helper noted. Both
 * are the helper's decisions; nothing here is computed from what anybody did. */
#ifndef FAMILY_GATE_H
#define FAMILY_GATE_H

#include "family/family.h"

/* What is still to be noted before the gate may be opened, one bit each. */
enum {
    GATE_LACKS_ORDER = 1,   /* (a) whether there is an order or decision */
    GATE_LACKS_CONCERN = 2, /* (b) whether there is or was a concern */
    GATE_LACKS_FORM = 4,    /* (c) in which form contact is allowed; none keeps it shut */
    GATE_LACKS_JUDGED = 8,  /* (d) who judged it safe */
    GATE_LACKS_ALONE = 16,  /* (e) that the child was asked alone */
    GATE_LACKS_SOURCE = 32, /* from whom or what this is known */
    GATE_LACKS_DATE = 64
};
unsigned gate_lacks(const Facts *facts, Id adult);

/* The helper opened it and nothing is lacking. Without that, contact with this adult and everything
 * joint is simply not there. */
bool gate_open(const Case *family, Id adult);
bool gate_any_open(const Case *family); /* of any adult of the case */

/* Child and adult may play together: the adult's gate is open, contact of the two was judged safe,
 * and the adult is not in hide mode. */
bool together_open(const Case *family, Id child, Id adult);

/* This adult sees their own modules and the contact card, and nothing else. */
bool adult_hidden(const Case *family, Id adult);

/* Somebody of the case is in hide mode, or an order protects from or forbids contact: nothing is
 * there about messages between carers. */
bool carers_apart(const Case *family);

bool case_on_hold(const Case *family); /* legal hold: nothing may be erased */

#endif
