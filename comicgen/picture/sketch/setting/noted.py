"""Shapes and lines on the surfaces of a place, noted down as they are thought of and seen all at once.

A place has hundreds of details of a few lines each: what costs is not the lines but the going to and fro.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from ..marks import Area, Array, Mark, Stroke
from .clip import cuts
from .surfaces import Surface

NOWHERE = np.zeros((0, 2))


class Shapes(NamedTuple):
    """Polygons of ``n`` corners on a surface, (k * n, 2), that become one area, each with an outline if it has any."""

    surface: int
    uv: Array
    n: int
    area: Area
    outlines: list[Stroke]
    role: str


class Lines(NamedTuple):
    """Straight lines (u0, v0, u1, v1) on a surface, (k, 4), and what they become."""

    surface: int
    uv: Array
    strokes: list[Stroke]
    weight: float


Cut = tuple[Area, Array, Array]
"""An area on the frame, the ring that it is cut out of, and the ring that cuts it."""


class Notes:
    """What is noted: marks that were handed out with nothing in them yet."""

    def __init__(self) -> None:
        self._surfaces: dict[int, tuple[int, Surface]] = {}
        self.shapes: list[Shapes] = []
        self.lines: list[Lines] = []
        self.cut: tuple[list[Cut], list[Cut]] = ([], [])
        """What others are cut off, and what is cut to others."""

    def number(self, s: Surface) -> int:
        """Return the number of a surface."""
        return self._surfaces.setdefault(id(s), (len(self._surfaces), s))[0]

    def axes(self, eye: Array, turn: Array) -> Array:
        """Return (n, 3, 3) the origins of all surfaces and their ways along and up, in camera axes."""
        axes = np.array([(s.origin, s.along, s.up) for _, s in self._surfaces.values()]).reshape(-1, 3, 3)
        axes[:, 0] -= eye
        out: Array = axes @ turn
        return out


def _placed(axes: Array, notes: Sequence[Shapes | Lines], uv: Array) -> Array:
    """Return (..., 3) points in camera axes of points (..., 2) on the surfaces of notes."""
    own = axes[np.repeat([n.surface for n in notes], [len(n.uv) for n in notes])]
    points: Array = own[:, 0] + uv[..., :1] * own[:, 1] + uv[..., 1:] * own[:, 2]
    return points


def complete_shapes(
    notes: Sequence[Shapes],
    axes: Array,
    seen: Callable[[Array, Any], Iterable[tuple[int, Array]]],
    weight: Callable[[str, float], float],
) -> None:
    """Give noted shapes the rings that are seen of them, and their outlines the weight of their depth."""
    view = _placed(axes, notes, np.concatenate([n.uv for n in notes]))
    sizes, corners = np.array([len(n.uv) for n in notes]), np.array([n.n for n in notes])
    counts = sizes // corners
    owner, first = np.repeat(np.arange(len(notes)), counts), (np.cumsum(counts) - counts).tolist()
    each = corners[owner]
    owners, rings = owner.tolist(), [list[Array]() for _ in notes]
    for i, ring in seen(view, np.cumsum(each) - each):
        k = owners[i]
        rings[k].append(ring)
        if notes[k].outlines:
            notes[k].outlines[i - first[k]].points = ring
    depths = np.add.reduceat(view[:, 2], np.cumsum(sizes) - sizes) / sizes
    for note, depth, found in zip(notes, depths.tolist(), rings, strict=True):
        note.area.rings = tuple(found)
        width = weight(note.role, depth) if note.outlines else 0.0
        for line in note.outlines:
            line.width = width


def complete_lines(
    notes: Sequence[Lines], axes: Array, seen: Callable[[Array, Array], Iterable[tuple[int, Array, float | Array]]]
) -> None:
    """Give noted lines the points and the weights that are seen of them."""
    uv = np.concatenate([n.uv for n in notes])
    view = _placed(axes, notes, np.array((uv[:, :2], uv[:, 2:])))
    strokes = [s for note in notes for s in note.strokes]
    for k, points, width in seen(view, np.repeat([n.weight for n in notes], [len(n.uv) for n in notes])):
        strokes[k].points, strokes[k].width = points, width


def complete_cuts(off: Sequence[Cut], to: Sequence[Cut]) -> None:
    """Give the areas that others are cut ``off``, and those cut ``to`` others, what is left of them."""
    left = cuts([(ring, by) for _, ring, by in off]) + cuts([(ring, by) for _, ring, by in to], inside=True)
    for (area, _, _), rings in zip((*off, *to), left, strict=True):
        area.rings = rings


def visible(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks that have anything in them."""
    return [m for m in marks if len(m.points if isinstance(m, Stroke) else m.rings)]
