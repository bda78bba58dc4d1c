/* Whether those who have a legal say agreed to the work with the children of a case
 * (blueprint 6.5), read from what the helper noted. Without it nothing of a child's begins. */
#ifndef FAMILY_CONSENT_H
#define FAMILY_CONSENT_H

#include "family/family.h"

/* What is missing, one bit each. */
enum {
    CONSENT_LACKS_BASIS = 1, /* who may consent is not noted */
    CONSENT_LACKS_WHO = 2,   /* both must, and it is not noted who the two are */
    CONSENT_LACKS_YES = 4,   /* somebody whose consent is needed did not give it */
    CONSENT_LACKS_LEGAL = 8  /* an order or something else decides, and it is not noted what */
};
unsigned consent_lacks(const Case *family);

/* A child's work may begin: nothing is missing, or the helper noted an emergency. Where nothing was
 * noted at all, nobody has said no, and it may too. */
bool consent_holds(const Case *family);
bool consent_is_urgent(const Case *family); /* the emergency */

/* The consent of this adult is needed and missing. */
bool consent_waits_for(const Case *family, Id adult);

/* "ad-1": number of the words an adult was asked with. */
const char *consent_version(void);

#endif
