#include <stdlib.h>
#include <string.h>

#include "survey_internal.h"

/* Going through rows. */

void survey_enter(survey_cursor *cursor, int64_t row) {
  cursor->row = row;
  if (cursor->segment >= 0 && row >= cursor->start && row < cursor->end) return;
  const int64_t *starts = cursor->table->starts;
  int low = 0, high = cursor->table->segment_count;
  while (high - low > 1) {
    int middle = (low + high) / 2;
    if (starts[middle] <= row) low = middle;
    else high = middle;
  }
  cursor->segment = low;
  cursor->start = starts[low];
  cursor->end = starts[low + 1];
}

int survey_seek(survey_cursor *cursor, int64_t row) {
  const survey_table *table = cursor->table;
  for (;;) {
    while (cursor->segment < 0 || row >= cursor->end) {
      if (cursor->segment + 1 >= table->segment_count) {
        cursor->segment = table->segment_count;
        return SQLITE_OK;
      }
      cursor->segment++;
      cursor->start = table->starts[cursor->segment];
      cursor->end = table->starts[cursor->segment + 1];
      if (row < cursor->start) row = cursor->start;
      if (cursor->check_count == 0 || cursor->start == cursor->end) continue;
      int may_pass = survey_checks_enter(cursor, cursor->segment);
      if (may_pass < 0) return SQLITE_NOMEM;
      if (may_pass == 0) row = cursor->end;
    }
    if (cursor->check_count == 0) break;
    while (row < cursor->end && !survey_checks_pass(cursor, row - cursor->start)) row++;
    if (row < cursor->end) break;
    if (survey_guard_check(table->guard) != SURVEY_GOES_ON) return SQLITE_INTERRUPT;
  }
  cursor->row = row;
  return SQLITE_OK;
}

/* Lists of rows. */

int survey_list_add(survey_cursor *cursor, int64_t row) {
  if (cursor->list_count == cursor->list_capacity) {
    int64_t capacity = cursor->list_capacity ? cursor->list_capacity * 2 : 16;
    uint32_t *grown = sqlite3_realloc64(cursor->list, sizeof *grown * (uint64_t)capacity);
    if (!grown) return SQLITE_NOMEM;
    cursor->list = grown;
    cursor->list_capacity = capacity;
  }
  cursor->list[cursor->list_count++] = (uint32_t)row;
  return SQLITE_OK;
}

/* One term in the segment at hand. */
typedef struct level {
  const survey_part *part;
  const uint32_t *ranks;
  uint32_t count, step;
  int is_descending;
} level;

static uint32_t prepare_levels(
    survey_cursor *cursor, const survey_term *terms, int count, level *levels) {
  uint32_t step = 1;
  for (int place = count - 1; place >= 0; place--) {
    const survey_ranking *ranking = survey_ranking_of(cursor->table, terms[place].column);
    // The plan has made it.
    uint32_t distinct = ranking->count ? ranking->count : 1;
    levels[place] = (level){.count = distinct, .step = step,
                            .is_descending = terms[place].is_descending};
    step *= distinct;
  }
  return step;
}

static void enter_levels(
    survey_cursor *cursor, const survey_term *terms, int count, level *levels) {
  for (int place = 0; place < count; place++) {
    int column = terms[place].column;
    levels[place].part = survey_part_at(cursor->table, column, cursor->segment);
    levels[place].ranks = survey_ranking_of(cursor->table, column)->ranks[cursor->segment];
  }
}

static uint32_t key_of(const level *levels, int count, int64_t local) {
  uint32_t key = 0;
  for (int place = 0; place < count; place++) {
    const level *level = &levels[place];
    uint32_t rank = level->ranks[survey_place(level->part, local)];
    key += (level->is_descending ? level->count - 1 - rank : rank) * level->step;
  }
  return key;
}

static int compare_keys(const void *left, const void *right) {
  uint64_t one = *(const uint64_t *)left, other = *(const uint64_t *)right;
  return (one > other) - (one < other);
}

/* Sorts few rows among many possible keys. */
static int sort_few(survey_cursor *cursor, const uint32_t *keys) {
  size_t count = (size_t)cursor->list_count;
  uint64_t *pairs = sqlite3_malloc64(sizeof *pairs * (count + 1));
  if (!pairs) return SQLITE_NOMEM;
  for (size_t place = 0; place < count; place++)
    pairs[place] = (uint64_t)keys[place] << 32 | cursor->list[place];
  qsort(pairs, count, sizeof *pairs, compare_keys);
  for (size_t place = 0; place < count; place++) cursor->list[place] = (uint32_t)pairs[place];
  sqlite3_free(pairs);
  return SQLITE_OK;
}

/* Sorts by counting how often each key occurs. */
static int sort_many(survey_cursor *cursor, const uint32_t *keys, uint32_t key_count) {
  int64_t count = cursor->list_count;
  uint32_t *starts = sqlite3_malloc64(sizeof *starts * ((uint64_t)key_count + 1));
  uint32_t *sorted = sqlite3_malloc64(sizeof *sorted * ((uint64_t)count + 1));
  if (!starts || !sorted) {
    sqlite3_free(starts);
    sqlite3_free(sorted);
    return SQLITE_NOMEM;
  }
  memset(starts, 0, sizeof *starts * ((size_t)key_count + 1));
  for (int64_t place = 0; place < count; place++) starts[keys[place] + 1]++;
  for (uint32_t key = 0; key < key_count; key++) starts[key + 1] += starts[key];
  for (int64_t place = 0; place < count; place++)
    sorted[starts[keys[place]]++] = cursor->list[place];
  sqlite3_free(starts);
  sqlite3_free(cursor->list);
  cursor->list = sorted;
  cursor->list_capacity = count + 1;
  return SQLITE_OK;
}

int survey_list_sort(survey_cursor *cursor, const survey_term *terms, int term_count) {
  level levels[SURVEY_MOST_TERMS];
  uint32_t key_count = prepare_levels(cursor, terms, term_count, levels);
  uint32_t *keys = sqlite3_malloc64(sizeof *keys * ((uint64_t)cursor->list_count + 1));
  if (!keys) return SQLITE_NOMEM;
  int segment = -1;
  for (int64_t place = 0; place < cursor->list_count; place++) {
    survey_enter(cursor, cursor->list[place]);
    if (cursor->segment != segment) enter_levels(cursor, terms, term_count, levels);
    segment = cursor->segment;
    keys[place] = key_of(levels, term_count, cursor->row - cursor->start);
  }
  int is_few = cursor->list_count < (int64_t)key_count / 8;
  int status = is_few ? sort_few(cursor, keys) : sort_many(cursor, keys, key_count);
  sqlite3_free(keys);
  cursor->segment = -1;
  return status;
}

int survey_list_sorted(survey_cursor *cursor, const survey_term *terms, int term_count) {
  const survey_table *table = cursor->table;
  int status = survey_seek(cursor, 0);
  while (status == SQLITE_OK && cursor->segment < table->segment_count) {
    status = survey_list_add(cursor, cursor->row);
    if (status == SQLITE_OK) status = survey_seek(cursor, cursor->row + 1);
  }
  cursor->segment = -1;
  return status == SQLITE_OK ? survey_list_sort(cursor, terms, term_count) : status;
}
