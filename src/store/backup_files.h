/* The files of a backup, as files. Private to store/. */
#ifndef STORE_BACKUP_FILES_H
#define STORE_BACKUP_FILES_H

#include "base/error.h"

/* One file of a folder into another, whole and durable; for files that nobody has open. */
bool backup_copy_file(const char *from, const char *to, const char *name, Error *error);
/* Removes the folder with the files a backup has; a folder that holds others stays. */
void backup_remove(const char *folder);

#endif
