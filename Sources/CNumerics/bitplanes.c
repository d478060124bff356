#include "CNumerics.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

void cnum_bit_planes(const uint8_t *codes, size_t words, int planes, uint64_t *bits) {
  for (int plane = 0; plane < planes; plane++) {
    for (size_t word = 0; word < words; word++) {
      const uint8_t *row = codes + 64 * word;
      uint64_t mask = 0;
#if defined(__x86_64__)
      const __m128i wanted = _mm_set1_epi8((char)plane);
      for (int part = 0; part < 4; part++) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(row + 16 * part));
        uint64_t equal = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted));
        mask |= equal << (16 * part);
      }
#else
      for (int bit = 0; bit < 64; bit++) mask |= (uint64_t)(row[bit] == plane) << bit;
#endif
      bits[plane * words + word] = mask;
    }
  }
}

// The same text is compiled twice: once for processors that count bits in one instruction.
#define COUNT_COMMON_BITS                                                      \
  for (int i = 0; i < first_count; i++)                                        \
    for (int j = 0; j < second_count; j++) {                                   \
      int64_t sum = 0;                                                         \
      for (size_t word = 0; word < words; word++)                              \
        sum += __builtin_popcountll(first[i * words + word] &                  \
                                    second[j * words + word]);                 \
      counts[i * stride + j] += sum;                                           \
    }

#if defined(__x86_64__)
__attribute__((target("popcnt"))) static void
count_by_instruction(const uint64_t *first, int first_count, const uint64_t *second,
                     int second_count, size_t words, int64_t *counts, size_t stride) {
  COUNT_COMMON_BITS
}
#endif

void cnum_common_bits(const uint64_t *first, int first_count, const uint64_t *second,
                      int second_count, size_t words, int64_t *counts, size_t stride) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) {
    count_by_instruction(first, first_count, second, second_count, words, counts, stride);
    return;
  }
#endif
  COUNT_COMMON_BITS
}
