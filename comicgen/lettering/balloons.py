"""A placement into balloons: bodies, tails and links as paths, and the letters in them."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

import numpy as np
from shapely import Polygon as Shape
from shapely import get_coordinates, make_valid, union_all

from ..drawing import BLACK, WHITE, Contour, Path
from ..geometry import Polygon, Rect, bounds
from .block import texts
from .bodies import Body
from .flesh import TAILS
from .glyphs import halo
from .page import Balloon
from .pairs import linked
from .room import Room, Spot
from .search import place
from .setting import make_out
from .tails import Tail, edge, route

Array = np.ndarray[Any, np.dtype[np.float64]]

UNDER_LINE = 0.12
"""How far the outline of a joined body lies inside the frame line, in mm."""
LINK_REACH = 4.5
"""Two beats are joined over at most this many type sizes."""


@lru_cache(64)
def balloons(room: Room) -> tuple[Balloon, ...]:
    """Place a room's sayings and draw them, in reading order."""
    spots = place(room).spots
    joined = _links(room, spots)
    tails = _routes(room, spots, joined)
    bodies = [_body(s) if s.saying.breakout else _joined(room, s, _body(s)) for s in spots]
    drawn: list[Balloon] = []
    for k, spot in enumerate(spots):
        shapes: tuple[Path, ...] = ()
        if k not in joined:
            run = _run(k, joined, len(spots))
            necks = [_neck(spots[q], spots[q + 1]) for q in run[:-1]]
            shapes = _painted(spots, [bodies[q] for q in run], necks, [(q, tails[q]) for q in run])
        drawn.append(_balloon(spot, bodies[k], tails[k], shapes, k in joined))
    return tuple(drawn)


def _run(first: int, joined: set[int], count: int) -> list[int]:
    """Return the balloons joined to ``first``, itself included."""
    run = [first]
    while run[-1] + 1 < count and run[-1] + 1 in joined:
        run.append(run[-1] + 1)
    return run


def _links(room: Room, spots: tuple[Spot, ...]) -> set[int]:
    """Return the indices of the balloons that are one with the balloon before them."""
    found = set[int]()
    for k in range(1, len(spots)):
        one, two = spots[k - 1], spots[k]
        if linked(one.saying, two.saying) and _near(room, one, two) and _free(room, spots, k):
            found.add(k)
    return found


def _near(room: Room, one: Spot, two: Spot) -> bool:
    return float(Shape(_body(one)).distance(Shape(_body(two)))) < LINK_REACH * room.type_size


def _free(room: Room, spots: tuple[Spot, ...], k: int) -> bool:
    neck = Shape(_neck(spots[k - 1], spots[k]))
    heads = [Shape(h.box.corners) for h in room.heads]
    others = [Shape(_body(s)) for q, s in enumerate(spots) if q not in (k - 1, k)]
    return not any(neck.intersects(o) for o in (*heads, *others))


def _routes(room: Room, spots: tuple[Spot, ...], joined: set[int]) -> list[Tail | None]:
    """Find the tails in reading order; of joined balloons only the one with the clearest way speaks."""
    tails: list[Tail | None] = [None] * len(spots)
    for k in range(len(spots)):
        if k in joined:
            continue
        ways = []
        for q in _run(k, joined, len(spots)):
            others = [s for p, s in enumerate(spots) if p != q]
            tail, crossing = route(room, spots[q], others, [t for t in tails if t])
            length = float(np.hypot(*(tail.line[-1] - tail.line[0]))) if tail else 0.0
            ways.append((crossing, tail is None, length, q, tail))
        *_, q, tail = min(ways, key=lambda w: w[:4])
        tails[q] = tail
    return tails


def _seed(spot: Spot) -> int:
    words = f"{spot.saying.kind} {spot.saying.text}"
    return int.from_bytes(sha256(words.encode()).digest()[:6], "big")


def _body(spot: Spot) -> Array:
    outline = spot.saying.look.outline(Body(spot.a, spot.b, spot.size, _seed(spot), spot.fit.exponent))
    placed: Array = outline + np.array((spot.x, spot.y))
    return placed


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


def _neck(one: Spot, two: Spot) -> Array:
    """Return the band that joins two bodies, narrow in its middle."""
    p, q = np.array((one.x, one.y)), np.array((two.x, two.y))
    along = q - p
    way = along / max(float(np.hypot(*along)), 1e-9)
    side = np.array((-way[1], way[0]))
    angle = float(np.arctan2(along[1], along[0]))
    start, end = edge(one, angle, 0.86), edge(two, angle + np.pi, 0.86)
    half = 0.3 * min(one.a, one.b, two.a, two.b)
    t = np.linspace(0, 1, 9)[:, None]
    line = start + (end - start) * t
    width = half * (1 - 1.3 * t * (1 - t))
    return np.concatenate([line + side * width, (line - side * width)[::-1]])


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
