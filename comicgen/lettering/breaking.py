"""Piece widths into line breakings: for every number of lines the one whose body is smallest and evenest.

The bottleneck programme over (line, piece) finds the least half axis ``a`` of a superellipse that
holds every line; a second pass under that bound spreads the slack evenly (after Knuth and Plass,
"Breaking Paragraphs into Lines", 1981, with the oval's profile for the line length). All numbers of
lines and all bodies run through the programme side by side.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]
Cuts = tuple[tuple[int, int], ...]

EXPONENT, SQUARISH = 2.35, 4.0
"""Of the superellipse that a speech balloon is, and of the squarer one for where room is short."""
AIR = 1.5
"""An easy balloon's padding over the least that is seemly."""
TRIED = (
    (1.06, EXPONENT, AIR),
    (1.2, EXPONENT, AIR),
    (1.42, EXPONENT, AIR),
    (1.1, EXPONENT, 1.0),
    (1.3, EXPONENT, 1.0),
    (1.8, EXPONENT, 1.0),
    (1.05, SQUARISH, 1.0),
    (1.14, SQUARISH, 1.0),
)
"""Bodies to try: half height in multiples of the least that the lines need, exponent, and air."""
SLACK, SLACK_CELLS = 1.05, 1.28
"""How much wider than the tightest a body may be for lines that end well; a step between cells is large."""
LOOSE_CELLS = 26
"""A longer text of cells finds good ends without."""
FLATTEST, TALLEST = 18.0, 0.25
"""Width by height of bodies that some frame could want."""


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

    cuts: Cuts
    a: float
    b: float
    lone: bool
    exponent: float = EXPONENT
    air: float = 1.0
    ragged: float = 0.0
    """How unevenly the lines fill the body: mean square of the share of the body's width left free."""


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
    """Return W with W[j, i] the width of a line that holds the pieces i to j - 1; infinite where empty."""
    widths, spaces = np.array(measure.widths), np.array(measure.spaces)
    n = len(widths)
    ends = np.concatenate([[0.0], np.cumsum(widths + spaces)])
    table = np.full((n + 1, n + 1), np.inf)
    starts, stops = np.triu_indices(n + 1, 1)
    table[stops, starts] = ends[stops] - ends[starts] - spaces[starts]
    return table


@dataclass(frozen=True, slots=True)
class _Bodies:
    """Bodies to try, those of the most lines first: (bodies,) arrays, and the profile (bodies, lines)."""

    lines: np.ndarray[Any, np.dtype[np.intp]]
    beside: Array
    profile: Array
    """By how much a line must be narrower than the body's half axis, row by row."""

    def needs(self, table: Array, row: int) -> Any:
        """Return (active, end, start) half axes that lines in a row need; those still with such a row come first."""
        active = int((self.lines > row).sum())
        half = (table / 2).astype(np.float32) + self.beside[:active, None, None].astype(np.float32)
        half /= self.profile[:active, row, None, None].astype(np.float32)
        return half

    def fitted(self, table: Array, borders: Any) -> tuple[Array, Array]:
        """Return for each breaking the least half axis that holds it, and how unevenly its lines fill the body then."""
        rows = np.arange(borders.shape[1] - 1) < self.lines[:, None]
        widths = np.where(rows, table[borders[:, 1:], borders[:, :-1]], 0.0)
        needs = np.where(rows, (widths / 2 + self.beside[:, None]) / self.profile, 0.0)
        widest = needs.max(axis=1)
        free = np.where(rows, 1 - needs / widest[:, None], 0.0)
        return widest, (free * free).sum(axis=1) / self.lines


def oval_breakings(measure: Measure, leading: Leading, most: int = 12) -> list[Breaking]:
    """Return breakings into up to ``most`` lines with the superellipses that hold them."""
    tried = [(k, body) for k in _likely(measure, leading, min(len(measure.widths), most)) for body in TRIED]
    profile, heights = np.ones((len(tried), tried[0][0])), np.zeros(len(tried))
    beside = np.zeros(len(tried))
    for b, (k, (stretch, power, air)) in enumerate(tried):
        short = power == SQUARISH
        rows = np.abs(np.arange(k) - (k - 1) / 2) * leading.pitch + leading.half
        rows += leading.least if short else leading.padding * air
        heights[b] = rows.max() * stretch
        beside[b] = leading.least + 0.04 if short else leading.beside * air
        profile[b, :k] = (1 - (rows / heights[b]) ** power) ** (1 / power)
    bodies = _Bodies(np.array([k for k, _ in tried]), beside, profile)
    table = line_widths(measure)
    lone = _lone(measure, table)
    borders = _solve(bodies, measure, table)
    a, ragged = bodies.fitted(table, borders)
    found = []
    for b, cuts in enumerate(_cuts(borders, bodies)):
        _, power, air = tried[b][1]
        ends_lone = bool(lone[cuts[-1][0]])
        found.append(Breaking(cuts, float(a[b]), float(heights[b]), ends_lone, power, air, float(ragged[b])))
    return found


def _likely(measure: Measure, leading: Leading, most: int) -> list[int]:
    """Return the numbers of lines that give a body of some use, the most first."""
    total = sum(measure.widths) + sum(measure.spaces[1:])
    counts = np.arange(most, 0, -1)
    aspects = (0.6 * total / counts + leading.beside) / (0.55 * counts * leading.pitch + leading.padding)
    fair = counts[(aspects < FLATTEST) & (aspects > TALLEST)]
    return [int(k) for k in (fair if len(fair) else counts[:1] if aspects[0] > 1 else counts[-1:])]


def even_breakings(measure: Measure, most: int = 12) -> list[tuple[Cuts, bool]]:
    """Return, for 1 to ``most`` lines, the breaking with the shortest longest line, and whether it ends lone."""
    table = line_widths(measure)
    lone = _lone(measure, table)
    counts = np.arange(min(len(measure.widths), most), 0, -1)
    bodies = _Bodies(counts, np.zeros(len(counts)), np.full((len(counts), counts[0]), 0.5))
    solved = _cuts(_solve(bodies, measure, table), bodies)
    found = [(cuts, len(cuts) > 1 and bool(lone[cuts[-1][0]])) for cuts in solved]
    return found[::-1]


def _lone(measure: Measure, table: Array) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Tell for each piece whether a last line that begins with it is a lone word."""
    n = len(measure.widths)
    if measure.cells:
        return np.concatenate([table[n, :n] < 2.3, [True]])
    return np.arange(n + 1) >= n - 1


def _solve(bodies: _Bodies, measure: Measure, table: Array) -> Any:
    """Return (bodies, lines + 1) pieces between which each body's lines part, so that they fill it best."""
    lone = _lone(measure, table)
    stages = []
    for row in range(int(bodies.lines[0])):
        needs = bodies.needs(table, row)
        if row:
            ending = np.flatnonzero(bodies.lines == row + 1)
            needs[ending[:, None], -1, np.flatnonzero(lone)] += 1e3
        stages.append(needs)
    bound = _forward(stages, np.maximum)[0][:, -1]
    few = measure.cells and sum(measure.widths) < LOOSE_CELLS
    limit: Any = (np.maximum(bound, 1e-6) * (SLACK_CELLS if few else SLACK))[:, None, None]
    ill = np.array([0.0, *measure.ends] if measure.ends else np.zeros(len(table)), np.float32)[:, None]
    even = [_unevenness(stage, limit[: len(stage)], ill) for stage in stages]
    return _traced(_forward(even, np.add)[1], bodies)


def _unevenness(needs: Any, limit: Any, ill: Any) -> Any:
    """Return what lines cost by the width they leave free and by where they end; infinite where they are too wide."""
    cost = np.square(1 - needs / limit) + ill
    cost[needs > limit] = np.inf
    return cost


def _forward(stages: list[Any], join: Any) -> tuple[Any, list[Any]]:
    """Run the programme: the best value of every end piece, and where its last line begins."""
    best = np.full(stages[0].shape[:2], np.inf, np.float32)
    best[:, 0] = 0.0
    back = []
    for stage in stages:
        through = join(best[: len(stage), None, :], stage)
        start = through.argmin(axis=2)
        back.append(start)
        best[: len(stage)] = np.take_along_axis(through, start[:, :, None], axis=2)[:, :, 0]
    return best, back


def _traced(back: list[Any], bodies: _Bodies) -> Any:
    """Follow every body's lines back from the last piece to the first."""
    end = np.full(len(bodies.lines), back[0].shape[1] - 1)
    borders = [end]
    for row in reversed(range(len(back))):
        end = end.copy()
        end[: len(back[row])] = np.take_along_axis(back[row], end[: len(back[row]), None], axis=1)[:, 0]
        borders.append(end)
    return np.stack(borders[::-1], axis=1)


def _cuts(borders: Any, bodies: _Bodies) -> list[Cuts]:
    rows = zip(borders.tolist(), bodies.lines.tolist(), strict=True)
    return [tuple(pairwise(row[: lines + 1])) for row, lines in rows]
