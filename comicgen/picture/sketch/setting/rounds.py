"""Turned and lofted solids into marks: whole outlines, one band of shade, seams where the profile breaks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

from ....staging.sets.solids import Solid
from ..marks import Area, Array, Mark, Stroke
from .hand import WOBBLE, Hand

SHADED = 0.3
"""Shade from which a face belongs to the band."""
REFLECTED = 4
"""Faces: a band this broad ends one face before the edge, where light comes back from the ground."""
BENT = 0.82
"""Cosine of the bend in a profile from which a seam is drawn."""
HAIR, THIN, SMALL = 0.4, 1.3, 4.0
"""Frame units: narrower things get lighter lines."""
GORES = 16
"""Lines along a solid all round it."""
HEAL = 0.02
"""Frame units by which parts overlap, so that their outline is one."""
FAINT = 0.6
"""Lines of paper round solid black are thinner."""


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """A solid of rings as seen: (rings, sides, 2) points on the frame and what is known of each face."""

    solid: Solid
    points: Array
    depth: float
    facing: Any
    shades: Array
    glows: Array
    normals: Array

    @property
    def sides(self) -> int:
        """Corners of a ring."""
        return int(self.points.shape[1])

    @property
    def strips(self) -> int:
        """Rows of faces between rings."""
        return int(self.points.shape[0]) - 1

    def faces(self, strip: int) -> slice:
        """Return the faces of a strip."""
        return slice(strip * self.sides, (strip + 1) * self.sides)


Fill = Callable[..., list[Area]]
"""(ring, material, shade, glow) -> areas."""


def draw_round(hand: Hand, turn: Turn, fill: Fill) -> list[Mark]:
    """Return a solid of rings: parts in the order in which they hide each other, its lid, seams and outline."""
    if _weights(turn)[0] == "hair":
        return [_line(hand, turn, turn.points.mean(axis=1), "edge")]
    up = not turn.facing[-1]
    parts = list(_parts(turn))
    skins = [(part, [_span(turn.facing[turn.faces(k)]) for k in part]) for part in (parts if up else parts[::-1])]
    rings = [_skin(turn, *skin) for skin in skins]
    areas = [a for skin, ring in zip(skins, rings, strict=True) for a in _part(turn, skin, ring, fill)]
    lines = [*_seams(hand, turn), *_gores(hand, turn)]
    for face, ring in ((-2, turn.strips), (-1, 0)):
        if turn.facing[face]:
            light = float(turn.shades[face]), float(turn.glows[face])
            areas += fill(turn.points[ring], turn.solid.materials[face], *light, rise=float(turn.normals[face][1]))
            lines.append(_line(hand, turn, turn.points[ring], _weights(turn)[1], closed=True))
            rings.append(turn.points[ring])
    lines += _outline(hand, turn, rings)
    if areas and all(a.paint.black and a.fade is None for a in areas):
        lines = [replace(s, relief=True, width=FAINT * np.asarray(s.width)) for s in lines]
    return [*areas, *lines]


def _outline(hand: Hand, turn: Turn, rings: Sequence[Array]) -> list[Stroke]:
    """Return the outline of all that is seen of a solid, in one line."""
    if turn.strips == 1:
        whole = shapely.convex_hull(shapely.multipoints(turn.points.reshape(-1, 2)))
    else:
        whole = shapely.union_all(shapely.buffer([shapely.Polygon(r) for r in rings], HEAL, quad_segs=1))
    parts = [p for p in shapely.get_parts(whole) if p.geom_type == "Polygon"]
    role = _weights(turn)[0]
    return [_line(hand, turn, shapely.get_coordinates(p.exterior)[:-1], role, closed=True) for p in parts]


def _parts(turn: Turn) -> Iterator[range]:
    """Yield the runs of strips that are seen from one side and are of one material; a strip seen all round is one."""
    seen = [turn.facing[turn.faces(k)] for k in range(turn.strips)]
    start = 0
    for k in range(1, turn.strips + 1):
        whole = seen[k - 1].all() or not seen[k - 1].any()
        if (
            k == turn.strips
            or whole
            or seen[k].all()
            or not seen[k].any()
            or _material(turn, k) != _material(turn, k - 1)
        ):
            if seen[k - 1].any():
                yield range(start, k)
            start = k


def _material(turn: Turn, k: int) -> str:
    return turn.solid.materials[k * turn.sides]


def _part(turn: Turn, skin: tuple[range, list[tuple[int, int]]], ring: Array, fill: Fill) -> list[Area]:
    """Return a part: what is lit, and over it one band of shade."""
    part, spans = skin
    dark = _dark(turn)
    glow = max(float(turn.glows[turn.faces(k)].max()) for k in part)
    bands = [_shaded(dark, span) for span in spans]
    whole = all(a == b for a, b in zip(spans, bands, strict=True))
    shade = float(turn.shades[turn.facing].max(initial=0.0))
    found: list[Area] = fill(ring, _material(turn, part[0]), shade if whole else 0.0, glow)
    if whole or not all(count for _, count in bands):
        return found
    return found + fill(_skin(turn, part, bands), _material(turn, part[0]), shade, 0.7 * glow)


def _dark(turn: Turn) -> Any:
    """Return which faces round the solid are in the shade: those of its steepest strip, so that one band runs down."""
    axis = turn.points[-1].mean(axis=0) - turn.points[0].mean(axis=0)
    rows = turn.normals[: turn.strips * turn.sides].reshape(turn.strips, turn.sides, 3)
    spread = np.linalg.norm(rows.mean(axis=1), axis=1) if float(np.hypot(*axis)) else np.zeros(turn.strips)
    return turn.shades[turn.faces(int(spread.argmin()))] > SHADED


def _span(flags: Any) -> tuple[int, int]:
    """Return first face and count of the longest run round a ring for which a flag is set."""
    n = len(flags)
    if flags.all():
        return 0, n
    runs = [(s, int(np.argmin(np.roll(flags, -s)))) for s in np.flatnonzero(flags & ~np.roll(flags, 1)).tolist()]
    return max(runs, key=lambda run: run[1], default=(0, 0))


def _shaded(dark: Any, span: tuple[int, int]) -> tuple[int, int]:
    """Return the run of shaded faces in a span; a broad one ends before the edge, where light comes back."""
    start, count = span
    n = len(dark)
    inside = dark[(start + np.arange(count)) % n]
    if inside.all() or not inside.any():
        return (start, count if inside.any() else 0)
    first, length = _span(np.append(inside, False))
    if length < REFLECTED:
        return (start + first) % n, length
    return (start + first + (first == 0)) % n, length - 1


def _skin(turn: Turn, part: range, spans: Sequence[tuple[int, int]]) -> Array:
    """Return the outline of faces: each strip's span, from the foot up on one side and down on the other."""
    rings = (*part, part[-1] + 1)
    wide = (*spans, spans[-1])
    first, last = (
        turn.points[k, [(s + i) % turn.sides for i in range(c + 1)]]
        for k, (s, c) in zip((rings[0], rings[-1]), (wide[0], wide[-1]), strict=True)
    )
    right = [turn.points[k, (s + c) % turn.sides] for k, (s, c) in zip(rings[1:-1], wide[1:-1], strict=True)]
    left = [turn.points[k, s % turn.sides] for k, (s, _) in zip(rings[1:-1], wide[1:-1], strict=True)]
    ring: Array = np.concatenate([first, *(p[None] for p in right), last[::-1], *(p[None] for p in left[::-1])])
    return ring


def _arc_of(turn: Turn, ring: int, flags: Any) -> Array:
    start, count = _span(flags)
    arc: Array = turn.points[ring, (start + np.arange(count + 1)) % turn.sides]
    return arc


def _weights(turn: Turn) -> tuple[str, str]:
    """Return the roles of the outline and of seams."""
    size = float(np.ptp(turn.points, axis=1).max())
    if size < HAIR:
        return "hair", "hair"
    return ("detail", "hair") if size < THIN else ("edge", "detail") if size < SMALL else ("silhouette", "edge")


def _arc(turn: Turn, ring: int) -> Sequence[Array]:
    """Return the part of a ring that is seen, along the strip above it or else below."""
    for k in (ring, ring - 1):
        if 0 <= k < turn.strips:
            flags = turn.facing[turn.faces(k)]
            if flags.any() and not flags.all():
                return [_arc_of(turn, ring, flags)]
    return [np.concatenate([turn.points[ring], turn.points[ring, :1]])]


def _seams(hand: Hand, turn: Turn) -> list[Stroke]:
    """Return the rings at which the profile bends, the material changes or a hoop lies."""
    role = _weights(turn)[1]
    found = []
    for k in range(1, turn.strips):
        above, below = k * turn.sides, (k - 1) * turn.sides
        bent = float(turn.normals[above] @ turn.normals[below]) < BENT
        other = turn.solid.materials[above] != turn.solid.materials[below]
        if bent or other or "hoop" in turn.solid.details[above]:
            found += [_line(hand, turn, arc, role) for arc in _arc(turn, k) if _drawn(arc)]
    return found


def _gores(hand: Hand, turn: Turn) -> list[Stroke]:
    """Return the lines that run along a solid from foot to rim, where they are seen."""
    step = turn.sides // GORES
    if "gores" not in turn.solid.details[0] or hand.detail <= 0 or not step:
        return []
    found = []
    for i in range(0, turn.sides, step):
        seen = [
            bool(turn.facing[k * turn.sides + i] and turn.facing[k * turn.sides + i - 1]) for k in range(turn.strips)
        ]
        for k in np.flatnonzero(seen).tolist():
            found.append(
                _line(hand, turn, turn.points[k : k + 2, i], "hair" if _weights(turn)[1] == "hair" else "detail")
            )
    return [s for s in found if _drawn(s.points)]


def _drawn(arc: Array) -> bool:
    return float(np.ptp(arc, axis=0).max()) > 0.25


def _line(hand: Hand, turn: Turn, points: Array, role: str, *, closed: bool = False) -> Stroke:
    return Stroke(points, hand.weight(role, turn.depth), closed=closed, taper=False, wobble=WOBBLE / 2)
