#include "app/mark.h"

#include <stdio.h>
#include <time.h>

void mark_frame(bool whole)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    printf("%s %lld\n", whole ? "whole" : "shown",
           (long long)now.tv_sec * 1000000000LL + now.tv_nsec);
    fflush(stdout);
}
