#include "app/doctor.h"

#include "base/file.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

enum { ROOM_MB = 200 };

/* ---- rights ---- */

static bool open_to_others(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && (info.st_mode & 077) != 0;
}

static void look_at_rights(Doctor *doctor)
{
    static const char *const names[] = {"", "record.db", "record.mark", "vault.keys", "backups"};
    size_t found = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = names[i][0] ? path_join(doctor->data, names[i]) : path_join(doctor->data, "");
        if (open_to_others(path)) {
            doctor_say(doctor, DOCTOR_WARNING, "rights",
                       "%s can be read by others who use this computer. Take their rights away: "
                       "chmod go= '%s'",
                       path, path);
            found++;
        }
        free(path);
    }
    if (found == 0) {
        doctor_say(doctor, DOCTOR_WELL, "rights", "Nobody else may read the data folder.");
    }
}

/* ---- where it lies ---- */

/* linux/magic.h and the file systems' own: reached over a network. */
static bool over_network(const char *path)
{
    static const unsigned long kinds[] = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                          0x5346414F, 0x73757245, 0x01021997, 0x00C36400};
    struct statfs info;
    if (statfs(path, &info) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (((unsigned long)info.f_type & 0xFFFFFFFF) == kinds[i]) {
            return true;
        }
    }
    return false;
}

static bool is_synced(const char *path)
{
    static const char *const names[] = {"Dropbox",      "OneDrive", "Nextcloud", "ownCloud",
                                        "Google Drive", "iCloud",   "Syncthing", "MEGA",
                                        "pCloud",       "SeaDrive"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strstr(path, names[i])) {
            return true;
        }
    }
    char *marker = path_join(path, ".stfolder");
    bool there = folder_exists(marker);
    free(marker);
    return there;
}

static void look_at_place(Doctor *doctor)
{
    if (over_network(doctor->data)) {
        doctor_say(
            doctor, DOCTOR_WARNING, "place",
            "The data folder is on a disk reached over a network, where a record can be torn "
            "when the connection is. Move it to a disk of this computer.");
    } else if (is_synced(doctor->data)) {
        doctor_say(
            doctor, DOCTOR_WARNING, "place",
            "The data folder seems to be in a folder that another program keeps in step with "
            "other computers, which can tear a record. Move it out of there; put copies there "
            "instead: pebblecove backup DIR");
    } else {
        doctor_say(doctor, DOCTOR_WELL, "place", "The data folder is on a disk of this computer.");
    }
}

static void look_at_room(Doctor *doctor)
{
    struct statvfs info;
    if (statvfs(doctor->data, &info) != 0) {
        return;
    }
    unsigned long long room = (unsigned long long)info.f_bavail * info.f_frsize / 1000000;
    doctor_say(doctor, room < ROOM_MB ? DOCTOR_WARNING : DOCTOR_WELL, "room",
               "%llu MB are free on this disk.%s", room,
               room < ROOM_MB ? " Make room, so that everything can be kept." : "");
}

/* ---- what was left lying ---- */

static bool is_leftover(const char *name)
{
    return text_starts(name, "incoming-") || strcmp(name, "sealing") == 0 ||
           strcmp(name, "record-wiping.db") == 0 || strcmp(name, "record.db-journal") == 0;
}

static void look_at_leftovers(Doctor *doctor)
{
    char **names;
    size_t count, found = 0;
    if (!folder_list(doctor->data, &names, &count, NULL)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (is_leftover(names[i])) {
            doctor_say(doctor, DOCTOR_WARNING, "leftovers",
                       "%s was left by something that was cut short. Start Pebble Cove: it goes on "
                       "with it.",
                       names[i]);
            found++;
        } else if (strcmp(names[i], "damaged") == 0) {
            doctor_say(doctor, DOCTOR_WELL, "leftovers",
                       "A record was damaged once; its file is kept in the folder damaged.");
        }
    }
    file_names_free(names, count);
    if (found == 0) {
        doctor_say(doctor, DOCTOR_WELL, "leftovers", "Nothing was left half done.");
    }
}

void doctor_folder(Doctor *doctor)
{
    look_at_rights(doctor);
    look_at_place(doctor);
    look_at_room(doctor);
    look_at_leftovers(doctor);
}
