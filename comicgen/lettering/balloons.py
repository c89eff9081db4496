"""A placement into balloons: bodies, tails and links as paths, and the letters in them."""

from functools import lru_cache
from typing import Any

import numpy as np
from shapely import Polygon as Shape
from shapely import get_coordinates, make_valid, union_all

from ..drawing import BLACK, WHITE, Contour, Path
from ..geometry import Polygon, Rect, bounds
from .block import texts
from .flesh import TAILS
from .glyphs import halo
from .links import body_of, links, neck, routes, run_of
from .page import Balloon
from .room import Room, Spot
from .search import place
from .setting import make_out
from .tails import Tail

Array = np.ndarray[Any, np.dtype[np.float64]]

UNDER_LINE = 0.12
"""How far the outline of a joined body lies inside the frame line, in mm."""


@lru_cache(64)
def balloons(room: Room) -> tuple[Balloon, ...]:
    """Place a room's sayings and draw them, in reading order."""
    spots = place(room).spots
    joined = links(room, spots)
    tails = [tail for tail, _ in routes(room, spots, joined)]
    bodies = [body_of(s) if s.saying.breakout else _joined(room, s, body_of(s)) for s in spots]
    drawn: list[Balloon] = []
    for k, spot in enumerate(spots):
        shapes: tuple[Path, ...] = ()
        if k not in joined:
            run = run_of(k, joined, len(spots))
            necks = [neck(spots[q], spots[q + 1]) for q in run[:-1]]
            shapes = _painted(spots, [bodies[q] for q in run], necks, [(q, tails[q]) for q in run])
        drawn.append(_balloon(spot, bodies[k], tails[k], shapes, k in joined))
    return tuple(drawn)


def _joined(room: Room, spot: Spot, body: Array) -> Array:
    """Cut a body at the frame lines that it is joined to: there its outline goes on as theirs."""
    page = Shape(room.polygon)
    if not any(room.walls) or page.buffer(-room.border / 2).contains(Shape(body)):
        return body
    if spot.saying.look.box:
        body = _flush(room, body)
    inner = page.buffer(-max(0.0, room.border / 2 - UNDER_LINE), join_style="mitre")
    cut: Array = get_coordinates(make_valid(Shape(body)).intersection(inner).exterior)[:-1]
    return cut


def _flush(room: Room, body: Array) -> Array:
    """Draw the sides of a box that lie along a frame line out to that line."""
    box, (left, top, right, foot) = bounds(room.polygon), room.walls
    x, y = body.T.copy()
    near = room.border + UNDER_LINE
    for wall, values, at in ((left, x, box.x), (right, x, box.right), (top, y, box.y), (foot, y, box.bottom)):
        if wall:
            values[np.abs(values - at) < near] = at
    return np.stack([x, y], axis=1)


def _painted(
    spots: Any, bodies: list[Array], necks: list[Array], tails: list[tuple[int, Tail | None]]
) -> tuple[Path, ...]:
    look = spots[tails[0][0]].saying.look
    flesh: list[Array] = []
    loose: list[Array] = []
    for q, tail in tails:
        if tail is not None:
            kind = "stem" if spots[q].saying.off and look.tail == "bubbles" else look.tail
            (loose if kind == "bubbles" else flesh).extend(TAILS[kind](spots[q], tail))
    whole = union_all([make_valid(Shape(p)) for p in (*bodies, *necks, *flesh)])
    largest = max(getattr(whole, "geoms", [whole]), key=lambda g: g.area)
    contours = (Contour(tuple(largest.exterior.coords[:-1])),)
    rings = [(Contour(tuple(map(tuple, ring.tolist()))),) for ring in loose]
    if look.fill is None and not look.line:
        return ()
    pen = BLACK if look.line else None
    return tuple(Path(c, look.fill, pen, look.line, look.dash) for c in (*rings, contours))


def _balloon(spot: Spot, body: Array, tail: Tail | None, shapes: tuple[Path, ...], joined: bool) -> Balloon:
    block, look = make_out(spot.fit), spot.saying.look
    letters = texts(block, (spot.x, spot.y), spot.size, look.letters, look.slant)
    if look.halo:
        shapes = (*shapes, *halo(letters, look.halo * spot.size, WHITE if look.letters == BLACK else BLACK))
    outline: Polygon = tuple((float(x), float(y)) for x, y in body)
    return Balloon(
        kind=spot.saying.kind,
        speaker=spot.saying.speaker,
        text=spot.saying.text,
        lines=block.lines,
        vertical=spot.fit.hand.vertical,
        outline=outline,
        text_box=_text_box(block.boxes, spot),
        tail=tail.points if tail else (),
        font=letters[0].face if letters else "",
        size=spot.size,
        shapes=shapes,
        letters=letters,
        linked=joined,
        style=(spot.saying.style or "narration") if spot.saying.kind == "caption" else "",
    )


def _text_box(boxes: tuple[Rect, ...], spot: Spot) -> Rect:
    corners = [(spot.x + x * spot.size, spot.y + y * spot.size) for b in boxes for x, y in b.corners]
    return bounds(corners)
