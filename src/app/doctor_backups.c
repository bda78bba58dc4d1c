#include "app/doctor.h"
#include "app/kept_here.h"

#include "base/clock.h"
#include "base/file.h"
#include "store/backup_list.h"
#include "store/record_look.h"
#include "vault/vault.h"

#include <stdio.h>
#include <stdlib.h>

enum { OLD_DAYS = 7 };

static int64_t today(void)
{
    Clock clock = clock_system();
    char stamp[17], name[20];
    Backup now;
    clock_stamp(clock_wall(&clock), stamp, sizeof stamp);
    snprintf(name, sizeof name, "%.10s-%.2s%.2s", stamp, stamp + 11, stamp + 14);
    return backup_name_read(name, &now) ? now.time.day : 0;
}

static void look_at_newest(Doctor *doctor, const Backup *newest)
{
    Error error = {0};
    uint64_t entries;
    int64_t age = today() - newest->time.day;
    if (kept_here(newest->path) == KEPT_CLOSED) {
        doctor_say(doctor, DOCTOR_WARNING, "backups",
                   "The newest is of %s. It was not looked at: %s can only be read. Change the "
                   "permissions of this folder and of all in it.",
                   newest->when, newest->path);
        return;
    }
    if (!record_look(newest->path, &entries, &error)) {
        doctor_say_error(doctor, DOCTOR_ERROR, "backups", &error);
        doctor_say(doctor, DOCTOR_ERROR, "backups",
                   "The newest backup is damaged. Make another one on the page Safekeeping.");
        return;
    }
    doctor_say(doctor, age > OLD_DAYS ? DOCTOR_WARNING : DOCTOR_WELL, "backups",
               "The newest is of %s and whole.%s", newest->when,
               age > OLD_DAYS ? " That is more than a week ago: open the helper's room, and one is "
                                "made."
                              : "");
}

void doctor_backups(Doctor *doctor)
{
    char *place = path_join(doctor->data, BACKUPS_FOLDER);
    Backups all = backups_in(place);
    if (all.count > 0) {
        doctor_say(doctor, DOCTOR_WELL, "backups", "Backups on this computer: %zu.", all.count);
        look_at_newest(doctor, &all.list[all.count - 1]);
    } else if (vault_exists(doctor->data)) {
        doctor_say(doctor, DOCTOR_WARNING, "backups",
                   "There is no backup yet. Open the helper's room, and one is made.");
    }
    backups_clear(&all);
    free(place);
}
