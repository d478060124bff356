#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "survey_internal.h"

void survey_checks_clear(survey_cursor *cursor) {
  for (int place = 0; place < cursor->check_count; place++) {
    survey_check *check = &cursor->checks[place];
    for (int value = 0; value < check->value_count; value++)
      sqlite3_value_free(check->values[value]);
    sqlite3_free(check->values);
    check->values = 0;
    check->value_count = 0;
  }
  cursor->check_count = 0;
}

static int add_value(survey_check *check, const sqlite3_value *value) {
  size_t size = sizeof *check->values * (size_t)(check->value_count + 1);
  // Lists are short; SQLite's allocator rounds up, so growing by one does not copy each time.
  sqlite3_value **values = sqlite3_realloc64(check->values, size);
  if (!values) return SQLITE_NOMEM;
  check->values = values;
  values[check->value_count] = sqlite3_value_dup(value);
  if (!values[check->value_count]) return SQLITE_NOMEM;
  check->value_count++;
  return SQLITE_OK;
}

int survey_checks_add(survey_cursor *cursor, int column, char operation, sqlite3_value *value) {
  survey_check *check = &cursor->checks[cursor->check_count++];
  check->column = column;
  check->operation = operation;
  if (!value) return SQLITE_OK;
  if (operation != 'I') return add_value(check, value);
  sqlite3_value *one = 0;
  int status = sqlite3_vtab_in_first(value, &one);
  while (status == SQLITE_OK && one) {
    status = add_value(check, one);
    if (status == SQLITE_OK) status = sqlite3_vtab_in_next(value, &one);
  }
  return status == SQLITE_DONE ? SQLITE_OK : status;
}

/* Below, at or above, as -1, 0, 1; 2 where it can't be told here and SQLite must. */
static int compare_integer(int64_t integer, sqlite3_value *value) {
  switch (sqlite3_value_numeric_type(value)) {
    case SQLITE_INTEGER: {
      int64_t other = sqlite3_value_int64(value);
      return (integer > other) - (integer < other);
    }
    case SQLITE_FLOAT: {
      double other = sqlite3_value_double(value);
      if (fabs((double)integer) > 1e15) return 2;
      return ((double)integer > other) - ((double)integer < other);
    }
    // A number is below every text.
    default: return -1;
  }
}

/* A text column meets a number as text or as number, depending on where the number comes from: either
 * will do. */
static int compare_text_with_number(const survey_value *own, sqlite3_value *value) {
  double other = sqlite3_value_double(value);
  char *end = 0;
  double number = strtod(own->text, &end);
  if (end != own->text && fabs(number - other) <= 1e-9 * fmax(1, fabs(other))) return 2;
  sqlite3_value *copy = sqlite3_value_dup(value);
  const char *text = copy ? (const char *)sqlite3_value_text(copy) : 0;
  int is_equal = text && strcmp(text, own->text) == 0;
  sqlite3_value_free(copy);
  return is_equal ? 2 : 3;
}

static int compare_text(const survey_value *own, sqlite3_value *value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_TEXT: {
      const void *text = sqlite3_value_text(value);
      int length = sqlite3_value_bytes(value);
      int common = own->length < length ? own->length : length;
      int order = memcmp(own->text, text, (size_t)common);
      if (order == 0) order = own->length - length;
      return (order > 0) - (order < 0);
    }
    case SQLITE_BLOB: return 2;
    default: return compare_text_with_number(own, value);
  }
}

/* Whether a value of the column meets `operation` with one value. */
static int meets(const survey_value *own, char operation, sqlite3_value *value) {
  int is_null = sqlite3_value_type(value) == SQLITE_NULL;
  if (own->type == SQLITE_NULL) return operation == 'i' && is_null;
  if (is_null) return 0;
  int order = own->type == SQLITE_TEXT ? compare_text(own, value)
                                       : compare_integer(own->integer, value);
  if (order == 2) return 1;
  // Not equal; how they are ordered is left to SQLite.
  if (order == 3) return strchr("=iI", operation) == 0;
  switch (operation) {
    case '<': return order < 0;
    case '{': return order <= 0;
    case '>': return order > 0;
    case '}': return order >= 0;
    default: return order == 0;
  }
}

/* Comparing so many values with so many takes longer than letting SQLite do it row by row. */
static int is_too_much(const survey_check *check, const survey_part *part) {
  return (int64_t)check->value_count * part->value_count > 1 << 24;
}

static int passes(const survey_check *check, const survey_value *own) {
  if (check->operation == 'n') return own->type == SQLITE_NULL;
  if (check->operation == 'N') return own->type != SQLITE_NULL;
  for (int place = 0; place < check->value_count; place++)
    if (meets(own, check->operation, check->values[place])) return 1;
  return 0;
}

int survey_checks_enter(survey_cursor *cursor, int segment) {
  for (int place = 0; place < cursor->check_count; place++) {
    survey_check *check = &cursor->checks[place];
    const survey_part *part = survey_part_at(cursor->table, check->column, segment);
    if (part->value_count > check->pass_capacity) {
      uint8_t *grown = sqlite3_realloc(check->passes, part->value_count);
      if (!grown) return -1;
      check->passes = grown;
      check->pass_capacity = part->value_count;
    }
    if (is_too_much(check, part)) {
      memset(check->passes, 1, (size_t)part->value_count);
      continue;
    }
    int count = 0;
    for (int value = 0; value < part->value_count; value++) {
      check->passes[value] = (uint8_t)passes(check, &part->values[value]);
      count += check->passes[value];
    }
    if (count == 0) return 0;
  }
  return 1;
}
