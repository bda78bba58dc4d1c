/* An empty folder for one test, which goes away after it. Setup and teardown for cmocka; *state is
 * the folder's path. */
#ifndef TESTS_STORE_FOLDER_H
#define TESTS_STORE_FOLDER_H

int folder_set_up(void **state);
int folder_tear_down(void **state);
void folder_empty(const char *folder); /* removes what is in it */

void folder_copy(const char *from, const char *to); /* its files, into a folder that is there */

#endif
