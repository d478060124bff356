#ifndef ABACUS_SURVEY_INTERNAL_H
#define ABACUS_SURVEY_INTERNAL_H

#include <stddef.h>

#include "survey_table.h"

/* The place of each value of a column among its distinct values, in SQLite's order. */
typedef struct survey_ranking {
  uint32_t count;
  /* By segment, then by value. */
  uint32_t **ranks;
} survey_ranking;

/* The rows of each value of a SURVEY_NUMBERED column. */
typedef struct survey_index {
  /* The rows of the cell c are rows[starts[c]] up to rows[starts[c + 1]]. */
  uint32_t value_count;
  uint32_t *starts;
  uint32_t *rows;
} survey_index;

struct survey_table {
  char *declaration;
  int column_count;
  int segment_count;
  /* segment_count + 1 row numbers. */
  int64_t *starts;
  survey_part *parts;
  survey_ranking **rankings;
  survey_index **indexes;
  survey_guard *guard;
  void *owner;
  survey_build build;
};

/* One condition that a row must meet to be shown at all; SQLite checks it once more, so letting too
 * many rows pass is no mistake, and letting too few pass is. */
typedef struct survey_check {
  int column;
  /* As in the plan. */
  char operation;
  /* What the column is compared with; several for IN. */
  sqlite3_value **values;
  int value_count;
  /* Whether each value of the column passes, in the segment at hand. */
  uint8_t *passes;
  int pass_capacity;
} survey_check;

enum { SURVEY_MOST_CHECKS = 16, SURVEY_MOST_TERMS = 8 };

/* One term of the order that rows are asked for in. */
typedef struct survey_term {
  int column;
  int is_descending;
} survey_term;

typedef struct survey_cursor {
  sqlite3_vtab_cursor base;
  survey_table *table;
  /* The segment at hand, its limits, and the row. */
  int segment;
  int64_t start, end, row;
  /* What rows must meet. */
  survey_check checks[SURVEY_MOST_CHECKS];
  int check_count;
  /* The rows in the order asked for, where there is one, or where few are looked up. */
  int has_list;
  uint32_t *list;
  int64_t list_count, list_capacity, list_place;
} survey_cursor;

/* The most distinct combinations of values that rows are sorted by. */
enum { SURVEY_MOST_KEYS = 1 << 20 };

static inline int survey_is_dictionary(int kind) {
  return kind == SURVEY_SAME || kind == SURVEY_BYTES || kind == SURVEY_PLACES;
}

/* The place of a row's cell among the values of a dictionary part. */
static inline int64_t survey_place(const survey_part *part, int64_t local) {
  switch (part->kind) {
    case SURVEY_BYTES: return ((const uint8_t *)part->cells)[local];
    case SURVEY_PLACES: return (int64_t)((const int32_t *)part->cells)[local] + 1;
    default: return 0;
  }
}

static inline survey_part *survey_part_at(const survey_table *table, int column, int segment) {
  return &table->parts[(size_t)column * (size_t)table->segment_count + (size_t)segment];
}

/* Builds a column where it is not there yet; SQLITE_OK or what went wrong. */
int survey_need(survey_table *table, int column);
/* True where all parts of a column are dictionaries, or all of one other kind. */
int survey_is_all(survey_table *table, int column, int kind);
int survey_has_dictionary(survey_table *table, int column);

survey_ranking *survey_ranking_of(survey_table *table, int column);
void survey_ranking_free(survey_table *table, survey_ranking *ranking);
survey_index *survey_index_of(survey_table *table, int column);
void survey_index_free(survey_index *index);

int survey_best_index(sqlite3_vtab *base, sqlite3_index_info *info);
int survey_filter(
    sqlite3_vtab_cursor *base, int number, const char *plan, int count, sqlite3_value **values);

void survey_checks_clear(survey_cursor *cursor);
int survey_checks_add(survey_cursor *cursor, int column, char operation, sqlite3_value *value);
/* Prepares the checks for a segment; 1: some row may pass, 0: none can, -1: no memory. */
int survey_checks_enter(survey_cursor *cursor, int segment);
/* True where the row passes. */
static inline int survey_checks_pass(const survey_cursor *cursor, int64_t local) {
  for (int place = 0; place < cursor->check_count; place++) {
    const survey_check *check = &cursor->checks[place];
    const survey_part *part = survey_part_at(cursor->table, check->column, cursor->segment);
    if (!check->passes[survey_place(part, local)]) return 0;
  }
  return 1;
}

/* Moves to the next row that passes, at or after `row`; SQLITE_OK, SQLITE_INTERRUPT, SQLITE_NOMEM. */
int survey_seek(survey_cursor *cursor, int64_t row);
/* Sets the segment of a row. */
void survey_enter(survey_cursor *cursor, int64_t row);

int survey_list_add(survey_cursor *cursor, int64_t row);
/* Puts all rows that pass into the list, in an order. */
int survey_list_sorted(survey_cursor *cursor, const survey_term *terms, int term_count);
/* Brings the rows of the list into an order. */
int survey_list_sort(survey_cursor *cursor, const survey_term *terms, int term_count);

#endif
