"""Turned and lofted solids into marks: whole outlines, one band of shade, seams where the profile breaks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
import shapely

from ....staging.sets.solids import Solid
from ..marks import Area, Array, Mark, Stroke
from .hand import LEAST, WOBBLE, Hand

SHADED = 0.3
"""Shade from which a face belongs to the band."""
REFLECTED = 4
"""Faces: a band this broad ends one face before the edge, where light comes back from the ground."""
BENT = 0.82
"""Cosine of the bend in a profile from which a seam is drawn."""
HAIR, THIN, SMALL = 0.4, 1.3, 4.0
"""Frame units: narrower things get lighter lines."""
BOLD = ("silhouette", "edge")
GORES = 16
"""Lines along a solid all round it."""
HEAL = 0.02
"""Frame units by which parts overlap, so that their outline is one."""
FULL, HALF = 9.0, 3.5
"""Frame units: wider things have all their corners, those over the second half of them, others a fourth."""
BOWED = 0.3
"""Share of its width that the middle of a straight solid may be off a line: near the lens its rings seem to shift."""
FAINT = 0.6
"""Lines of paper round solid black are thinner."""


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """A solid of rings as seen: (rings, sides, 2) points on the frame and what is known of each strip's faces."""

    points: Array
    depth: float
    size: float
    """Frame units that it is wide."""
    materials: tuple[str, ...]
    """Of each strip."""
    marks: tuple[str, ...]
    """What lies on each strip: a hoop along its foot, gores."""
    facing: Any
    """(strips, sides) whether a face looks at the camera, as the next three."""
    shades: Array
    glows: Array
    normals: Array
    lids: tuple["Lid", "Lid"]
    """At the last ring and at the first."""

    @property
    def sides(self) -> int:
        """Corners of a ring."""
        return int(self.points.shape[1])

    @property
    def strips(self) -> int:
        """Rows of faces between rings."""
        return int(self.points.shape[0]) - 1

    @property
    def roles(self) -> tuple[str, str]:
        """The roles of the outline and of seams."""
        if self.size < HAIR:
            return "hair", "hair"
        return ("detail", "hair") if self.size < THIN else ("edge", "detail") if self.size < SMALL else BOLD


@dataclass(frozen=True, slots=True)
class Lid:
    """One end of a solid of rings."""

    material: str
    facing: bool
    shade: float
    glow: float
    rise: float


Span = tuple[int, int]
"""First face and count of a run round a ring."""
Faces = tuple[Any, Array, Array, Array]
"""Of each face whether it looks at the camera, its shade, its glow, its normal."""


def turn_of(solid: Solid, points: Array, depth: float, faces: Faces) -> Turn:
    """Return a solid of rings as seen, from what is known of its faces in their order."""
    facing, shades, glows, normals = faces
    n, strips = points.shape[1], points.shape[0] - 1
    skin = slice(0, n * strips)
    lids = tuple(
        Lid(solid.materials[k], bool(facing[k]), float(shades[k]), float(glows[k]), float(normals[k, 1]))
        for k in (-2, -1)
    )
    names, marks = solid.materials[skin][::n], solid.details[skin][::n]
    look, dim, lit, out = (a[skin].reshape(strips, n, *a.shape[1:]) for a in faces)
    return Turn(points, depth, _wide(points), names, marks, look, dim, lit, out, (lids[0], lids[1]))


def thinned(turn: Turn) -> Turn:
    """Return a solid with as many corners as can be seen: fewer round a small one, only the rings that matter."""
    size = turn.size
    every = 1 if size > FULL or turn.sides < 16 else 2 if size > HALF else 4
    keep = list(range(turn.strips))
    if size < FULL and turn.strips > 3 and _straight(turn):
        keep = [
            k
            for k in keep
            if k % 3 == 0 or turn.marks[k] != turn.marks[k - 1] or turn.materials[k] != turn.materials[k - 1]
        ]
    if every == 1 and len(keep) == turn.strips:
        return turn
    rings = [*keep, turn.strips]
    names, marks = (tuple(t[k] for k in keep) for t in (turn.materials, turn.marks))
    look, dim, lit, out = (a[keep][:, ::every] for a in (turn.facing, turn.shades, turn.glows, turn.normals))
    points = turn.points[rings][:, ::every]
    return Turn(points, turn.depth, _wide(points), names, marks, look, dim, lit, out, turn.lids)


def _straight(turn: Turn) -> bool:
    """Tell whether the rings of a solid follow a line: those of a bent tube are its shape."""
    middle = turn.points.mean(axis=1)
    along = middle[-1] - middle[0]
    off = (middle - middle[0]) @ (-along[1], along[0])
    return bool(np.abs(off).max() <= max(LEAST, BOWED * turn.size) * np.hypot(*along))


def _wide(points: Array) -> float:
    return float((points.max(axis=1) - points.min(axis=1)).max())


Fill = Callable[..., list[Area]]
"""(turn, ring, material, shade, glow) -> areas."""


def draw_rounds(hand: Hand, turns: Sequence[Turn], fill: Fill) -> list[list[Mark]]:
    """Return solids of rings: parts in the order in which they hide each other, their lids, seams and outlines."""
    bodies = [_body(hand, turn, fill) for turn in turns]
    whole = _outlines(turns, [rings for _, _, rings in bodies])
    found: list[list[Mark]] = []
    for turn, (areas, inner, _), outline in zip(turns, bodies, whole, strict=True):
        lines = inner + [_line(hand, turn, ring, turn.roles[0], closed=True) for ring in outline]
        if areas and all(a.paint.black and a.fade is None for a in areas):
            for line in lines:
                line.relief, line.width = True, FAINT * line.width
        found.append([*areas, *lines])
    return found


def _body(hand: Hand, turn: Turn, fill: Fill) -> tuple[list[Area], list[Stroke], list[Array]]:
    """Return a solid's fills, the lines inside its outline, and the rings that make up its outline."""
    if turn.roles[0] == "hair":
        return [], [_line(hand, turn, turn.points.mean(axis=1), "edge")], []
    spans = [_span(row) for row in turn.facing.tolist()]
    parts = list(_parts(turn, spans))
    skins = [(part, spans[part.start : part.stop]) for part in (parts[::-1] if turn.lids[1].facing else parts)]
    rings = [_skin(turn, *skin) for skin in skins]
    areas = [a for skin, ring in zip(skins, rings, strict=True) for a in _part(turn, skin, ring, fill)]
    lines = [*_seams(hand, turn, spans), *_gores(hand, turn)]
    for lid, ring in zip(turn.lids, (turn.points[-1], turn.points[0]), strict=True):
        if lid.facing:
            areas += fill(turn, ring, lid.material, lid.shade, lid.glow, rise=lid.rise)
            lines.append(_line(hand, turn, ring, turn.roles[1], closed=True))
            rings.append(ring)
    return areas, lines, [turn.points.reshape(-1, 2)] if turn.strips == 1 else rings


def _outlines(turns: Sequence[Turn], rings: Sequence[Sequence[Array]]) -> list[list[Array]]:
    """Return the outlines of all that is seen of each solid: of one strip its hull, of more what its parts make up."""
    found: list[list[Array]] = [[] for _ in turns]
    flat = [(k, ring) for k, own in enumerate(rings) for ring in own]
    if not flat:
        return found
    owners, sizes = np.array([k for k, _ in flat]), [len(ring) for _, ring in flat]
    points, each = np.concatenate([ring for _, ring in flat]), np.repeat(np.arange(len(flat)), sizes)
    shapes = shapely.polygons(shapely.linearrings(points, indices=each))
    single = np.array([turn.strips == 1 for turn in turns])[owners]
    shapes[single] = shapely.convex_hull(shapes[single])
    crossed = np.isin(owners, owners[~shapely.is_valid(shapes)])
    shapes[crossed] = shapely.buffer(shapes[crossed], HEAL, quad_segs=1)
    table = np.full((len(turns), max(map(len, rings))), None)
    table[owners, [j for own in rings for j in range(len(own))]] = shapes
    parts, of = shapely.get_parts(shapely.union_all(table, axis=1), return_index=True)
    edges = shapely.get_exterior_ring(parts)
    for k, edge in zip(of.tolist(), edges.tolist(), strict=True):
        if edge is not None:
            found[k].append(shapely.get_coordinates(edge)[:-1])
    return found


def _parts(turn: Turn, spans: Sequence[Span]) -> Iterator[range]:
    """Yield the runs of strips that are seen from one side and are of one material; a strip seen all round is one."""
    start, seen = 0, [count for _, count in spans]
    for k in range(1, turn.strips + 1):
        part = k < turn.strips and all(0 < n < turn.sides for n in seen[k - 1 : k + 1])
        if not part or turn.materials[k] != turn.materials[k - 1]:
            if seen[k - 1]:
                yield range(start, k)
            start = k


def _part(turn: Turn, skin: tuple[range, Sequence[Span]], ring: Array, fill: Fill) -> list[Area]:
    """Return a part: what is lit, and over it one band of shade."""
    part, spans = skin
    dark = _dark(turn)
    glow = float(turn.glows[part.start : part.stop].max())
    bands = [_shaded(dark, span) for span in spans]
    whole = all(a == b for a, b in zip(spans, bands, strict=True))
    shade = float(turn.shades[turn.facing].max(initial=0.0))
    found: list[Area] = fill(turn, ring, turn.materials[part[0]], shade if whole else 0.0, glow)
    if whole or not all(count for _, count in bands):
        return found
    return found + fill(turn, _skin(turn, part, bands), turn.materials[part[0]], shade, 0.7 * glow)


def _dark(turn: Turn) -> list[bool]:
    """Return which faces round the solid are in the shade: those of its steepest strip, so that one band runs down."""
    spread = turn.normals.sum(axis=1)
    found: list[bool] = (turn.shades[int((spread * spread).sum(axis=1).argmin())] > SHADED).tolist()
    return found


def _span(row: Sequence[bool]) -> Span:
    """Return first face and count of the longest run round a ring for which a flag is set."""
    n = len(row)
    if all(row):
        return 0, n
    starts = [k for k in range(n) if row[k] and not row[k - 1]]
    runs = [(k, next(i for i in range(n) if not row[(k + i) % n])) for k in starts]
    return max(runs, key=itemgetter(1), default=(0, 0))


def _shaded(dark: list[bool], span: Span) -> Span:
    """Return the run of shaded faces in a span; a broad one ends before the edge, where light comes back."""
    start, count = span
    n = len(dark)
    inside = [k for k in range(count) if dark[(start + k) % n]]
    if not inside or len(inside) == count:
        return start, len(inside)
    first, length = inside[0], inside[-1] - inside[0] + 1
    if length < REFLECTED:
        return (start + first) % n, length
    return (start + first + (first == 0)) % n, length - 1


def _skin(turn: Turn, part: range, spans: Sequence[Span]) -> Array:
    """Return the outline of faces: each strip's span, from the foot up on one side and down on the other."""
    (s, c), (t, d), n = spans[0], spans[-1], turn.sides
    low, high, between = part.start, part.stop, list(part)[1:]
    rings = [low] * (c + 1) + between + [high] * (d + 1) + between[::-1]
    around = [s + i for i in range(c + 1)] + [a + b for a, b in spans[1:]]
    around += [t + i for i in range(d, -1, -1)] + [a for a, _ in spans[:0:-1]]
    ring: Array = turn.points[rings, np.array(around) % n]
    return ring


def _arc(turn: Turn, ring: int, spans: Sequence[Span]) -> Array:
    """Return the part of a ring that is seen, along the strip above it or else below."""
    for k in (ring, ring - 1):
        start, count = spans[k]
        if 0 < count < turn.sides:
            arc: Array = turn.points[ring, np.arange(start, start + count + 1) % turn.sides]
            return arc
    return np.concatenate([turn.points[ring], turn.points[ring, :1]])


def _seams(hand: Hand, turn: Turn, spans: Sequence[Span]) -> list[Stroke]:
    """Return the rings at which the profile bends, the material changes or a hoop lies; a tube's own bends are none."""
    bends = (turn.normals[1:, 0] * turn.normals[:-1, 0]).sum(axis=1).tolist()
    broken = BENT if min(bends, default=1.0) < BENT and _straight(turn) else -1.0
    arcs = [
        _arc(turn, k, spans)
        for k, bend in enumerate(bends, 1)
        if bend < broken or turn.materials[k] != turn.materials[k - 1] or "hoop" in turn.marks[k]
    ]
    return [_line(hand, turn, arc, turn.roles[1]) for arc in arcs if float(np.ptp(arc, axis=0).max()) > LEAST]


def _gores(hand: Hand, turn: Turn) -> list[Stroke]:
    """Return the lines that run along a solid from foot to rim, where they are seen."""
    step = turn.sides // GORES
    if "gores" not in turn.marks[0] or hand.detail <= 0 or not step:
        return []
    at = np.arange(0, turn.sides, step)
    i, k = np.nonzero((turn.facing[:, at] & turn.facing[:, at - 1]).T)
    ends = np.stack([turn.points[k, at[i]], turn.points[k + 1, at[i]]], axis=1)
    ends = ends[np.abs(ends[:, 1] - ends[:, 0]).max(axis=1) > LEAST]
    return [_line(hand, turn, line, "hair" if turn.roles[1] == "hair" else "detail") for line in ends]


def _line(hand: Hand, turn: Turn, points: Array, role: str, *, closed: bool = False) -> Stroke:
    return Stroke(points, hand.weight(role, turn.depth), closed=closed, taper=False, wobble=WOBBLE / 2)
