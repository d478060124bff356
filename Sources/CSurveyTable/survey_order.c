#include <stdlib.h>
#include <string.h>

#include "survey_internal.h"

/* Rankings. */

typedef struct entry {
  const survey_value *value;
  uint32_t *rank;
} entry;

/* SQLite's order: NULL, numbers, texts by their bytes. Columns hold whole numbers or texts. */
static int compare_values(const survey_value *one, const survey_value *other) {
  int ranks[2] = {one->type == SQLITE_NULL ? 0 : one->type == SQLITE_TEXT ? 2 : 1,
                  other->type == SQLITE_NULL ? 0 : other->type == SQLITE_TEXT ? 2 : 1};
  if (ranks[0] != ranks[1]) return ranks[0] - ranks[1];
  if (ranks[0] == 0) return 0;
  if (ranks[0] == 1) return (one->integer > other->integer) - (one->integer < other->integer);
  int common = one->length < other->length ? one->length : other->length;
  int order = memcmp(one->text, other->text, (size_t)common);
  return order ? order : one->length - other->length;
}

static int compare_entries(const void *left, const void *right) {
  return compare_values(((const entry *)left)->value, ((const entry *)right)->value);
}

void survey_ranking_free(survey_table *table, survey_ranking *ranking) {
  if (!ranking) return;
  for (int segment = 0; ranking->ranks && segment < table->segment_count; segment++)
    free(ranking->ranks[segment]);
  free(ranking->ranks);
  free(ranking);
}

/* Room for the ranks of each segment, and a list of all values; 0 without memory. */
static entry *entries_of(survey_table *table, int column, survey_ranking *ranking, size_t *count) {
  size_t total = 0;
  ranking->ranks = calloc((size_t)table->segment_count + 1, sizeof *ranking->ranks);
  if (!ranking->ranks) return 0;
  for (int segment = 0; segment < table->segment_count; segment++) {
    size_t own = (size_t)survey_part_at(table, column, segment)->value_count;
    ranking->ranks[segment] = calloc(own + 1, sizeof **ranking->ranks);
    if (!ranking->ranks[segment]) return 0;
    total += own;
  }
  entry *entries = calloc(total + 1, sizeof *entries);
  if (!entries) return 0;
  size_t place = 0;
  for (int segment = 0; segment < table->segment_count; segment++) {
    const survey_part *part = survey_part_at(table, column, segment);
    for (int value = 0; value < part->value_count; value++)
      entries[place++] = (entry){&part->values[value], &ranking->ranks[segment][value]};
  }
  *count = total;
  return entries;
}

survey_ranking *survey_ranking_of(survey_table *table, int column) {
  if (table->rankings[column]) return table->rankings[column];
  survey_ranking *ranking = calloc(1, sizeof *ranking);
  size_t count = 0;
  entry *entries = ranking ? entries_of(table, column, ranking, &count) : 0;
  if (!entries) {
    survey_ranking_free(table, ranking);
    return 0;
  }
  qsort(entries, count, sizeof *entries, compare_entries);
  for (size_t place = 0; place < count; place++) {
    if (place == 0 || compare_entries(&entries[place - 1], &entries[place]) != 0) ranking->count++;
    *entries[place].rank = ranking->count - 1;
  }
  free(entries);
  return table->rankings[column] = ranking;
}

/* Indexes. */

void survey_index_free(survey_index *index) {
  if (!index) return;
  free(index->starts);
  free(index->rows);
  free(index);
}

static uint32_t most_cells(survey_table *table, int column) {
  int32_t most = -1;
  for (int segment = 0; segment < table->segment_count; segment++) {
    const int32_t *cells = survey_part_at(table, column, segment)->cells;
    int64_t count = table->starts[segment + 1] - table->starts[segment];
    for (int64_t row = 0; row < count; row++)
      if (cells[row] > most) most = cells[row];
  }
  return (uint32_t)(most + 1);
}

/* Counts each value's rows, then puts them there. */
static void fill_index(survey_table *table, int column, survey_index *index) {
  for (int is_filling = 0; is_filling < 2; is_filling++) {
    for (int segment = table->segment_count - 1; segment >= 0; segment--) {
      const int32_t *cells = survey_part_at(table, column, segment)->cells;
      int64_t start = table->starts[segment];
      for (int64_t row = table->starts[segment + 1] - start - 1; row >= 0; row--) {
        if (cells[row] < 0) continue;
        if (is_filling) index->rows[--index->starts[cells[row]]] = (uint32_t)(start + row);
        else index->starts[cells[row]]++;
      }
    }
    // After counting, each start is the end of its own rows; filling moves it to their beginning.
    for (uint32_t value = 1; !is_filling && value <= index->value_count; value++)
      index->starts[value] += index->starts[value - 1];
  }
}

survey_index *survey_index_of(survey_table *table, int column) {
  if (table->indexes[column]) return table->indexes[column];
  survey_index *index = calloc(1, sizeof *index);
  if (!index) return 0;
  index->value_count = most_cells(table, column);
  index->starts = calloc((size_t)index->value_count + 1, sizeof *index->starts);
  index->rows = calloc((size_t)table->starts[table->segment_count] + 1, sizeof *index->rows);
  if (!index->starts || !index->rows) {
    survey_index_free(index);
    return 0;
  }
  fill_index(table, column, index);
  return table->indexes[column] = index;
}
