"""Candidates and pair costs into the best choices: a beam that looks ahead to every saying still to come."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]
Pairs = dict[tuple[int, int], np.ndarray[Any, np.dtype[np.float32]]]
"""By the numbers of two sayings, what every pair of their candidates costs."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to search: candidates kept (a factor), states kept, and children of a state."""

    keep: float = 1.0
    width: int = 12
    branch: int = 8
    ahead: int = 64
    """The cheapest candidates of a state that are looked at with what is to come."""
    ceiling: float = math.inf
    """What costs this is not wanted."""
    loose: bool = False
    """Long words and phrases may be broken."""


def beam(costs: list[Array], pairs: Pairs, effort: Effort) -> list[tuple[float, list[int]]]:
    """Return the cheapest choices found below the ceiling, best first, each one candidate for every saying in order.

    A state carries, for every saying to come, what each candidate costs beside those chosen; its
    bound adds the cheapest of each (forward checking).
    """
    n = len(costs)
    states: list[tuple[float, list[int], list[Array]]] = [(0.0, [], costs)]
    for i in range(n):
        grown: list[tuple[float, float, list[int], list[Array]]] = []
        for spent, path, ahead in states:
            here = spent + ahead[i]
            few = np.argsort(here, kind="stable")[: effort.ahead]
            few = few[here[few] < effort.ceiling]
            bound = here[few] + sum((_least(ahead[j], pairs[i, j][few]) for j in range(i + 1, n)), np.zeros(len(few)))
            order = np.argsort(bound, kind="stable")[: effort.branch]
            grown += [(float(bound[q]), float(here[few[q]]), [*path, int(few[q])], ahead) for q in order]
        grown = sorted((g for g in grown if g[0] < effort.ceiling), key=lambda g: g[0])
        states = [
            (spent, path, [*ahead[: i + 1], *(ahead[j] + pairs[i, j][path[-1]] for j in range(i + 1, n))])
            for _, spent, path, ahead in grown[: effort.width]
        ]
    return sorted(((spent, path) for spent, path, _ in states), key=lambda s: s[0])


def _least(ahead: Array, pair: Any) -> Array:
    least: Array = (ahead[None, :] + pair).min(axis=1)
    return least
