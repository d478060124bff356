#ifndef ABACUS_SURVEY_TABLE_H
#define ABACUS_SURVEY_TABLE_H

#include <sqlite3.h>
#include <stdint.h>

/* A table that SQLite reads from columns in memory, without a copy of them.
 *
 * Its rows lie in segments, one after the other, and each column has one part for each segment: an
 * array of cells and what the cells mean. Whoever makes the table builds parts when they are first
 * asked for, and keeps them, and all texts, until the table is freed. */

/* One value: NULL, INTEGER, REAL or TEXT, as SQLite numbers them. */
typedef struct survey_value {
  int32_t type;
  /* Bytes of a text, which ends in a zero byte besides. */
  int32_t length;
  union {
    int64_t integer;
    double number;
    const char *text;
  };
} survey_value;

/* How a part holds its cells. */
enum survey_kind {
  /* Not yet. */
  SURVEY_UNBUILT = 0,
  /* All cells are values[0]. */
  SURVEY_SAME,
  /* values[uint8_t], 256 of them. */
  SURVEY_BYTES,
  /* values[int32_t + 1]; values[0], for the cell -1, is NULL. */
  SURVEY_PLACES,
  /* base + int32_t; below 0 is NULL. The base is the same in all segments. */
  SURVEY_NUMBERED,
  /* base + the row's place in the segment. */
  SURVEY_COUNTED,
  /* double; not a number is NULL. */
  SURVEY_DOUBLES,
  /* values[row]. */
  SURVEY_VALUES,
};

/* A column in one segment. */
typedef struct survey_part {
  int32_t kind;
  int32_t value_count;
  const void *cells;
  const survey_value *values;
  int64_t base;
} survey_part;

typedef struct survey_table survey_table;
typedef struct survey_guard survey_guard;

/* What builds a table: asked for a column, it fills that column's parts. Not 0: the memory does not
 * suffice. SURVEY_CONNECTING comes first, when it calls survey_table_divide; then SQLite asks the
 * authorizer whether it may learn the columns, and SURVEY_CONNECTED ends that. */
enum { SURVEY_CONNECTING = -1, SURVEY_CONNECTED = -2 };
typedef int (*survey_build)(void *owner, int column);

/* A table without rows yet; `declaration` is its CREATE TABLE statement, copied; 0 without memory. */
survey_table *survey_table_new(
    const char *declaration, int column_count, survey_guard *guard, void *owner, survey_build build);
void survey_table_free(survey_table *table);

/* Divides the rows into segments that have so many rows each; 0: done. */
int survey_table_divide(survey_table *table, int segment_count, const int64_t *row_counts);

/* The part of a column in a segment. */
survey_part *survey_table_part(survey_table *table, int column, int segment);

/* Lets a connection know a table by its name; the table must outlive the connection. */
int survey_table_register(sqlite3 *connection, const char *name, survey_table *table);

/* What stops a question that takes too long or too much. */
enum survey_stop { SURVEY_GOES_ON = 0, SURVEY_INTERRUPTED, SURVEY_TOO_LONG, SURVEY_TOO_LARGE };

survey_guard *survey_guard_new(void);
void survey_guard_free(survey_guard *guard);
/* Has a connection ask the guard every hundred steps. */
void survey_guard_watch(survey_guard *guard, sqlite3 *connection);
/* Begins a question, which may take so many seconds and bytes. */
void survey_guard_start(survey_guard *guard, double seconds, int64_t byte_count);
/* Counts bytes that the answer takes outside SQLite. */
void survey_guard_count(survey_guard *guard, int64_t byte_count);
/* Stops the question; from any thread. */
void survey_guard_interrupt(survey_guard *guard);
/* Why the question is to stop. */
enum survey_stop survey_guard_check(survey_guard *guard);
/* Why it was stopped, as far as anybody checked. */
enum survey_stop survey_guard_reason(survey_guard *guard);

/* The most bytes of one value. */
enum { SURVEY_LONGEST_VALUE = 4 << 20 };

/* Bounds functions that nothing stops while they work; not 0: an error of SQLite. */
int survey_bound_functions(sqlite3 *connection);

/* Takes from a connection what a question does not need: files, extensions, schema tricks. */
void survey_confine(sqlite3 *connection);

/* The version of SQLite that runs, as in 3040001. */
int survey_table_sqlite_version(void);

#endif
