/* Names of the pictures in a folder and the folders below it: "face/happy" is face/happy.svg.
 * Private to the content layer. */
#ifndef CONTENT_PICTURES_H
#define CONTENT_PICTURES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Pictures {
    char **names; /* sorted */
    size_t count, capacity;
} Pictures;

void pictures_list(const char *folder, Pictures *out); /* adds nothing when it is not there */
void pictures_add(Pictures *pictures, const char *name);
void pictures_sort(Pictures *pictures); /* after the last pictures_add */
bool pictures_have(const Pictures *pictures, const char *name);
void pictures_clear(Pictures *pictures);

#endif
