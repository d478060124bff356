"""Bootstraps alpha with numpy: boot.py ANSWERS REPEATS. Prints the median and best CPU milliseconds.

Counts how often each row is drawn and multiplies the counts with the rows, which is the fastest of
the ways that numpy offers (a loop over np.cov needs six times as long).
"""
import os
import sys
import time

# More threads of the linear algebra only add CPU time here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np

answers = np.loadtxt(sys.argv[1])
n, k = answers.shape
resamples, block = 10_000, 1_000
fields = np.c_[answers, (answers**2).sum(1), answers.sum(1) ** 2]


def bootstrap():
    random = np.random.default_rng(1)
    replicates = []
    for _ in range(0, resamples, block):
        drawn = random.integers(0, n, (block, n)) + np.arange(block)[:, None] * n
        counts = np.bincount(drawn.ravel(), minlength=block * n).reshape(block, n).astype(float)
        sums = counts @ fields
        items = sums[:, k] - (sums[:, :k] ** 2).sum(1) / n
        total = sums[:, k + 1] - sums[:, :k].sum(1) ** 2 / n
        replicates.append(k / (k - 1) * (1 - items / total))
    return np.percentile(np.concatenate(replicates), [2.5, 97.5])


times = []
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    interval = bootstrap()
    times.append((time.process_time() - start) * 1000)
times.sort()
print(f"alpha, numpy {np.__version__}\t{times[len(times) // 2]}\t{times[0]}\t{list(map(float, interval))}")
