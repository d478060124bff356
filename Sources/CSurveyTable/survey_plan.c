#include <stdlib.h>
#include <string.h>

#include "survey_internal.h"

/* A plan is a text such as "=7 I12 @0 +5 -6": conditions on columns, each with the value that SQLite
 * hands over for it (n and N have none), `@` and `#` one value or several to look rows up by, and the
 * order to bring rows in. */

typedef struct survey_vtab {
  sqlite3_vtab base;
  survey_table *table;
} survey_vtab;

static char operation_of(int code) {
  switch (code) {
    case SQLITE_INDEX_CONSTRAINT_EQ: return '=';
    case SQLITE_INDEX_CONSTRAINT_LT: return '<';
    case SQLITE_INDEX_CONSTRAINT_LE: return '{';
    case SQLITE_INDEX_CONSTRAINT_GT: return '>';
    case SQLITE_INDEX_CONSTRAINT_GE: return '}';
    case SQLITE_INDEX_CONSTRAINT_IS: return 'i';
    case SQLITE_INDEX_CONSTRAINT_ISNULL: return 'n';
    case SQLITE_INDEX_CONSTRAINT_ISNOTNULL: return 'N';
    default: return 0;
  }
}

typedef struct draft {
  sqlite3_index_info *info;
  survey_table *table;
  sqlite3_str *text;
  int argument_count, check_count;
  double row_count, cost;
  int has_lookup;
} draft;

static void use(draft *plan, int constraint, char operation, int column) {
  sqlite3_str_appendf(plan->text, "%c%d ", operation, column);
  if (operation == 'n' || operation == 'N') return;
  plan->info->aConstraintUsage[constraint].argvIndex = ++plan->argument_count;
}

/* The share of rows that a condition on so many distinct values leaves. */
static double share(char operation, uint32_t distinct) {
  double one = 1.0 / (distinct > 1 ? distinct : 2);
  switch (operation) {
    case '=': case 'i': return one;
    case 'I': return one * 3 < 0.5 ? one * 3 : 0.5;
    case 'N': return 0.9;
    default: return 0.35;
  }
}

static int add_check(draft *plan, int constraint, char operation, int column) {
  survey_ranking *ranking = survey_ranking_of(plan->table, column);
  if (!ranking) return SQLITE_NOMEM;
  if (plan->check_count >= SURVEY_MOST_CHECKS) return SQLITE_OK;
  plan->check_count++;
  use(plan, constraint, operation, column);
  plan->row_count *= share(operation, ranking->count);
  return SQLITE_OK;
}

static int add_lookup(draft *plan, int constraint, char operation, int column, int is_counted) {
  if (plan->has_lookup) return SQLITE_OK;
  double found = 1;
  if (!is_counted) {
    survey_index *index = survey_index_of(plan->table, column);
    if (!index) return SQLITE_NOMEM;
    found = plan->row_count / (index->value_count ? index->value_count : 1) + 1;
  }
  plan->has_lookup = 1;
  use(plan, constraint, operation == 'I' ? '#' : '@', column);
  double several = operation == 'I' ? 5 : 1;
  plan->row_count = found * several;
  plan->cost = found * several;
  return SQLITE_OK;
}

static int consider(draft *plan, int place) {
  sqlite3_index_info *info = plan->info;
  const struct sqlite3_index_constraint *constraint = &info->aConstraint[place];
  char operation = operation_of(constraint->op);
  int column = constraint->iColumn;
  if (!operation || !constraint->usable || column < 0) return SQLITE_OK;
  if (sqlite3_stricmp(sqlite3_vtab_collation(info, place), "BINARY") != 0) return SQLITE_OK;
  int status = survey_need(plan->table, column);
  if (status != SQLITE_OK) return status;
  int is_counted = survey_is_all(plan->table, column, SURVEY_COUNTED);
  int is_numbered = survey_is_all(plan->table, column, SURVEY_NUMBERED);
  int is_dictionary = survey_has_dictionary(plan->table, column);
  int is_several = operation == '=' && sqlite3_vtab_in(info, place, -1);
  int is_listable = plan->table->starts[plan->table->segment_count] < UINT32_MAX;
  int is_used =
      is_dictionary || (operation == '=' && is_listable && (is_counted || is_numbered));
  if (!is_used) return SQLITE_OK;
  if (is_several) {
    sqlite3_vtab_in(info, place, 1);
    operation = 'I';
  }
  return is_dictionary ? add_check(plan, place, operation, column)
                       : add_lookup(plan, place, operation, column, is_counted);
}

/* Takes on the order, where all of its columns have few distinct values. */
static int consider_order(draft *plan) {
  sqlite3_index_info *info = plan->info;
  survey_table *table = plan->table;
  if (info->nOrderBy == 0 || info->nOrderBy > SURVEY_MOST_TERMS) return SQLITE_OK;
  if (table->starts[table->segment_count] >= UINT32_MAX) return SQLITE_OK;
  uint64_t key_count = 1;
  for (int term = 0; term < info->nOrderBy; term++) {
    int column = info->aOrderBy[term].iColumn;
    if (column < 0) return SQLITE_OK;
    int status = survey_need(table, column);
    if (status != SQLITE_OK) return status;
    if (!survey_has_dictionary(table, column)) return SQLITE_OK;
    survey_ranking *ranking = survey_ranking_of(table, column);
    if (!ranking) return SQLITE_NOMEM;
    key_count *= ranking->count ? ranking->count : 1;
    if (key_count > SURVEY_MOST_KEYS) return SQLITE_OK;
  }
  for (int term = 0; term < info->nOrderBy; term++)
    sqlite3_str_appendf(
        plan->text, "%c%d ", info->aOrderBy[term].desc ? '-' : '+', info->aOrderBy[term].iColumn);
  info->orderByConsumed = 1;
  plan->cost += plan->row_count * 0.1;
  return SQLITE_OK;
}

int survey_best_index(sqlite3_vtab *base, sqlite3_index_info *info) {
  survey_table *table = ((survey_vtab *)base)->table;
  double row_count = (double)table->starts[table->segment_count];
  draft plan = {.info = info, .table = table, .row_count = row_count, .cost = row_count * 0.1};
  plan.text = sqlite3_str_new(0);
  int status = SQLITE_OK;
  for (int place = 0; place < info->nConstraint && status == SQLITE_OK; place++)
    status = consider(&plan, place);
  if (status == SQLITE_OK) status = consider_order(&plan);
  int failure = sqlite3_str_errcode(plan.text);
  info->idxStr = sqlite3_str_finish(plan.text);
  info->needToFreeIdxStr = 1;
  info->estimatedRows = plan.row_count < 1 ? 1 : (sqlite3_int64)plan.row_count;
  info->estimatedCost = plan.cost + plan.row_count + 1;
  return status != SQLITE_OK ? status : failure;
}

/* The rows whose cell in a column is `value`. */
static int look_up(survey_cursor *cursor, int column, sqlite3_value *value) {
  survey_table *table = cursor->table;
  int type = sqlite3_value_numeric_type(value);
  int64_t sought = sqlite3_value_int64(value);
  if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return SQLITE_OK;
  if (type == SQLITE_FLOAT && (double)sought != sqlite3_value_double(value)) return SQLITE_OK;
  int status = SQLITE_OK;
  if (survey_part_at(table, column, 0)->kind == SURVEY_COUNTED) {
    for (int segment = 0; segment < table->segment_count && status == SQLITE_OK; segment++) {
      int64_t base = survey_part_at(table, column, segment)->base;
      int64_t count = table->starts[segment + 1] - table->starts[segment];
      if (sought >= base && sought - base < count)
        status = survey_list_add(cursor, table->starts[segment] + sought - base);
    }
    return status;
  }
  survey_index *index = survey_index_of(table, column);
  if (!index) return SQLITE_NOMEM;
  int64_t cell = sought - survey_part_at(table, column, 0)->base;
  if (cell < 0 || cell >= index->value_count) return SQLITE_OK;
  uint32_t end = index->starts[cell + 1];
  for (uint32_t place = index->starts[cell]; place < end && status == SQLITE_OK; place++)
    status = survey_list_add(cursor, index->rows[place]);
  return status;
}

static int look_up_all(survey_cursor *cursor, int column, char operation, sqlite3_value *value) {
  cursor->has_list = 1;
  if (cursor->table->segment_count == 0) return SQLITE_OK;
  if (operation == '@') return look_up(cursor, column, value);
  sqlite3_value *one = 0;
  int status = sqlite3_vtab_in_first(value, &one);
  while (status == SQLITE_OK && one) {
    status = look_up(cursor, column, one);
    if (status == SQLITE_OK) status = sqlite3_vtab_in_next(value, &one);
  }
  return status == SQLITE_DONE ? SQLITE_OK : status;
}

static int compare_rows(const void *left, const void *right) {
  uint32_t one = *(const uint32_t *)left, other = *(const uint32_t *)right;
  return (one > other) - (one < other);
}

/* Leaves the rows of the list that pass, each once, ascending. */
static int tidy_list(survey_cursor *cursor) {
  qsort(cursor->list, (size_t)cursor->list_count, sizeof *cursor->list, compare_rows);
  int64_t kept = 0;
  int segment = -1, may_pass = 0;
  for (int64_t place = 0; place < cursor->list_count; place++) {
    uint32_t row = cursor->list[place];
    if (kept > 0 && cursor->list[kept - 1] == row) continue;
    survey_enter(cursor, row);
    if (cursor->segment != segment) may_pass = survey_checks_enter(cursor, cursor->segment);
    if (may_pass < 0) return SQLITE_NOMEM;
    segment = cursor->segment;
    if (may_pass && survey_checks_pass(cursor, row - cursor->start)) cursor->list[kept++] = row;
  }
  cursor->list_count = kept;
  return SQLITE_OK;
}

static int begin(survey_cursor *cursor, const survey_term *terms, int term_count) {
  int status = SQLITE_OK;
  if (cursor->has_list) {
    status = tidy_list(cursor);
    if (status == SQLITE_OK && term_count) status = survey_list_sort(cursor, terms, term_count);
  } else if (term_count) {
    cursor->has_list = 1;
    status = survey_list_sorted(cursor, terms, term_count);
  } else {
    return survey_seek(cursor, 0);
  }
  if (status == SQLITE_OK && cursor->list_count) survey_enter(cursor, cursor->list[0]);
  return status;
}

int survey_filter(
    sqlite3_vtab_cursor *base, int number, const char *plan, int count, sqlite3_value **values) {
  (void)number, (void)count;
  survey_cursor *cursor = (survey_cursor *)base;
  survey_checks_clear(cursor);
  cursor->has_list = 0;
  cursor->list_count = cursor->list_place = 0;
  cursor->segment = -1;
  survey_term terms[SURVEY_MOST_TERMS];
  int term_count = 0, argument = 0, status = SQLITE_OK;
  while (plan && *plan && status == SQLITE_OK) {
    char operation = *plan, *end;
    int column = (int)strtol(plan + 1, &end, 10);
    plan = end + 1;
    switch (operation) {
      case '+': case '-':
        terms[term_count++] = (survey_term){column, operation == '-'};
        break;
      case '@': case '#':
        status = look_up_all(cursor, column, operation, values[argument++]);
        break;
      case 'n': case 'N': status = survey_checks_add(cursor, column, operation, 0); break;
      default: status = survey_checks_add(cursor, column, operation, values[argument++]);
    }
  }
  return status == SQLITE_OK ? begin(cursor, terms, term_count) : status;
}
