#include "survey_table.h"

#include <stdlib.h>
#include <string.h>

#include "survey_internal.h"

survey_table *survey_table_new(
    const char *declaration, int column_count, survey_guard *guard, void *owner,
    survey_build build) {
  survey_table *table = calloc(1, sizeof *table);
  if (!table) return 0;
  table->declaration = strdup(declaration);
  table->column_count = column_count;
  table->guard = guard;
  table->owner = owner;
  table->build = build;
  table->rankings = calloc((size_t)column_count + 1, sizeof *table->rankings);
  table->indexes = calloc((size_t)column_count + 1, sizeof *table->indexes);
  if (table->declaration && table->rankings && table->indexes) return table;
  survey_table_free(table);
  return 0;
}

void survey_table_free(survey_table *table) {
  if (!table) return;
  for (int column = 0; column < table->column_count; column++) {
    if (table->rankings) survey_ranking_free(table, table->rankings[column]);
    if (table->indexes) survey_index_free(table->indexes[column]);
  }
  free(table->rankings);
  free(table->indexes);
  free(table->declaration);
  free(table->starts);
  free(table->parts);
  free(table);
}

int survey_table_divide(survey_table *table, int segment_count, const int64_t *row_counts) {
  size_t count = (size_t)segment_count;
  table->starts = calloc(count + 1, sizeof *table->starts);
  table->parts = calloc(count * (size_t)table->column_count + 1, sizeof *table->parts);
  if (!table->starts || !table->parts) return SQLITE_NOMEM;
  table->segment_count = segment_count;
  for (size_t segment = 0; segment < count; segment++)
    table->starts[segment + 1] = table->starts[segment] + row_counts[segment];
  return SQLITE_OK;
}

survey_part *survey_table_part(survey_table *table, int column, int segment) {
  return survey_part_at(table, column, segment);
}

int survey_need(survey_table *table, int column) {
  if (table->segment_count == 0) return SQLITE_OK;
  if (survey_part_at(table, column, 0)->kind != SURVEY_UNBUILT) return SQLITE_OK;
  return table->build(table->owner, column) ? SQLITE_NOMEM : SQLITE_OK;
}

int survey_is_all(survey_table *table, int column, int kind) {
  for (int segment = 0; segment < table->segment_count; segment++)
    if (survey_part_at(table, column, segment)->kind != kind) return 0;
  return 1;
}

int survey_has_dictionary(survey_table *table, int column) {
  for (int segment = 0; segment < table->segment_count; segment++)
    if (!survey_is_dictionary(survey_part_at(table, column, segment)->kind)) return 0;
  return 1;
}

/* The virtual table. */

typedef struct survey_vtab {
  sqlite3_vtab base;
  survey_table *table;
} survey_vtab;

static int connect_table(
    sqlite3 *connection, void *context, int count, const char *const *words, sqlite3_vtab **result,
    char **message) {
  (void)count, (void)words, (void)message;
  survey_table *table = context;
  if (table->build(table->owner, SURVEY_CONNECTING)) return SQLITE_NOMEM;
  int status = sqlite3_declare_vtab(connection, table->declaration);
  table->build(table->owner, SURVEY_CONNECTED);
  if (status != SQLITE_OK) return status;
  sqlite3_vtab_config(connection, SQLITE_VTAB_INNOCUOUS);
  survey_vtab *vtab = sqlite3_malloc(sizeof *vtab);
  if (!vtab) return SQLITE_NOMEM;
  memset(vtab, 0, sizeof *vtab);
  vtab->table = table;
  *result = &vtab->base;
  return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *vtab) {
  sqlite3_free(vtab);
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *vtab, sqlite3_vtab_cursor **result) {
  survey_cursor *cursor = sqlite3_malloc(sizeof *cursor);
  if (!cursor) return SQLITE_NOMEM;
  memset(cursor, 0, sizeof *cursor);
  cursor->table = ((survey_vtab *)vtab)->table;
  *result = &cursor->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  survey_cursor *cursor = (survey_cursor *)base;
  survey_checks_clear(cursor);
  for (int place = 0; place < SURVEY_MOST_CHECKS; place++)
    sqlite3_free(cursor->checks[place].passes);
  sqlite3_free(cursor->list);
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static int next_row(sqlite3_vtab_cursor *base) {
  survey_cursor *cursor = (survey_cursor *)base;
  if (!cursor->has_list) return survey_seek(cursor, cursor->row + 1);
  if (++cursor->list_place < cursor->list_count)
    survey_enter(cursor, cursor->list[cursor->list_place]);
  return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *base) {
  survey_cursor *cursor = (survey_cursor *)base;
  return cursor->has_list ? cursor->list_place >= cursor->list_count
                          : cursor->segment >= cursor->table->segment_count;
}

static void give(sqlite3_context *context, const survey_value *value) {
  switch (value->type) {
    case SQLITE_INTEGER: sqlite3_result_int64(context, value->integer); break;
    case SQLITE_FLOAT: sqlite3_result_double(context, value->number); break;
    case SQLITE_TEXT: sqlite3_result_text(context, value->text, value->length, SQLITE_STATIC); break;
    default: break;
  }
}

static int column_value(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
  survey_cursor *cursor = (survey_cursor *)base;
  const survey_part *part = survey_part_at(cursor->table, column, cursor->segment);
  int64_t local = cursor->row - cursor->start;
  switch (part->kind) {
    case SURVEY_UNBUILT: {
      int status = survey_need(cursor->table, column);
      if (status == SQLITE_OK && part->kind != SURVEY_UNBUILT)
        return column_value(base, context, column);
      return status == SQLITE_OK ? SQLITE_INTERNAL : status;
    }
    case SURVEY_NUMBERED: {
      int32_t cell = ((const int32_t *)part->cells)[local];
      if (cell >= 0) sqlite3_result_int64(context, part->base + cell);
      break;
    }
    case SURVEY_COUNTED: sqlite3_result_int64(context, part->base + local); break;
    // SQLite takes what is not a number for NULL.
    case SURVEY_DOUBLES: sqlite3_result_double(context, ((const double *)part->cells)[local]); break;
    case SURVEY_VALUES: give(context, &part->values[local]); break;
    default: give(context, &part->values[survey_place(part, local)]); break;
  }
  return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *base, sqlite3_int64 *row) {
  *row = ((survey_cursor *)base)->row;
  return SQLITE_OK;
}

static const sqlite3_module module = {
    .iVersion = 1,
    // Without xCreate a table is there as soon as its module is, and cannot be created or dropped.
    .xConnect = connect_table,
    .xBestIndex = survey_best_index,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = survey_filter,
    .xNext = next_row,
    .xEof = is_at_end,
    .xColumn = column_value,
    .xRowid = row_number,
};

int survey_table_register(sqlite3 *connection, const char *name, survey_table *table) {
  return sqlite3_create_module_v2(connection, name, &module, table, 0);
}
