"""Convex solids of a set into pieces: faces with local tone and shade, details, edges by role."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import shapely

from ....staging.camera import NEAR
from ....staging.sets.solids import Set
from ..marks import WEIGHTS, Area, Array, Mark, Paint, Stroke
from ..order import Box, Piece
from .details import DETAILS
from .hand import Hand, extent, extents
from .lamplight import gloom, glows, lamplit, turned_away
from .light import LIT, level
from .mesh import Mesh, Sight, mesh_of, sight_of
from .noted import visible
from .rounds import Turn, draw_rounds, thinned, turn_of
from .surfaces import lid_surface, surface_of

TINY = 0.45
"""Frame units: a solid that is drawn smaller is left out."""
THIN = 1.3
"""Frame units: a solid this thin is drawn with light lines and without inner edges."""
LARGE = 1.2
"""Frame units: a face this thin has no details."""
BELOW = -0.9
"""A normal's rise under which a face looks down."""
ROOF = 8.0
"""Percent of the frame from which an underside is a roof over the picture."""
OVERHEAD = 0.5
"""Its tone over the viewer, beside its shade."""
LEVEL, SNOW = 0.9, 0.05
"""A normal's rise from which snow lies on a face, and how far it hangs over the edge, in metres."""
FAINT = 0.6
"""Lines of paper between black faces are thinner."""


def draw_solids(place: Set, hand: Hand, hidden: frozenset[int]) -> list[Piece]:
    """Return the pieces of the solids that the frame shows, but the ``hidden`` ones (by number)."""
    if not place.solids:
        return []
    mesh = mesh_of(place.solids)
    sight = sight_of(mesh, hand)
    shown = _shown(sight.boxes, hand)
    shown[list(hidden)] = False
    seen = _seen(place, mesh, hand, shown)
    numbers = np.flatnonzero(shown).tolist()
    rounds = _rounds(mesh, hand, seen, [i for i in numbers if mesh.solids[i].rings])
    shown[list(rounds)] = False
    fills, outlines = _faces(mesh, hand, seen, shown), _outlines(mesh, hand, seen, shown)
    hand.finish()
    pieces = []
    for i in numbers:
        marks = rounds[i] if i in rounds else [*fills.get(i, ()), *outlines.get(i, ()), *fills.get(-1 - i, ())]
        if marks := visible(marks):
            x0, y0, x1, y1 = sight.boxes[i].tolist()
            pieces.append(Piece(tuple(marks), *mesh.hull(i), (x0, y0, x1, y1)))
    return pieces


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A mesh before a camera and in its light."""

    sight: Sight
    facing: Any
    dark: Any
    """Whether a face is solid black: found when it is filled."""
    shades: Array
    lit: Array
    """How much of the night lamps take off a face."""


def _shown(boxes: Array, hand: Hand) -> Any:
    """Tell which solids the frame shows."""
    low, high = boxes[:, :2], boxes[:, 2:]
    inside: Any = (high > 0).all(axis=1) & (low < (hand.width, 100)).all(axis=1)
    return inside & ((high - low).max(axis=1) > TINY)


def _seen(place: Set, mesh: Mesh, hand: Hand, shown: Any) -> Seen:
    facing = mesh.normals @ np.array(hand.camera.eye) - mesh.offsets > 1e-6
    need = np.flatnonzero(facing & shown[mesh.face_solid])
    corners, normals = mesh.corners[mesh.faces[need]], mesh.normals[need]
    indoors = hand.light.time == "lamp" and bool(place.lamps)
    shades, lit = np.zeros(len(facing)), np.zeros(len(facing))
    shades[need] = turned_away(place, hand, corners, normals) if indoors else hand.light.shades(normals)
    lit[need] = glows(place, hand, corners, normals)
    return Seen(sight_of(mesh, hand), facing, np.zeros(len(facing), dtype=bool), shades, lit)


def _rounds(mesh: Mesh, hand: Hand, seen: Seen, numbers: Sequence[int]) -> dict[int, list[Mark]]:
    """Return the marks of solids of rings, but of those that the frame's clip planes cut."""
    turns = {i: turn for i in numbers if (turn := _turn(mesh, hand, seen, i)) is not None}

    def fill(turn: Turn, ring: Array, material: str, shade: float, glow: float, rise: float = 0.0) -> list[Area]:
        return _areas(hand, Face(ring, extent(ring), material, turn.depth, shade, glow, rise))

    found = dict(zip(turns, draw_rounds(hand, [*turns.values()], fill), strict=True))
    for i, turn in turns.items():
        solid = mesh.solids[i]
        for lid, end in zip((-2, -1), turn.lids, strict=True):
            if solid.details[lid] and end.facing and end.rise > BELOW and hand.detail > 0:
                surface = lid_surface(solid.corners[list(solid.faces[lid])], 977 * i + 5)
                found[i] += DETAILS[solid.details[lid]](hand, surface, 0.0)
    return found


def _turn(mesh: Mesh, hand: Hand, seen: Seen, i: int) -> Turn | None:
    """Return a solid of rings as seen, None where the frame's clip planes cut it."""
    corners, faces = (slice(ends[i], ends[i + 1]) for ends in (mesh.starts, mesh.first_face))
    view = seen.sight.view[corners]
    if hand.heights(view).min() < 0:
        return None
    points = seen.sight.flat[corners].reshape(mesh.solids[i].rings, -1, 2)
    known = (seen.facing[faces], seen.shades[faces], seen.lit[faces], mesh.normals[faces])
    return thinned(turn_of(mesh.solids[i], points, max(NEAR, float(view[:, 2].mean())), known))


def _faces(mesh: Mesh, hand: Hand, seen: Seen, shown: Any) -> dict[int, list[Mark]]:
    """Return fills and details of each shown solid's faces, under the solid's number; notes which are solid black."""
    out: dict[int, list[Mark]] = {}
    faces = np.flatnonzero(seen.facing & shown[mesh.face_solid])
    if not len(faces):
        return out
    counts = (mesh.first_ring[1:] - mesh.first_ring[:-1])[faces]
    starts = np.cumsum(counts) - counts
    corners = mesh.rings[np.repeat(mesh.first_ring[faces] - starts, counts) + np.arange(counts.sum())]
    view = seen.sight.view[corners]
    depths = np.maximum(np.add.reduceat(view[:, 2], starts) / counts, NEAR)
    found = hand.outlines(view, starts)
    index = np.array([n for n, _ in found], dtype=int)
    f = faces[index]
    of = zip(f.tolist(), mesh.face_solid[f].tolist(), extents([ring for _, ring in found]), strict=True)
    lit = np.stack([depths[index], seen.shades[f], seen.lit[f], mesh.normals[f, 1]], axis=1).tolist()
    for (n, ring), (number, i, box), (depth, shade, glow, rise) in zip(found, of, lit, strict=True):
        solid, k = mesh.solids[i], number - int(mesh.first_face[i])
        detail, marks = solid.details[k], out.setdefault(i, [])
        areas = _areas(hand, Face(ring, box, solid.materials[k], depth, shade, glow, rise))
        marks += areas
        if hand.light.weather == "snow" and rise > LEVEL:
            out.setdefault(-1 - i, []).extend(_cap(hand, ring, depth))
        seen.dark[number] = areas[0].paint.black and areas[0].fade is None
        if detail in DETAILS and hand.detail > 0 and min(box[2] - box[0], box[3] - box[1]) > LARGE:
            surface = surface_of(mesh.corners[corners[starts[n] : starts[n] + counts[n]]], 977 * i + 31 * k + 7)
            marks += DETAILS[detail](hand, surface, shade)
    return out


class Face(NamedTuple):
    """A face as the frame shows it: its ring and box, what it is of, how far off, how lit, how its normal rises."""

    ring: Array
    box: Box
    material: str
    depth: float
    shade: float
    glow: float
    rise: float


def _areas(hand: Hand, face: Face) -> list[Area]:
    """Return a face as areas; a large toned one fades downwards: flat is dead."""
    ring, (x0, y0, x1, y1), material = face.ring, hand.on_frame(face.box), face.material
    if face.rise < BELOW and material not in LIT:
        return [_underside(hand, face)]
    shines = material == "lamp" and hand.light.dark
    shade = 0.0 if shines or not face.shade else face.shade * hand.light.clear(face.depth)
    paint = hand.light.face(material, face.depth, face.shade, face.glow)
    large = (x1 - x0) * (y1 - y0) > 10.0 * hand.width and not paint.black
    if hand.light.time == "lamp" and not paint.black and material not in LIT:
        if large:
            return lamplit(hand, Area((ring,), paint, shade))
        dark = gloom(hand, np.array(((x0 + x1) / 2, (y0 + y1) / 2)))
        paint = replace(paint, tone=level(min(paint.tone + 0.8 * dark, hand.light.gloom)))
    if large and 0.06 < paint.tone + 0.3 * shade < 0.5 and not hand.light.dark:
        return [Area((ring,), paint, shade, ((x0, y0), (x0, y1), 1.2, 0.25))]
    return [Area((ring,), paint, shade)]


def _underside(hand: Hand, face: Face) -> Area:
    """Return a face that looks down: black under things, under a roof a dark that fades with distance."""
    paint, clear = hand.light.paint(face.material, face.depth), hand.light.clear(face.depth)
    x0, y0, x1, y1 = hand.on_frame(face.box)
    if (x1 - x0) * (y1 - y0) < ROOF * hand.width:
        return Area((face.ring,), Paint(paint.colour, 1.0, True) if clear > 0.6 else paint, 1.0)
    tone = OVERHEAD * (1.0 + hand.light.dark) * clear
    return Area((face.ring,), replace(paint, tone=tone), 1.0, ((0.0, y0), (0.0, y1), 1.0, 0.3))


def _cap(hand: Hand, ring: Array, depth: float) -> list[Mark]:
    """Return the snow that lies on a level face: rounded, and hanging a little over its edges."""
    over = min(SNOW * hand.scale(depth), 1.6)
    if over < 0.12:
        return []
    cap = shapely.buffer(shapely.polygons(ring), over, quad_segs=3)
    if cap.is_empty or cap.geom_type != "Polygon":
        return []
    edge = shapely.get_coordinates(cap.exterior)[:-1] - (0.0, 0.5 * over)
    line = Stroke(edge, hand.weight("detail", depth), closed=True, taper=False, wobble=0.06)
    return [Area((edge,), hand.light.paint("snow", depth)), line]


def _outlines(mesh: Mesh, hand: Hand, seen: Seen, shown: Any) -> dict[int, list[Stroke]]:
    """Return each shown solid's edges: seen by one front face the outline, by two an inner edge; paper on black."""
    boxes = np.nan_to_num(seen.sight.boxes, nan=0.0)
    size = (boxes[:, 2:] - boxes[:, :2]).min(axis=1)
    edges = np.flatnonzero(shown[mesh.edge_solid])
    facing, thin = seen.facing[mesh.edge_faces[edges]], size[mesh.edge_solid[edges]]
    drawn = facing.any(axis=1) & ((thin > THIN) | ~facing.all(axis=1))
    edges, facing, thin = edges[drawn], facing[drawn], thin[drawn]
    fine, middle, heavy = (WEIGHTS[role] for role in ("detail", "edge", "silhouette"))
    outer = np.where(thin < THIN, fine, np.where(thin < 4, middle, heavy))
    weights = np.where(facing.all(axis=1), np.where(thin < 4, fine, middle), outer)
    black = (~facing | seen.dark[mesh.edge_faces[edges]]).all(axis=1).tolist()
    owners, ends = mesh.edge_solid[edges].tolist(), mesh.corners[mesh.edges[edges]]
    out: dict[int, list[Stroke]] = {}
    for k, stroke in hand.cut_lines(ends[:, 0], ends[:, 1], weights):
        if black[k]:
            stroke.relief, stroke.width = True, FAINT * stroke.width
        out.setdefault(owners[k], []).append(stroke)
    return out
