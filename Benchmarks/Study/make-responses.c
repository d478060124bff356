/* Invents survey responses and writes them as CSV, for the benchmarks.
 * usage: make-responses ROWS SEED > FILE; the same numbers give the same bytes.
 *
 * 40 columns: identifiers, attributes, three scales of ten items answered 1 to 5 (about one cell in
 * thirty is empty), a date, a duration, a weight, and a comment in quotes that may hold commas,
 * quotes and line ends. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { SCALES = 3, ITEMS = 10 };

static uint64_t state;

/* Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators". */
static uint64_t next_bits(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static unsigned below(unsigned limit) { return (unsigned)(next_bits() >> 32) % limit; }

/* Roughly normal with mean 0 and variance 1: the sum of four 16-bit numbers. */
static double nearly_normal(void) {
  uint64_t bits = next_bits();
  double sum = 0;
  for (int part = 0; part < 4; part++) sum += (double)(bits >> 16 * part & 0xFFFF) / 65536;
  return (sum - 2) * 1.7320508;
}

static int answer(double trait) {
  static const double limits[] = {-1.5, -0.5, 0.5, 1.5};
  double value = 0.65 * trait + 0.75 * nearly_normal() + 0.3;
  int code = 1;
  for (int place = 0; place < 4; place++) code += value > limits[place];
  return code;
}

static void header(void) {
  static const char *names[SCALES] = {"eng", "sup", "eff"};
  printf("id,role,site,cohort,wave,pair_id");
  for (int scale = 0; scale < SCALES; scale++)
    for (int item = 1; item <= ITEMS; item++) printf(",%s%02d", names[scale], item);
  printf(",submitted,duration_s,weight,comment\n");
}

static void comment(void) {
  static const char *pieces[] = {
      "The meetings helped.", "Too little time, as always.", "She said \"\"just try\"\" and I did.",
      "No comment", "First the plan;\nthen the work.", "I would do it again.", "\xC3\x9C" "bung macht den Meister.",
      "Goals were clear"};
  unsigned count = below(4);
  if (count == 0) return;
  putchar('"');
  for (unsigned piece = 0; piece < count; piece++)
    printf("%s%s", piece ? " " : "", pieces[below(8)]);
  putchar('"');
}

static void row(long number) {
  static const char *roles[] = {"mentor", "mentee", "teacher", "parent"};
  static const char *sites[] = {"North", "South", "East", "West", "Central", "River",
                                "Hill", "Lake", "Park", "Harbour", "Old Town", "Valley"};
  printf("%ld,%s,%s,%u,%u,P%ld", number, roles[below(4)], sites[below(12)], 2021 + below(5),
         1 + below(3), (number + 1) / 2);
  for (int scale = 0; scale < SCALES; scale++) {
    double trait = nearly_normal();
    for (int item = 0; item < ITEMS; item++) {
      putchar(',');
      if (below(30) != 0) putchar('0' + answer(trait));
    }
  }
  printf(",20%02u-%02u-%02u,%u,%u.%03u,", 21 + below(5), 1 + below(12), 1 + below(28),
         100 + below(1500), below(2), 500 + below(500));
  comment();
  putchar('\n');
}

int main(int count, char **words) {
  if (count != 3) return fprintf(stderr, "usage: make-responses ROWS SEED\n"), 64;
  long rows = atol(words[1]);
  state = strtoull(words[2], NULL, 10);
  header();
  for (long number = 1; number <= rows; number++) row(number);
  return ferror(stdout) ? 73 : 0;
}
