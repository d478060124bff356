#include "line_edit.h"

#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

struct line_edit {
  EditLine *editor;
  History *history;
  FILE *input, *output;
  locale_t utf8;
  const char *prompt;
  line_edit_complete complete;
  void *context;
  int cancelled, listed;
};

int line_edit_version(void) { return LIBEDIT_MAJOR * 1000 + LIBEDIT_MINOR; }

/* libedit asks the locale of the thread how bytes become characters. */
static locale_t enter(const line_edit *self) {
  return self->utf8 == (locale_t)0 ? (locale_t)0 : uselocale(self->utf8);
}

static void leave(locale_t before) {
  if (before != (locale_t)0) uselocale(before);
}

static line_edit *owner(EditLine *editor) {
  void *self = NULL;
  el_get(editor, EL_CLIENTDATA, &self);
  return self;
}

static char *prompt(EditLine *editor) { return (char *)owner(editor)->prompt; }

static unsigned char on_tab(EditLine *editor, int character) {
  (void)character;
  line_edit *self = owner(editor);
  if (self->complete == NULL) return CC_ERROR;
  const LineInfo *line = el_line(editor);
  size_t length = (size_t)(line->cursor - line->buffer);
  char *before = malloc(length + 1);
  if (before == NULL) return CC_ERROR;
  memcpy(before, line->buffer, length);
  before[length] = 0;
  self->listed = 0;
  int changed = self->complete(self->context, self, before, length);
  free(before);
  if (self->listed) return CC_REDISPLAY;
  return changed ? CC_REFRESH : CC_REFRESH_BEEP;
}

static unsigned char on_cancel(EditLine *editor, int character) {
  (void)character;
  line_edit *self = owner(editor);
  self->cancelled = 1;
  fputs("^C\n", self->output);
  fflush(self->output);
  return CC_EOF;
}

static unsigned char on_suspend(EditLine *editor, int character) {
  (void)editor;
  (void)character;
  kill(0, SIGTSTP);
  return CC_REFRESH;
}

static void bind(EditLine *editor, const char *key, const char *function) {
  el_set(editor, EL_BIND, key, function, NULL);
}

static void bind_keys(line_edit *self) {
  EditLine *editor = self->editor;
  el_set(editor, EL_EDITOR, "emacs");
  el_source(editor, NULL);
  el_set(editor, EL_ADDFN, "abacus-complete", "Complete the word", on_tab);
  el_set(editor, EL_ADDFN, "abacus-cancel", "Give up the line", on_cancel);
  el_set(editor, EL_ADDFN, "abacus-suspend", "Stop until fg", on_suspend);
  bind(editor, "^I", "abacus-complete");
  bind(editor, "^R", "em-inc-search-prev");
  bind(editor, "\\e[3~", "ed-delete-next-char");
  bind(editor, "\\e[1~", "ed-move-to-beg");
  bind(editor, "\\e[4~", "ed-move-to-end");
  bind(editor, "\\e[1;5C", "em-next-word");
  bind(editor, "\\e[1;5D", "ed-prev-word");
  bind(editor, "\\e[1;3A", "ed-prev-line");
  bind(editor, "\\e[1;3B", "ed-next-line");
  /* The terminal makes no signals while a line is typed: Ctrl-C is a key like another. */
  el_set(editor, EL_SETTY, "-d", "-isig", NULL);
  bind(editor, "^C", "abacus-cancel");
  bind(editor, "^Z", "abacus-suspend");
}

static FILE *opened(int file, const char *mode) {
  int copy = dup(file);
  if (copy < 0) return NULL;
  FILE *stream = fdopen(copy, mode);
  if (stream == NULL) close(copy);
  return stream;
}

line_edit *line_edit_open(int input, int output, int history_size) {
  line_edit *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  self->prompt = "";
  locale_t before = enter(self);
  self->input = opened(input, "r");
  self->output = opened(output, "w");
  self->history = history_init();
  if (self->input != NULL && self->output != NULL && self->history != NULL)
    self->editor = el_init("abacus", self->input, self->output, self->output);
  if (self->editor != NULL) {
    HistEvent event;
    el_set(self->editor, EL_CLIENTDATA, self);
    el_set(self->editor, EL_PROMPT, prompt);
    el_set(self->editor, EL_SIGNAL, 1);
    history(self->history, &event, H_SETSIZE, history_size);
    history(self->history, &event, H_SETUNIQUE, 1);
    el_set(self->editor, EL_HIST, history, self->history);
    bind_keys(self);
  }
  leave(before);
  if (self->editor != NULL) return self;
  line_edit_close(self);
  return NULL;
}

void line_edit_close(line_edit *self) {
  locale_t before = enter(self);
  if (self->editor != NULL) el_end(self->editor);
  if (self->history != NULL) history_end(self->history);
  if (self->input != NULL) fclose(self->input);
  if (self->output != NULL) fclose(self->output);
  leave(before);
  if (self->utf8 != (locale_t)0) freelocale(self->utf8);
  free(self);
}

void line_edit_on_tab(line_edit *self, line_edit_complete complete, void *context) {
  self->complete = complete;
  self->context = context;
}

void line_edit_remember(line_edit *self, const char *text) {
  HistEvent event;
  locale_t before = enter(self);
  history(self->history, &event, H_ENTER, text);
  leave(before);
}

const char *line_edit_read(line_edit *self, const char *text, enum line_edit_end *end) {
  int count = 0;
  locale_t before = enter(self);
  self->prompt = text;
  self->cancelled = 0;
  /* libedit shows the prompt first; a Ctrl-D typed between the two would be lost. */
  el_set(self->editor, EL_PREP_TERM, 1);
  const char *line = el_gets(self->editor, &count);
  self->prompt = "";
  leave(before);
  if (self->cancelled) {
    *end = LINE_EDIT_CANCELLED;
    return NULL;
  }
  *end = line != NULL && count > 0 ? LINE_EDIT_LINE : LINE_EDIT_CLOSED;
  return *end == LINE_EDIT_LINE ? line : NULL;
}

void line_edit_erase(line_edit *self, int characters) { el_deletestr(self->editor, characters); }

void line_edit_insert(line_edit *self, const char *text) { el_insertstr(self->editor, text); }

void line_edit_list(line_edit *self, const char *text) {
  fprintf(self->output, "\n%s", text);
  fflush(self->output);
  self->listed = 1;
}
