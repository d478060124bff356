/* The floor for ingest: libcsv over a mapped file, with callbacks that do nothing.
 * usage: bare-libcsv FILE RUNS; prints the CPU seconds (user + system) of each run, the parse alone. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void on_cell(void *text, size_t length, void *state) {
  (void)text, (void)length, (void)state;
}
static void on_record(int end, void *state) { (void)end, (void)state; }

static double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         1e-6 * (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

int main(int count, char **words) {
  if (count != 3) return fprintf(stderr, "usage: bare-libcsv FILE RUNS\n"), 64;
  for (int run = 0; run < atoi(words[2]); run++) {
    double start = cpu_seconds();
    struct stat status;
    int file = open(words[1], O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0) return perror(words[1]), 66;
    size_t size = (size_t)status.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) return perror(words[1]), 66;
    struct csv_parser parser;
    csv_init(&parser, CSV_EMPTY_IS_NULL);
    if (csv_parse(&parser, bytes, size, on_cell, on_record, NULL) != size) return 65;
    csv_fini(&parser, on_cell, on_record, NULL);
    csv_free(&parser);
    munmap(bytes, size);
    close(file);
    printf("%.3f\n", cpu_seconds() - start);
  }
  return 0;
}
