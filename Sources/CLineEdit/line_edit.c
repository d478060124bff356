#include "line_edit.h"

int line_edit_version(void) { return LIBEDIT_MAJOR * 1000 + LIBEDIT_MINOR; }
