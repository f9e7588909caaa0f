"""What scipy does with a pool: FILE MENTORS TIMES [LINE]. Every mentor is copied once a place. Prints one line of JSON.

Also the answer with a line (pairs under it as few as possible, then the total), and the most mentees who can be placed
at all, by a maximum matching of what is allowed. scipy: apt-get install python3-scipy
"""
import json
import resource
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

file, mentors, times = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
line = int(sys.argv[4]) if len(sys.argv) > 4 else None
places = np.fromfile(file + ".places", dtype=np.int32)
scores = np.fromfile(file + ".scores", dtype=np.uint8).reshape(-1, mentors)


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if (scores == 255).any():
    allowed = csr_matrix(np.repeat(scores != 255, places, axis=1))
    print(json.dumps({"most": int((maximum_bipartite_matching(allowed, perm_type="column") >= 0).sum())}))
    sys.exit()

before = peak()
seconds = []
for _ in range(times):
    began = time.process_time()
    copied = np.repeat(scores, places, axis=1)
    rows, columns = linear_sum_assignment(copied, maximize=True)
    seconds.append(time.process_time() - began)
grown = peak() - before
answer = {"seconds": seconds, "grownMb": grown, "total": int(copied[rows, columns].sum(dtype=np.int64))}
if line is not None:
    weighed = copied.astype(np.float64)
    weighed[copied < line] -= 200.0 * len(scores) + 1
    rows, columns = linear_sum_assignment(weighed, maximize=True)
    chosen = copied[rows, columns]
    answer["lineTotal"] = int(chosen.sum(dtype=np.int64))
    answer["lineFarBelow"] = int((chosen < line).sum())
print(json.dumps(answer))
