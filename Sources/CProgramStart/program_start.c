#define _GNU_SOURCE

#include <spawn.h>
#include <stdlib.h>
#include <sys/auxv.h>

#include "program_start.h"

static int word_count = -1;
static char **words;
static const char *path;

/* glibc hands the arguments of `main` to what is run before it. */
__attribute__((constructor)) static void note(int count, char **arguments) {
  word_count = count;
  words = arguments;
  /* Now, because the working folder may be another one later. */
  const char *called = (const char *)getauxval(AT_EXECFN);
  char *real = called ? realpath(called, NULL) : NULL;
  path = real ? real : called;
}

int program_word_count(void) { return word_count; }
const char *program_word(int place) { return words[place]; }
const char *program_path(void) { return path; }
int program_closes_from(void *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
