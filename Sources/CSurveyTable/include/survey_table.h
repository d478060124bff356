#ifndef ABACUS_SURVEY_TABLE_H
#define ABACUS_SURVEY_TABLE_H

#include <sqlite3.h>

/* The version of SQLite that runs, as in 3040001. */
int survey_table_sqlite_version(void);

#endif
