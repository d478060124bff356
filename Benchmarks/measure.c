/* Runs commands in turn and prints what each used.
 * usage: measure ROUNDS NAME COMMAND... [/// NAME COMMAND...]...
 *
 * The commands take turns, so that a busy machine slows all of them. For each one a line: its name,
 * the best and the median CPU seconds (user + system), the median wall seconds and the largest peak
 * memory in MB. A command that can't be started or dies ends the program; an exit status does not,
 * because a report with findings ends with one. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LIMIT = 8, ROUND_LIMIT = 99 };

struct command {
  char **words;
  double cpu[ROUND_LIMIT], wall[ROUND_LIMIT];
  long peak;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static double seconds(struct timeval time) { return time.tv_sec + 1e-6 * time.tv_usec; }

static void run(struct command *command, int round) {
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(command->words[1], command->words + 1);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) == 127) {
    fprintf(stderr, "%s could not be run\n", command->words[1]);
    exit(70);
  }
  command->cpu[round] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  command->wall[round] = now() - start;
  if (usage.ru_maxrss > command->peak) command->peak = usage.ru_maxrss;
}

static int ascending(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **words) {
  int rounds = count > 1 ? atoi(words[1]) : 0;
  if (count < 4 || rounds < 1 || rounds > ROUND_LIMIT)
    return fprintf(stderr, "usage: measure ROUNDS NAME COMMAND... [/// NAME COMMAND...]...\n"), 64;
  static struct command commands[LIMIT];
  int known = 0;
  commands[known++].words = words + 2;
  for (int place = 2; place < count; place++)
    if (strcmp(words[place], "///") == 0 && known < LIMIT) {
      words[place] = NULL;
      commands[known++].words = words + place + 1;
    }
  for (int round = 0; round < rounds; round++)
    for (int place = 0; place < known; place++) run(&commands[place], round);
  for (int place = 0; place < known; place++) {
    struct command *command = &commands[place];
    qsort(command->cpu, rounds, sizeof(double), ascending);
    qsort(command->wall, rounds, sizeof(double), ascending);
    printf("%s\t%.3f\t%.3f\t%.3f\t%.0f\n", command->words[0], command->cpu[0],
           command->cpu[rounds / 2], command->wall[rounds / 2], command->peak / 1024.0);
  }
  return 0;
}
