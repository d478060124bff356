#include "survey_table.h"

int survey_table_sqlite_version(void) { return sqlite3_libversion_number(); }
