#ifndef ABACUS_PROGRAM_START_H
#define ABACUS_PROGRAM_START_H

/* What the process was started with, as the C library was told. Swift's own `CommandLine` asks /proc,
 * which is not there in every sandbox. */

/* How many words; below 0 where the C library told nothing. */
int program_word_count(void);

/* A word, in the bytes that were typed; the first is the program's name. */
const char *program_word(int place);

/* Where the program is: without links and from the root, or as it was called; NULL where unknown. */
const char *program_path(void);

/* Has posix_spawn close every open file from a number on; `actions` is a posix_spawn_file_actions_t.
 * The C library's module for Swift lacks the call. */
int program_closes_from(void *actions, int first);

#endif
