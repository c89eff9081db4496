"""Piece widths into line breakings: for every number of lines the one whose body is smallest and evenest.

The bottleneck programme over (line, piece) finds the least half axis ``a`` of a superellipse that
holds every line; a second pass under that bound spreads the slack evenly (after Knuth and Plass,
"Breaking Paragraphs into Lines", 1981, with the oval's profile for the line length).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]

EXPONENT, SQUARISH = 2.35, 4.0
"""Of the superellipse that a speech balloon is, and of the squarer one for where room is short."""
TRIED = np.array(
    [(1.06, EXPONENT), (1.2, EXPONENT), (1.42, EXPONENT), (1.8, EXPONENT), (1.05, SQUARISH), (1.14, SQUARISH)]
)
"""Bodies to try: half height in multiples of the least that the lines need, and exponent."""
SLACK, SLACK_CELLS = 1.05, 1.28
"""How much wider than the tightest a body may be for lines that end well; a step between cells is large."""
LOOSE_CELLS = 26
"""A longer text of cells finds good ends without."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a breaking is decided by, in em: widths of pieces and of the spaces before them."""

    widths: tuple[float, ...]
    spaces: tuple[float, ...]
    cells: bool
    """Chinese or Japanese: a last line is lone by its width, not by being one word."""
    ends: tuple[float, ...] = ()
    """How ill a line ends after each piece, 0 at a comma; shares of a squared half width."""


@dataclass(frozen=True, slots=True)
class Breaking:
    """``cuts`` are (first, end) piece indices line by line; ``a`` and ``b`` the half axes that hold them."""

    cuts: tuple[tuple[int, int], ...]
    a: float
    b: float
    lone: bool
    exponent: float = EXPONENT


@dataclass(frozen=True, slots=True)
class Leading:
    """Line pitch, half the height of a line's letters, and the padding above and beside them, in em."""

    pitch: float
    half: float
    padding: float
    beside: float
    least: float = 0.36
    """Padding where room is short."""


def line_widths(measure: Measure) -> Array:
    """Return W with W[i, j] the width of a line that holds the pieces i to j - 1; infinite where empty."""
    widths, spaces = np.array(measure.widths), np.array(measure.spaces)
    n = len(widths)
    ends = np.concatenate([[0.0], np.cumsum(widths + spaces)])
    table = np.full((n + 1, n + 1), np.inf)
    rows, columns = np.triu_indices(n + 1, 1)
    table[rows, columns] = ends[columns] - ends[rows] - spaces[rows]
    return table


def oval_breakings(measure: Measure, leading: Leading, most: int = 12) -> list[Breaking]:
    """Return breakings into 1 to ``most`` lines with the superellipses that hold them."""
    table = line_widths(measure)
    found = []
    for k in range(1, min(len(measure.widths), most) + 1):
        powers = TRIED[:, 1, None]
        short = powers == SQUARISH
        rows = np.abs(np.arange(k) - (k - 1) / 2) * leading.pitch + leading.half
        rows = rows + np.where(short, leading.least, leading.padding)
        heights = rows.max(axis=1) * TRIED[:, 0]
        profile = (1 - (rows / heights[:, None]) ** powers) ** (1 / powers)
        beside = np.where(short, leading.least + 0.04, leading.beside)[:, :, None, None]
        needs = (table / 2 + beside) / profile[:, :, None, None]
        for (cuts, a), b, power in zip(_solve(needs, measure, table), heights, TRIED[:, 1], strict=True):
            found.append(Breaking(cuts, a, float(b), bool(_lone(measure, table)[cuts[-1][0]]), float(power)))
    return found


def even_breakings(measure: Measure, most: int = 12) -> list[tuple[tuple[tuple[int, int], ...], bool]]:
    """Return, for 1 to ``most`` lines, the breaking with the shortest longest line, and whether it ends lone."""
    table = line_widths(measure)
    lone = _lone(measure, table)
    found = []
    for k in range(1, min(len(measure.widths), most) + 1):
        ((cuts, _),) = _solve(np.broadcast_to(table, (1, k, *table.shape)), measure, table)
        found.append((cuts, k > 1 and bool(lone[cuts[-1][0]])))
    return found


def _lone(measure: Measure, table: Array) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Tell for each piece whether a last line that begins with it is a lone word."""
    n = len(measure.widths)
    if measure.cells:
        return np.concatenate([table[:n, n] < 2.3, [True]])
    return np.arange(n + 1) >= n - 1


def _solve(needs: Array, measure: Measure, table: Array) -> list[tuple[tuple[tuple[int, int], ...], float]]:
    """Return cuts and bottleneck for each variant of ``needs``, shaped (variants, lines, n + 1, n + 1)."""
    lines = needs.shape[1]
    last = needs[:, -1].copy()
    if lines > 1:
        last[:, _lone(measure, table), -1] += 1e3
    stages = [*(needs[:, q] for q in range(lines - 1)), last]
    bound = _forward(stages, np.maximum)[0][:, -1]
    few = measure.cells and sum(measure.widths) < LOOSE_CELLS
    limit = (np.maximum(bound, 1e-6) * (SLACK_CELLS if few else SLACK))[:, None, None]
    ill = np.array([0.0, *measure.ends]) if measure.ends else np.zeros(needs.shape[-1])
    even = [np.where(s <= limit, (1 - s / limit) ** 2 + ill, np.inf) for s in stages]
    _, back = _forward(even, np.add)
    return [(_trace(back, v, needs.shape[-1] - 1), float(_widest(needs, back, v))) for v in range(len(needs))]


def _forward(stages: list[Array], join: Any) -> tuple[Array, list[Any]]:
    """Run the programme: the best value of every end piece, and where its last line begins."""
    variants, size, _ = stages[0].shape
    best = np.full((variants, size), np.inf)
    best[:, 0] = 0.0
    back = []
    for stage in stages:
        through = join(best[:, :, None], stage)
        back.append(through.argmin(axis=1))
        best = through.min(axis=1)
    return best, back


def _trace(back: list[Any], variant: int, end: int) -> tuple[tuple[int, int], ...]:
    cuts = []
    for stage in reversed(back):
        start = int(stage[variant, end])
        cuts.append((start, end))
        end = start
    return tuple(reversed(cuts))


def _widest(needs: Array, back: list[Any], variant: int) -> float:
    cuts = _trace(back, variant, needs.shape[-1] - 1)
    return max(float(needs[variant, q, i, j]) for q, (i, j) in enumerate(cuts))
