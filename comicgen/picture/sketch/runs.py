"""What is shown of lines into the stretches of neighbours that are."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np


def stretches(keep: Any, counts: Sequence[int], least: int = 2) -> list[tuple[int, int, int]]:
    """Return line, start and stop of every ``least`` or more neighbours that are kept of lines that lie end to end."""
    ends = list(accumulate(counts))
    if keep.all():
        return [(i, end - count, end) for i, (end, count) in enumerate(zip(ends, counts, strict=True))]
    turns = (np.flatnonzero(keep[1:] != keep[:-1]) + 1).tolist()
    parts = pairwise(sorted({0, *turns, *ends}))
    shown = keep.tolist()
    return [(bisect_right(ends, a), a, b) for a, b in parts if shown[a] and b - a >= least]


def round_stretches(keep: Any) -> list[Any]:
    """Return where the stretches of more than two points of a closed line are that is kept in part."""
    ends = [0, *(np.flatnonzero(keep[1:] != keep[:-1]) + 1).tolist(), len(keep)]
    found: list[Any] = [slice(a, b) for a, b in pairwise(ends) if keep[a]]
    if len(found) > 1 and keep[0] and keep[-1]:
        start = found[-1].start
        found = [*found[1:-1], np.arange(start, len(keep) + found[0].stop) % len(keep)]
    return [r for r in found if (r.stop - r.start if isinstance(r, slice) else len(r)) > 2]
