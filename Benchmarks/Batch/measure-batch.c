/* Runs a command that may start workers, and prints what all of them used.
 * usage: measure-batch COUNT NAME COMMAND...
 *
 * A line of the name; the CPU milliseconds, workers included, as user + system and each by itself, and the
 * wall milliseconds, all divided by COUNT; the peak memory in MB of the command's own process, and that of
 * its largest worker. Memory is looked at every two milliseconds in /proc, where the system keeps each peak. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
}

static double milliseconds(struct timeval time) { return time.tv_sec * 1e3 + time.tv_usec * 1e-3; }

/* The peak of a process in kB; 0 where it has gone. */
static long peak(int process) {
  char path[64], line[256];
  snprintf(path, sizeof path, "/proc/%d/status", process);
  FILE *file = fopen(path, "r");
  long size = 0;
  while (file && fgets(line, sizeof line, file))
    if (sscanf(line, "VmHWM: %ld", &size) == 1) break;
  if (file) fclose(file);
  return size;
}

/* The largest peak of the processes that one has started. */
static long largest_worker(int process) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", process, process);
  FILE *file = fopen(path, "r");
  long largest = 0;
  for (int child; file && fscanf(file, "%d", &child) == 1;) {
    long size = peak(child);
    if (size > largest) largest = size;
  }
  if (file) fclose(file);
  return largest;
}

int main(int count, char **words) {
  double studies = count > 3 ? atof(words[1]) : 0;
  if (studies < 1) return fprintf(stderr, "usage: measure-batch COUNT NAME COMMAND...\n"), 64;
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(words[3], words + 3);
    _exit(127);
  }
  long own = 0, worker = 0;
  int status;
  struct rusage usage;
  pid_t ended;
  while ((ended = wait4(child, &status, WNOHANG, &usage)) == 0) {
    long size = peak(child), other = largest_worker(child);
    if (size > own) own = size;
    if (other > worker) worker = other;
    usleep(2000);
  }
  if (ended != child || !WIFEXITED(status) || WEXITSTATUS(status) == 127)
    return fprintf(stderr, "%s could not be run\n", words[3]), 70;
  double user = milliseconds(usage.ru_utime) / studies, system = milliseconds(usage.ru_stime) / studies;
  printf("%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.0f\t%.0f\n", words[2], user + system, user, system,
         (now() - start) / studies, own / 1024.0, worker / 1024.0);
  return 0;
}
