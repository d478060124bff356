#include <stdlib.h>
#include <string.h>

#include "survey_internal.h"

/* Some functions of SQLite take as long as the lengths of two arguments multiplied, or as a number in
 * their format says, and nothing stops one in between. Here they are refused where that is too long;
 * else a connection of its own, which has SQLite's own function, is asked. */

enum { MOST_ARGUMENTS = 100 };

typedef struct bounded {
  const char *name;
  sqlite3 *connection;
  /* By the number of arguments. */
  sqlite3_stmt *statements[MOST_ARGUMENTS + 1];
} bounded;

/* Steps of a search. A step takes less than a nanosecond; a set of characters takes longer. */
static const int64_t most_steps = (int64_t)1 << 32, most_set = 100;

static int64_t bytes(sqlite3_value *value) { return sqlite3_value_bytes(value); }

static void refuse(sqlite3_context *context, const char *name) {
  char *words = sqlite3_mprintf("`%s` of such long texts takes too long; shorten them", name);
  sqlite3_result_error(context, words ? words : "too long", -1);
  sqlite3_free(words);
}

static sqlite3_stmt *statement(bounded *function, int count) {
  sqlite3_stmt **place = &function->statements[count];
  if (*place) return *place;
  char marks[2 * MOST_ARGUMENTS + 1] = "";
  for (int index = 0; index < count; index++) strcat(marks, index ? ",?" : "?");
  char *sql = sqlite3_mprintf("SELECT %s(%s)", function->name, marks);
  if (sql) sqlite3_prepare_v2(function->connection, sql, -1, place, NULL);
  sqlite3_free(sql);
  return *place;
}

/* Has SQLite's own function do the work. */
static void pass(sqlite3_context *context, int count, sqlite3_value **values) {
  bounded *function = sqlite3_user_data(context);
  sqlite3_stmt *own = count <= MOST_ARGUMENTS ? statement(function, count) : NULL;
  if (!own) return refuse(context, function->name);
  for (int index = 0; index < count; index++) sqlite3_bind_value(own, index + 1, values[index]);
  int status = sqlite3_step(own);
  if (status == SQLITE_ROW) sqlite3_result_value(context, sqlite3_column_value(own, 0));
  else if (status == SQLITE_TOOBIG) sqlite3_result_error_toobig(context);
  else if (status == SQLITE_NOMEM) sqlite3_result_error_nomem(context);
  else sqlite3_result_error(context, sqlite3_errmsg(function->connection), -1);
  sqlite3_reset(own);
  sqlite3_clear_bindings(own);
}

/* instr, replace. */
static void search(sqlite3_context *context, int count, sqlite3_value **values) {
  bounded *function = sqlite3_user_data(context);
  if (bytes(values[0]) * bytes(values[1]) > most_steps) refuse(context, function->name);
  else pass(context, count, values);
}

/* trim, ltrim, rtrim with a set of characters. */
static void trim(sqlite3_context *context, int count, sqlite3_value **values) {
  bounded *function = sqlite3_user_data(context);
  if (bytes(values[1]) > most_set) refuse(context, function->name);
  else pass(context, count, values);
}

/* True where a width or precision is more than any value may be long. */
static int is_too_wide(sqlite3 *connection, int count, sqlite3_value **values) {
  int64_t most = sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, -1);
  const char *text = (const char *)sqlite3_value_text(values[0]);
  int used = 1;
  for (; text && *text; text++) {
    if (*text != '%') continue;
    /* Flags, width and precision, up to the letter of the conversion. */
    for (text++; *text && strchr("-+ 0#!,.*123456789l", *text); text++) {
      if (*text == '*') {
        int64_t number = used < count ? sqlite3_value_int64(values[used++]) : 0;
        if (number > most || number < -most) return 1;
      } else if (*text >= '1' && *text <= '9') {
        int64_t number = 0;
        for (; *text >= '0' && *text <= '9'; text++)
          if ((number = number * 10 + (*text - '0')) > most) return 1;
        text--;
      }
    }
    if (!*text) break;
    if (*text != '%' && *text != 'n') used++;
  }
  return 0;
}

/* printf, format. */
static void print(sqlite3_context *context, int count, sqlite3_value **values) {
  sqlite3 *connection = sqlite3_context_db_handle(context);
  if (count > 0 && is_too_wide(connection, count, values)) sqlite3_result_error_toobig(context);
  else pass(context, count, values);
}

static void release(void *context) {
  bounded *function = context;
  for (int count = 0; count <= MOST_ARGUMENTS; count++) sqlite3_finalize(function->statements[count]);
  sqlite3_close_v2(function->connection);
  free(function);
}

static int add(
    sqlite3 *connection, const char *name, int count,
    void (*work)(sqlite3_context *, int, sqlite3_value **)) {
  bounded *function = calloc(1, sizeof *function);
  if (!function) return SQLITE_NOMEM;
  function->name = name;
  if (sqlite3_open_v2(
          ":memory:", &function->connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL) !=
      SQLITE_OK) {
    release(function);
    return SQLITE_CANTOPEN;
  }
  sqlite3_limit(
      function->connection, SQLITE_LIMIT_LENGTH,
      sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, -1));
  return sqlite3_create_function_v2(
      connection, name, count, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, function, work,
      NULL, NULL, release);
}

int survey_bound_functions(sqlite3 *connection) {
  int status = add(connection, "instr", 2, search);
  if (status == SQLITE_OK) status = add(connection, "replace", 3, search);
  if (status == SQLITE_OK) status = add(connection, "trim", 2, trim);
  if (status == SQLITE_OK) status = add(connection, "ltrim", 2, trim);
  if (status == SQLITE_OK) status = add(connection, "rtrim", 2, trim);
  if (status == SQLITE_OK) status = add(connection, "printf", -1, print);
  if (status == SQLITE_OK) status = add(connection, "format", -1, print);
  return status;
}
