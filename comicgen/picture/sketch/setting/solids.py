"""Convex solids of a set into pieces: faces with local tone and shade, details, edges by role."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

from ....staging.camera import NEAR
from ....staging.sets.solids import Set
from ..marks import WEIGHTS, Area, Array, Mark, Stroke
from ..order import Piece
from .details import DETAILS
from .hand import Hand, lid_surface, surface_of
from .lamplight import gloom, glows, lamplit, turned_away
from .light import LIT, level
from .mesh import Mesh, mesh_of, screen_boxes, solid_hull
from .rounds import draw_round, thinned, turn_of

TINY = 0.45
"""Frame units: a solid that is drawn smaller is left out."""
THIN = 1.3
"""Frame units: a solid this thin is drawn with light lines and without inner edges."""
HULL_SIDES = 8
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
    mesh = mesh_of(place)
    if not mesh.solids:
        return []
    boxes = screen_boxes(mesh, hand)
    shown = [i for i in range(len(mesh.solids)) if i not in hidden and _shows(boxes[i], hand)]
    seen = _seen(place, mesh, hand, shown)
    rounds = {i: m for i in shown if mesh.solids[i].rings and (m := _round(mesh, hand, seen, i)) is not None}
    flat = [i for i in shown if i not in rounds]
    fills, outlines = _faces(mesh, hand, seen, frozenset(flat)), _outlines(mesh, hand, seen, boxes, flat)
    pieces = []
    for i in shown:
        marks = tuple(rounds[i]) if i in rounds else (*fills.get(i, ()), *outlines.get(i, ()), *fills.get(-1 - i, ()))
        if marks:
            pieces.append(Piece(marks, *solid_hull(mesh.solids[i]), screen=tuple(boxes[i].tolist())))
    return pieces


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A mesh before a camera and in its light."""

    view: Array
    flat: Array
    whole: Any
    """Whether a corner is inside of all clip planes."""
    facing: Any
    dark: Any
    """Whether a face is solid black: found when it is filled."""
    shades: Array
    lit: Array
    """How much of the night lamps take off a face."""


def _seen(place: Set, mesh: Mesh, hand: Hand, shown: Sequence[int]) -> Seen:
    view = hand.camera.view(mesh.corners)
    whole: Any = (hand.heights(view) >= 0).all(axis=1)
    facing = mesh.normals @ np.array(hand.camera.eye) - mesh.offsets > 1e-6
    drawn = np.zeros(len(mesh.solids), dtype=bool)
    drawn[list(shown)] = True
    need = np.flatnonzero(facing & drawn[mesh.face_solid])
    corners, normals = mesh.corners[mesh.faces[need]], mesh.normals[need]
    indoors = hand.light.time == "lamp" and bool(place.lamps)
    shades, lit = np.zeros(len(facing)), np.zeros(len(facing))
    shades[need] = turned_away(place, hand, corners, normals) if indoors else hand.light.shades(normals)
    lit[need] = glows(place, hand, corners, normals)
    dark = np.zeros(len(facing), dtype=bool)
    return Seen(view, hand.frame(view), whole, facing, dark, shades, lit)


def _round(mesh: Mesh, hand: Hand, seen: Seen, i: int) -> list[Mark] | None:
    """Return the marks of a solid of rings, None where the frame's clip planes cut it."""
    solid = mesh.solids[i]
    start, first = int(mesh.starts[i]), int(mesh.first_face[i])
    corners, faces = slice(start, start + len(solid.corners)), slice(first, first + len(solid.faces))
    if not seen.whole[corners].all():
        return None
    depth = max(NEAR, float(seen.view[corners, 2].mean()))
    points = seen.flat[corners].reshape(solid.rings, -1, 2)
    known = (seen.facing[faces], seen.shades[faces], seen.lit[faces], mesh.normals[faces])
    turn = thinned(turn_of(solid, points, depth, known))

    def fill(ring: Array, material: str, shade: float, glow: float, rise: float = 0.0) -> list[Area]:
        if rise < BELOW and material not in LIT:
            return [underside(hand, ring, material, depth)]
        return face_areas(hand, ring, material, depth, (shade, glow))

    marks = draw_round(hand, turn, fill)
    for lid in (-2, -1):
        end = turn.lids[lid + 2]
        if solid.details[lid] and end.facing and end.rise > BELOW and hand.detail > 0:
            surface = lid_surface(solid.corners[list(solid.faces[lid])], 977 * i + 5)
            marks += DETAILS[solid.details[lid]](hand, surface, 0.0)
    return marks


def _shows(box: Array, hand: Hand) -> bool:
    x0, y0, x1, y1 = box.tolist()
    return bool(x1 > 0 and y1 > 0 and x0 < hand.width and y0 < 100 and max(x1 - x0, y1 - y0) > TINY)


def _faces(mesh: Mesh, hand: Hand, seen: Seen, shown: frozenset[int]) -> dict[int, list[Mark]]:
    """Return fills and details of each shown solid's faces, under the solid's number; notes which are solid black."""
    out: dict[int, list[Mark]] = {}
    for f in np.flatnonzero(seen.facing).tolist():
        i = int(mesh.face_solid[f])
        if i not in shown:
            continue
        corners = mesh.rings[f]
        if seen.whole[corners].all():
            ring = seen.flat[corners]
        else:
            cut = hand.clip(seen.view[corners])
            if len(cut) < 3:
                continue
            ring = hand.frame(cut)
        if not hand.shows(ring):
            continue
        depth = max(NEAR, float(seen.view[corners, 2].mean()))
        solid, k = mesh.solids[i], f - int(mesh.first_face[i])
        marks = out.setdefault(i, [])
        if mesh.normals[f, 1] < BELOW and solid.materials[k] not in LIT:
            areas = [underside(hand, ring, solid.materials[k], depth)]
        else:
            areas = face_areas(hand, ring, solid.materials[k], depth, (float(seen.shades[f]), float(seen.lit[f])))
        marks += areas
        if hand.light.weather == "snow" and mesh.normals[f, 1] > LEVEL:
            out.setdefault(-1 - i, []).extend(_cap(hand, ring, depth))
        seen.dark[f] = areas[0].paint.black and areas[0].fade is None
        if solid.details[k] in DETAILS and hand.detail > 0 and _size(ring) > 1.2:
            surface = surface_of(mesh.corners[corners], 977 * i + 31 * k + 7)
            marks += DETAILS[solid.details[k]](hand, surface, float(seen.shades[f]))
    return out


def underside(hand: Hand, ring: Array, material: str, depth: float) -> Area:
    """Return a face that looks down: black under things, under a roof a dark that fades with distance."""
    paint, clear = hand.light.paint(material, depth), hand.light.clear(depth)
    (x0, y0), (x1, y1) = np.maximum(ring.min(axis=0), 0), np.minimum(ring.max(axis=0), (hand.width, 100))
    if (x1 - x0) * (y1 - y0) < ROOF * hand.width:
        return Area((ring,), replace(paint, tone=1.0, black=True) if clear > 0.6 else paint, 1.0)
    tone = OVERHEAD * (1.0 + hand.light.dark) * clear
    return Area((ring,), replace(paint, tone=tone), 1.0, ((0.0, float(y0)), (0.0, float(y1)), 1.0, 0.3))


def face_areas(hand: Hand, ring: Array, material: str, depth: float, lit: tuple[float, float]) -> list[Area]:
    """Return a face as areas, ``lit`` = (shade, lamps' glow); a large toned one fades downwards: flat is dead."""
    shines = material == "lamp" and hand.light.dark
    shade = 0.0 if shines else lit[0] * hand.light.clear(depth)
    paint = hand.light.face(material, depth, lit[0], lit[1])
    (x0, y0), (x1, y1) = np.maximum(ring.min(axis=0), 0), np.minimum(ring.max(axis=0), (hand.width, 100))
    large = (x1 - x0) * (y1 - y0) > 10.0 * hand.width and not paint.black
    if hand.light.time == "lamp" and not paint.black and material not in LIT:
        if large:
            return lamplit(hand, Area((ring,), paint, shade))
        dark = gloom(hand, np.array(((x0 + x1) / 2, (y0 + y1) / 2)))
        paint = replace(paint, tone=level(min(paint.tone + 0.8 * dark, hand.light.gloom)))
    if large and 0.06 < paint.tone + 0.3 * shade < 0.5 and not hand.light.dark:
        return [Area((ring,), paint, shade, ((x0, float(y0)), (x0, float(y1)), 1.2, 0.25))]
    return [Area((ring,), paint, shade)]


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


def _size(ring: Array) -> float:
    return float((ring.max(axis=0) - ring.min(axis=0)).min())


def _outlines(mesh: Mesh, hand: Hand, seen: Seen, boxes: Array, shown: Sequence[int]) -> dict[int, list[Stroke]]:
    """Return each shown solid's edges: seen by one front face the outline, by two an inner edge; paper on black."""
    facing, dark = seen.facing, seen.dark
    front = facing[mesh.edge_faces].sum(axis=1)
    black = (~facing | dark)[mesh.edge_faces].all(axis=1)
    thin = np.nan_to_num(np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]), nan=0.0)[mesh.edge_solid]
    outline, inner = front == 1, (front == 2) & (thin > THIN)
    keep = np.zeros(len(mesh.solids), dtype=bool)
    keep[list(shown)] = True
    chosen = np.flatnonzero((outline | inner) & keep[mesh.edge_solid])
    heavy = np.where(
        thin[chosen] < THIN, WEIGHTS["detail"], np.where(thin[chosen] < 4, WEIGHTS["edge"], WEIGHTS["silhouette"])
    )
    weights = np.where(outline[chosen], heavy, np.where(thin[chosen] < 4, WEIGHTS["detail"], WEIGHTS["edge"]))
    ends = mesh.edges[chosen]
    strokes = hand.cut_lines(mesh.corners[ends[:, 0]], mesh.corners[ends[:, 1]], weights)
    out: dict[int, list[Stroke]] = {}
    for k, stroke in strokes:
        raised = replace(stroke, relief=True, width=FAINT * np.asarray(stroke.width)) if black[chosen[k]] else stroke
        out.setdefault(int(mesh.edge_solid[chosen[k]]), []).append(raised)
    return out
