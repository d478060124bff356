#ifndef ABACUS_TIME_ZONE_H
#define ABACUS_TIME_ZONE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The time zones of the system's tzdata, as the date library reads them. Safe from any thread. */

/* How many zones and other names of zones the system has; 0 where it has no tzdata. */
int time_zone_count(void);

/* The name at a place from 0, as in Europe/Berlin. It stays valid. */
const char *time_zone_name(int place);

/* The name of the machine's own zone, which /etc/localtime sets; NULL where nothing sets it. */
const char *time_zone_of_machine(void);

/* Writes by how many seconds the clocks of a zone are ahead of UTC, so many seconds after 1970-01-01
   00:00 UTC. 0: there is no such zone. */
int time_zone_offset(const char *zone, int64_t seconds, int32_t *offset);

#ifdef __cplusplus
}
#endif
#endif
