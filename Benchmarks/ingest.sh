#!/bin/sh
# Compares reading a delimited file into columns with libcsv alone, in CPU seconds.
#
#   Benchmarks/ingest.sh FILE [ROUNDS]
#
# The two programs take turns, so that a busy machine slows both. The goal is a ratio of at most 1.5.
set -eu
file=$1
rounds=${2:-7}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 -o "$work/bare" Benchmarks/Ingest/bare-libcsv.c -lcsv
swift build -c release --product ingest-benchmark --scratch-path "${SCRATCH:-.build}" >&2
table=${SCRATCH:-.build}/release/ingest-benchmark
for _ in $(seq "$rounds"); do
  "$work/bare" "$file" 1 >>"$work/bare.txt"
  "$table" "$file" 1 >>"$work/table.txt"
done
sort -n "$work/bare.txt" >"$work/bare.sorted"
sort -n "$work/table.txt" >"$work/table.sorted"
paste "$work/bare.sorted" "$work/table.sorted" | awk '
  { bare[NR] = $1; table[NR] = $2 }
  END {
    middle = int((NR + 1) / 2)
    printf "libcsv alone  best %.3f s  median %.3f s\n", bare[1], bare[middle]
    printf "RawTable      best %.3f s  median %.3f s\n", table[1], table[middle]
    printf "ratio         best %.2f    median %.2f\n", table[1] / bare[1], table[middle] / bare[middle]
  }'
