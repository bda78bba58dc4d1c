/* The commands. Each opens what it needs, does its work and leaves nothing behind. */
#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H

#include "app/options.h"

bool cmd_open(const Options *options, Error *error);
bool cmd_tour(const Options *options, Error *error);
bool cmd_check(const Options *options, Error *error);
bool cmd_preview(const Options *options, Error *error);
bool cmd_backup(const Options *options, Error *error);
bool cmd_restore(const Options *options, Error *error);
bool cmd_doctor(const Options *options, Error *error);
bool cmd_new_module(const Options *options, Error *error);

#endif
