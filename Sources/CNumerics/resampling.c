#include "CNumerics.h"

#include <string.h>

// Vectors of 256 bits; processors without them get the same results from narrower ones. The inner
// functions are compiled twice: once for processors that have them.
typedef uint64_t words4 __attribute__((vector_size(32), aligned(8)));
typedef uint32_t words16 __attribute__((vector_size(64), aligned(4)));
typedef uint16_t halves16 __attribute__((vector_size(32), aligned(2)));

#define INNER static inline __attribute__((always_inline))
#define CHUNK 64

// Four generators xoshiro256** side by side: 256 random bits.
INNER void next_bits(words4 s[4], words4 *bits) {
  words4 scrambled = s[1] * 5;
  *bits = ((scrambled << 7) | (scrambled >> 57)) * 9;
  words4 t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = (s[3] << 45) | (s[3] >> 19);
}

// Sixteen rows from 16 bits each; returns 0 where one product lies in the part to draw again.
INNER int narrow_rows(const words4 *bits, uint32_t rows, uint32_t *drawn) {
  halves16 random;
  memcpy(&random, bits, sizeof random);
  words16 product = __builtin_convertvector(random, words16) * rows;
  halves16 high = __builtin_convertvector(product >> 16, halves16);
  halves16 low = random * (uint16_t)rows;
  uint16_t limit = (uint16_t)(65536 % rows);
  words16 wide = __builtin_convertvector(high, words16);
  memcpy(drawn, &wide, sizeof wide);
  words4 again;
  halves16 below = (halves16)(low < limit);
  memcpy(&again, &below, sizeof again);
  return (again[0] | again[1] | again[2] | again[3]) == 0;
}

// Eight rows from 32 bits each.
INNER int wide_rows(const words4 *bits, uint32_t rows, uint32_t *drawn) {
  words4 even = (*bits & 0xFFFFFFFF) * (uint64_t)rows;
  words4 odd = (*bits >> 32) * (uint64_t)rows;
  uint64_t limit = (UINT64_C(1) << 32) % rows;
  uint64_t again = 0;
  for (int lane = 0; lane < 4; lane++) {
    drawn[2 * lane] = (uint32_t)(even[lane] >> 32);
    drawn[2 * lane + 1] = (uint32_t)(odd[lane] >> 32);
    again |= ((even[lane] & 0xFFFFFFFF) < limit) | ((odd[lane] & 0xFFFFFFFF) < limit);
  }
  return again == 0;
}

INNER void draw(uint64_t state[16], uint32_t rows, size_t count, uint32_t *drawn) {
  words4 s[4], bits;
  memcpy(s, state, sizeof s);
  for (size_t place = 0; place < count;) {
    next_bits(s, &bits);
    if (rows <= 1024) {
      place += narrow_rows(&bits, rows, drawn + place) ? 16 : 0;
    } else {
      place += wide_rows(&bits, rows, drawn + place) ? 8 : 0;
    }
  }
  memcpy(state, s, sizeof s);
}

INNER void add_digits(const uint16_t *digits, size_t rows, size_t vectors, const uint32_t *drawn,
                      size_t count, uint32_t *sums) {
  for (size_t vector = 0; vector < vectors; vector++) {
    const halves16 *row = (const halves16 *)digits + vector * rows;
    halves16 one = {0}, other = {0}, third = {0}, fourth = {0};
    size_t place = 0;
    for (; place + 4 <= count; place += 4) {
      one += row[drawn[place]];
      other += row[drawn[place + 1]];
      third += row[drawn[place + 2]];
      fourth += row[drawn[place + 3]];
    }
    for (; place < count; place++) one += row[drawn[place]];
    words16 total;
    memcpy(&total, sums + 16 * vector, sizeof total);
    total += __builtin_convertvector((one + other) + (third + fourth), words16);
    memcpy(sums + 16 * vector, &total, sizeof total);
  }
}

INNER void resample(const uint16_t *digits, size_t rows, size_t vectors, uint64_t state[16],
                    uint32_t *sums) {
  uint32_t drawn[CHUNK];
  memset(sums, 0, 16 * vectors * sizeof *sums);
  for (size_t left = rows; left > 0;) {
    size_t count = left < CHUNK ? left : CHUNK;
    draw(state, (uint32_t)rows, count, drawn);
    add_digits(digits, rows, vectors, drawn, count, sums);
    left -= count;
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void resample_wide(const uint16_t *digits, size_t rows,
                                                          size_t vectors, uint64_t state[16],
                                                          uint32_t *sums) {
  resample(digits, rows, vectors, state, sums);
}
#endif

void cnum_draw_rows(uint64_t state[16], uint32_t rows, size_t count, uint32_t *drawn) {
  draw(state, rows, count, drawn);
}

void cnum_resample_digits(const uint16_t *digits, size_t rows, size_t vectors, uint64_t state[16],
                          uint32_t *sums) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    resample_wide(digits, rows, vectors, state, sums);
    return;
  }
#endif
  resample(digits, rows, vectors, state, sums);
}
