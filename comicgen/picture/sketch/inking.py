"""What a pen noted down into marks: all that is on a figure is projected, cut, evened and inked at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
import shapely

from .edges import drawn_edges, tapered
from .loft import Loft, azimuths, each_contours, facing_camera, surfaces
from .marks import Area, Array, Mark, Paint, Stroke
from .pen import Cutout, Edge, Ink, Knob, Line, Part, Pen, Sheet, Stitch
from .runs import stretches
from .shade import crescents
from .wardrobe.outfits import luminance

DIM = 132
"""Sum of red, green and blue under which ink does not show on a cloth."""
SEEN, ROUND_SEEN = 0.04, 0.12
"""Cosines between a cloth's normal and the way to the camera from which a line and a button on it are seen."""
SLIVER = 0.0012
"""Square heads of cloth that are left out."""
EDGE = 86.0
"""Degrees from the camera's direction at which a cloth's surface turns away."""
PALE = 0.85
"""Luminance from which a ribbon counts as bare paper."""
T = TypeVar("T")

Made = dict[Ink, list[Mark]]


def inked(pen: Pen, groups: Sequence[Sequence[Ink]]) -> list[list[Mark]]:
    """Return the marks of each group in paint order."""
    noted: dict[type, list[Any]] = defaultdict(list)
    for group in groups:
        _note(group, noted)
    parts = [n for n in noted[Part] if n.paint is not None and not _off(n)]
    rings = dict(zip(parts, each_contours([p.shape for p in parts]), strict=True))
    cut = _cut_out(pen, noted[Cutout])
    sheets = [*noted[Sheet], *_flat(cut.values())]
    cloth = dict(zip(sheets, _laid(pen, sheets), strict=True))
    around = {p: [Edge(r, p.weight, p.joints, p.smooth) for r in rings[p]] for p in parts}
    edges = [*noted[Edge], *(e for e in _flat(cloth.values()) if isinstance(e, Edge)), *_flat(around.values())]
    made: Made = dict(zip(edges, drawn_edges(edges, pen.step, pen.line, pen.lee), strict=True))
    made |= _lines(pen, noted[Line], noted[Stitch], noted[Knob])
    made |= {s: _marks(found, made) for s, found in cloth.items()}
    made |= {c: _marks(found, made) for c, found in cut.items()}
    shades = crescents(pen, parts) if pen.fine else {}
    # A part's own notes come after it in the row, so they are made when it is put together.
    for part in reversed(noted[Part]):
        made[part] = _put_together(part, rings.get(part, ()), shades.get(part, []), around.get(part, []), made)
    return [_marks(group, made) for group in groups]


def _note(things: Iterable[Ink], noted: dict[type, list[Any]]) -> None:
    """Sort what is to be inked among things, and what is on that in turn, by its kind."""
    for thing in things:
        kind = type(thing)
        if kind is not Area and kind is not Stroke:
            noted[kind].append(thing)
        if isinstance(thing, Part) and not _off(thing):
            _note(thing.before, noted)
            _note(thing.after, noted)


def _off(part: Part) -> bool:
    """Tell whether a part covers nothing of the frame, so that nothing can be on it."""
    return part.paint is not None and part.shape.is_empty


def _flat(lists: Iterable[Iterable[T]]) -> Iterator[T]:
    return (item for items in lists for item in items)


def _marks(things: Iterable[Ink], made: Made) -> list[Mark]:
    found: list[Mark] = []
    for thing in things:
        if isinstance(thing, (Area, Stroke)):
            found.append(thing)
        else:
            found += made[thing]
    return found


def _put_together(
    part: Part, rings: tuple[Array, ...], shade: list[Mark], around: Sequence[Edge], made: Made
) -> list[Mark]:
    """Return a part's marks in paint order."""
    if _off(part):
        return []
    before, after = _marks(part.before, made), _marks(part.after, made)
    if part.paint is None or not rings:
        return before + after
    ink = _marks(around, made)
    if sum(part.paint.colour) < DIM:
        ink, after = _lifted(ink, part.paint), _lifted(after, part.paint)
    fill = Area(rings, part.paint)
    return [*before, fill, *after, *shade, *ink] if part.ink_last else [*before, fill, *shade, *ink, *after]


def _lifted(marks: Sequence[Mark], paint: Paint) -> list[Mark]:
    """Return marks whose ink is lifted to a paler shade of a cloth too dark for ink to show on it."""
    r, g, b = (round(c + (255 - c) * 0.42) for c in paint.colour)
    return [replace(m, colour=(r, g, b)) if isinstance(m, Stroke) and m.colour is None else m for m in marks]


def _on_lofts(things: Sequence[Stitch | Cutout | Knob], places: Sequence[Array]) -> tuple[Array, Array]:
    """Return the points and normals (n, 3) of places (n, 2) on the lofts of things, raised as each of them is."""
    lofts = list({t.loft: None for t in things})
    index: dict[Loft, int] = {loft: k for k, loft in enumerate(lofts)}
    sizes = [len(p) for p in places]
    which = np.repeat([index[t.loft] for t in things], sizes)
    angle, t = np.concatenate(places).T
    return surfaces(lofts, which, t, angle, np.repeat([t.lift for t in things], sizes))


def _lines(pen: Pen, lines: Sequence[Line], stitches: Sequence[Stitch], knobs: Sequence[Knob]) -> Made:
    """Return the strokes of lines and stitches where they face the camera, and the rounds that do."""
    sewn: list[Stitch | Knob] = [*stitches, *knobs]
    noted: list[Line | Stitch] = [*lines, *stitches]
    points, normals = [n.points for n in lines], [n.points if n.normals is None else n.normals for n in lines]
    if sewn:
        on, out = _on_lofts(sewn, [s.places for s in stitches] + [k.place[None] for k in knobs])
        points, normals = [*points, on], [*normals, out]
    if not points:
        return {}
    sizes = [len(n.points) for n in lines] + [len(s.places) for s in stitches] + [1] * len(knobs)
    row = np.concatenate(points)
    flat, facing = pen.flat(row), facing_camera(row, np.concatenate(normals), pen.camera)
    facing[np.repeat([isinstance(n, Line) and n.normals is None for n in (*noted, *knobs)], sizes)] = 1.0
    made: Made = {n: [] for n in (*noted, *knobs)}
    drawn = len(row) - len(knobs)
    for i, a, b in stretches(facing[:drawn] > SEEN, sizes[: len(sizes) - len(knobs)], 3):
        made[noted[i]].append(_stroke(pen, noted[i], flat[a:b]))
    for knob, at in zip(knobs, range(drawn, len(row)), strict=True):
        if facing[at] >= ROUND_SEEN:
            made[knob] = pen.dot(flat[at], knob.radius, knob.paint, knob.weight)
    return made


def _stroke(pen: Pen, line: Line | Stitch, points: Array) -> Stroke:
    width = pen.line * line.weight * tapered(len(points), line.taper)
    if line.paint is None:
        return Stroke(points, width, taper=False)
    return Stroke(points, width, line.paint.colour, taper=False, white=luminance(line.paint.colour) > PALE)


def _cut_out(pen: Pen, cutouts: Sequence[Cutout]) -> dict[Ink, list[Sheet]]:
    """Return the pieces of each cutout that are on the camera's side, on the frame."""
    found: dict[Ink, list[Sheet]] = {c: [] for c in cutouts}
    lofts = list({c.loft: None for c in cutouts})
    if not lofts:
        return found
    which = np.array([lofts.index(c.loft) for c in cutouts])
    ahead = azimuths(lofts, which, np.array([c.places[:, 1].mean() for c in cutouts]), pen.camera)
    pieces = [(c, p) for c, a in zip(cutouts, ahead.tolist(), strict=True) for p in in_sight(c.places, a, c.whole)]
    if pieces:
        flat = pen.flat(_on_lofts([c for c, _ in pieces], [p for _, p in pieces])[0])
        cuts = np.cumsum([len(p) for _, p in pieces])
        for (c, _), points in zip(pieces, np.split(flat, cuts[:-1]), strict=True):
            found[c].append(Sheet(points, c.paint, c.weight, 0.0))
    return found


def in_sight(places: Array, ahead: float, whole: bool = False) -> list[Array]:
    """Return the pieces (n, 2) of a shape on a loft that are on the camera's side, cut at the loft's edge.

    ``ahead`` are the degrees round the loft that look at the camera.
    """
    if whole:
        return [places]
    corners = places.tolist()
    low, high = min(x for x, _ in corners), max(x for x, _ in corners)
    found = []
    for middle in (ahead - 360.0, ahead, ahead + 360.0):
        start, end = middle - EDGE, middle + EDGE
        if start <= low and high <= end:
            return [_densified(places)]
        if start < high and low < end:
            found.append(_clipped(_clipped(corners, start, 1.0), end, -1.0))
    return [_densified(np.array(piece)) for piece in found if piece]


def _clipped(corners: list[list[float]], limit: float, side: float) -> list[list[float]]:
    """Return what of a polygon lies beyond a place across, or before it where ``side`` is -1 (Sutherland, Hodgman)."""
    kept = []
    for (x0, y0), (x1, y1) in zip((*corners[-1:], *corners[:-1]), corners, strict=True):
        before, here = side * (x0 - limit), side * (x1 - limit)
        if before * here < 0.0:
            kept.append([limit, y0 + (y1 - y0) * before / (before - here)])
        if here >= 0.0:
            kept.append([x1, y1])
    return kept


def _densified(spots: Array, count: int = 5) -> Array:
    """Return a closed polygon with ``count`` points along each side."""
    way = np.concatenate([spots[1:], spots[:1]]) - spots
    k = (np.arange(count) / count)[:, None]
    points: Array = (spots[:, None] + way[:, None] * k).reshape(-1, 2)
    return points


def _laid(pen: Pen, sheets: Sequence[Sheet]) -> list[list[Ink]]:
    """Return for each sheet its fill and the contours to be inked."""
    if not sheets:
        return []
    owner = np.repeat(np.arange(len(sheets)), [len(s.points) for s in sheets])
    shapes = shapely.polygons(shapely.linearrings(np.concatenate([s.points for s in sheets]), indices=owner))
    torn = ~shapely.is_valid(shapes)
    shapes[torn] = shapely.make_valid(shapes[torn], method="structure", keep_collapsed=False)
    large = shapely.area(shapes) >= SLIVER * pen.head**2
    found: list[list[Ink]] = []
    for sheet, contours, keep in zip(sheets, each_contours(shapes), large.tolist(), strict=True):
        rings = contours if keep else ()
        ink: list[Ink] = [Edge(ring, sheet.weight, smooth=1) for ring in rings] if sheet.weight else []
        found.append([Area(rings, sheet.paint, shade=sheet.shade), *ink] if rings else [])
    return found
