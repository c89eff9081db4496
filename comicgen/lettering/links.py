"""Two beats of one speaker into one body: which balloons are joined, the neck between them, one tail for all."""

from hashlib import sha256
from typing import Any

import numpy as np
from shapely import Polygon as Shape

from .bodies import Body
from .pairs import LINK_REACH, linked
from .room import Room, Spot
from .tails import Tail, edge, route

Array = np.ndarray[Any, np.dtype[np.float64]]


def links(room: Room, spots: tuple[Spot, ...]) -> set[int]:
    """Return the indices of the balloons that are one with the balloon before them."""
    found = set[int]()
    for k in range(1, len(spots)):
        one, two = spots[k - 1], spots[k]
        if linked(one.saying, two.saying) and _near(room, one, two) and _free(room, spots, k):
            found.add(k)
    return found


def run_of(first: int, joined: set[int], count: int) -> list[int]:
    """Return the balloons joined to ``first``, itself included."""
    run = [first]
    while run[-1] + 1 < count and run[-1] + 1 in joined:
        run.append(run[-1] + 1)
    return run


def routes(room: Room, spots: tuple[Spot, ...], joined: set[int]) -> list[tuple[Tail | None, float]]:
    """Find the tails in reading order, each clear of those before it, and what each crosses.

    Of joined balloons only the one with the clearest way speaks.
    """
    found: list[tuple[Tail | None, float]] = [(None, 0.0)] * len(spots)
    for k in range(len(spots)):
        if k in joined:
            continue
        ways = []
        for q in run_of(k, joined, len(spots)):
            others = [s for p, s in enumerate(spots) if p != q]
            tail, crossing = route(room, spots[q], others, [t for t, _ in found if t])
            length = float(np.hypot(*(tail.line[-1] - tail.line[0]))) if tail else 0.0
            ways.append((crossing, tail is None, length, q, tail))
        crossing, _, _, q, tail = min(ways, key=lambda w: w[:4])
        found[q] = (tail, crossing)
    return found


def _near(room: Room, one: Spot, two: Spot) -> bool:
    return float(Shape(body_of(one)).distance(Shape(body_of(two)))) < LINK_REACH * room.type_size


def _free(room: Room, spots: tuple[Spot, ...], k: int) -> bool:
    band = Shape(neck(spots[k - 1], spots[k]))
    heads = [Shape(h.box.corners) for h in room.heads]
    others = [Shape(body_of(s)) for q, s in enumerate(spots) if q not in (k - 1, k)]
    return not any(band.intersects(o) for o in (*heads, *others))


def neck(one: Spot, two: Spot) -> Array:
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


def body_of(spot: Spot) -> Array:
    """Return the outline of a spot's balloon without its tail, (n, 2)."""
    outline = spot.saying.look.outline(Body(spot.a, spot.b, spot.size, _seed(spot), spot.fit.exponent))
    placed: Array = outline + np.array((spot.x, spot.y))
    return placed


def _seed(spot: Spot) -> int:
    words = f"{spot.saying.kind} {spot.saying.text}"
    return int.from_bytes(sha256(words.encode()).digest()[:6], "big")
