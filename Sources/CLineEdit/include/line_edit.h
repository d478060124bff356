#ifndef ABACUS_LINE_EDIT_H
#define ABACUS_LINE_EDIT_H

#include <stddef.h>

/* Lines typed at a terminal, through libedit. Text is UTF-8 whatever the locale of the process. */
typedef struct line_edit line_edit;

/* What TAB does: looks at the bytes of the line before the cursor, and may call line_edit_erase,
   line_edit_insert and line_edit_list. Returns 0 where it did nothing. */
typedef int (*line_edit_complete)(
    void *context, line_edit *editor, const char *line, size_t length);

/* The version of libedit that this was built with: major * 1000 + minor. */
int line_edit_version(void);

/* An editor on two open files, which stay open after it is closed; NULL where the terminal or the
   memory does not allow one. */
line_edit *line_edit_open(int input, int output, int history_size);
void line_edit_close(line_edit *editor);

void line_edit_on_tab(line_edit *editor, line_edit_complete complete, void *context);

/* Adds the newest entry of the history; it may have several lines. */
void line_edit_remember(line_edit *editor, const char *text);

enum line_edit_end { LINE_EDIT_LINE, LINE_EDIT_CANCELLED, LINE_EDIT_CLOSED };

/* Lets the user type a line. It stays valid until the next call; NULL unless end is LINE_EDIT_LINE. */
const char *line_edit_read(line_edit *editor, const char *prompt, enum line_edit_end *end);

/* For line_edit_complete only. */
void line_edit_erase(line_edit *editor, int characters);
void line_edit_insert(line_edit *editor, const char *text);
void line_edit_list(line_edit *editor, const char *text);

#endif
