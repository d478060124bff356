#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "survey_internal.h"

struct survey_guard {
  atomic_int is_interrupted;
  double deadline;
  int64_t byte_limit;
  int64_t byte_start;
  int64_t own_bytes;
  enum survey_stop reason;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

survey_guard *survey_guard_new(void) {
  survey_guard *guard = calloc(1, sizeof *guard);
  if (guard) guard->deadline = 1e300, guard->byte_limit = INT64_MAX;
  return guard;
}

void survey_guard_free(survey_guard *guard) { free(guard); }

static int is_stopped(void *guard) { return survey_guard_check(guard) != SURVEY_GOES_ON; }

void survey_guard_watch(survey_guard *guard, sqlite3 *connection) {
  sqlite3_progress_handler(connection, 100, is_stopped, guard);
}

void survey_guard_start(survey_guard *guard, double seconds, int64_t byte_count) {
  atomic_store(&guard->is_interrupted, 0);
  guard->reason = SURVEY_GOES_ON;
  guard->deadline = now() + seconds;
  guard->byte_limit = byte_count;
  guard->byte_start = sqlite3_memory_used();
  guard->own_bytes = 0;
}

void survey_guard_count(survey_guard *guard, int64_t byte_count) { guard->own_bytes += byte_count; }

void survey_guard_interrupt(survey_guard *guard) { atomic_store(&guard->is_interrupted, 1); }

enum survey_stop survey_guard_check(survey_guard *guard) {
  if (guard->reason != SURVEY_GOES_ON) return guard->reason;
  int64_t used = sqlite3_memory_used() - guard->byte_start + guard->own_bytes;
  if (atomic_load(&guard->is_interrupted)) guard->reason = SURVEY_INTERRUPTED;
  else if (used > guard->byte_limit) guard->reason = SURVEY_TOO_LARGE;
  else if (now() > guard->deadline) guard->reason = SURVEY_TOO_LONG;
  return guard->reason;
}

enum survey_stop survey_guard_reason(survey_guard *guard) { return guard->reason; }

void survey_confine(sqlite3 *connection) {
  static const int limits[][2] = {
      {SQLITE_LIMIT_LENGTH, SURVEY_LONGEST_VALUE},      {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
      {SQLITE_LIMIT_ATTACHED, 0},            {SQLITE_LIMIT_EXPR_DEPTH, 500},
      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
      {SQLITE_LIMIT_VDBE_OP, 5000000},       {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  for (size_t place = 0; place < sizeof limits / sizeof *limits; place++)
    sqlite3_limit(connection, limits[place][0], limits[place][1]);
  /* For what is allocated between two looks of a guard; the same in the whole process. */
  if (sqlite3_hard_heap_limit64(-1) == 0) sqlite3_hard_heap_limit64((int64_t)2 << 30);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
}

int survey_table_sqlite_version(void) { return sqlite3_libversion_number(); }
