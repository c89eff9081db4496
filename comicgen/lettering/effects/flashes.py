"""Panels into flashes: the black beta flash, the sea-urchin flash of needles, bursts of impact."""

import math
from random import Random

import numpy as np
import shapely

from ...drawing import BLACK, WHITE, Path
from ...geometry import Point, Rect, bounds
from .plate import Array, Plate, contours, ink, lines, wedges


def window(plate: Plate, grow: float = 1.35) -> Rect:
    """Return the box of the clear oval: round who is aimed at, else round every head, else the frame's middle."""
    grow *= plate.manner.clear
    aim = plate.manner.aim
    heads = [f.head for f in plate.figures if f.name == aim] or list(plate.heads)
    if isinstance(aim, tuple) or not heads:
        x, y = plate.focus if isinstance(aim, tuple) else plate.box.at(0.5, 0.48)
        w, h = plate.box.w * 0.36 * grow, plate.box.h * 0.36 * grow
        return Rect(x - w / 2, y - h / 2, w, h)
    held = bounds([c for h in heads for c in h.corners])
    x, y = held.centre
    spread = 1.0 if len(heads) == 1 else 1.12
    w, h = held.w * grow * spread, held.h * grow * spread
    return Rect(x - w / 2, y - h / 2, w, h)


def beta_flash(plate: Plate) -> list[Path]:
    """Fill the panel black but for a white-edged window with a ragged rim of spikes."""
    star = _spiked(plate, window(plate), plate.random("beta flash"), (96, 1.14, 1.7))
    hole = shapely.make_valid(shapely.Polygon(star))
    rings = contours(plate.whole.difference(hole.union(plate.faces)))
    fill = plate.manner.colour or BLACK
    return [Path(rings, fill=fill, opacity=plate.manner.opacity)] if rings else []


def _spiked(plate: Plate, box: Rect, dice: Random, spikes: tuple[int, float, float]) -> Array:
    """Return a star round an ellipse: a usual count of spikes, inner points near it, tips between two radii."""
    usual, low, high = spikes
    count, long = max(5, plate.count(usual)), plate.manner.length
    turn = np.arange(count * 2) * math.pi / count + math.radians(plate.manner.turn)
    turn[1::2] += [plate.manner.jitter * dice.gauss(0, 0.12) * math.pi / count for _ in range(count)]
    inner = [plate.uneven(dice, 1.0, 1.06) for _ in range(count)]
    outer = [1 + (plate.uneven(dice, low, high) - 1) * long for _ in range(count)]
    scale = np.ravel(np.column_stack([inner, outer]))
    half = np.array((box.w, box.h)) / 2
    star: Array = np.array(box.centre) + half * scale[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return star


def uni_flash(plate: Plate) -> list[Path]:
    """Draw dense needles round the heads, thick inside and pointed outwards, like a sea urchin."""
    dice = plate.random("uni flash")
    box, manner = window(plate, 1.45), plate.manner
    count = plate.count(260)
    turn = (np.arange(count) + [manner.jitter * dice.uniform(-0.3, 0.3) for _ in range(count)]) * 2 * math.pi / count
    turn = turn + math.radians(manner.turn)
    near = np.array([plate.uneven(dice, 0.97, 1.03) for _ in range(count)])
    far = 1 + 0.5 * manner.length * np.array([plate.uneven(dice, 0.55, 1.1) for _ in range(count)])
    half, way = np.array((box.w, box.h)) / 2, np.stack([np.cos(turn), np.sin(turn)], axis=1)
    middle = np.array(box.centre)
    width = np.array([plate.uneven(dice, 0.6, 1.2) for _ in range(count)]) * plate.pen * 0.75
    starts, ends = middle + half * way * near[:, None], middle + half * way * far[:, None]
    return lines(plate, lambda k: wedges(starts, ends, k * width, k * (1 - manner.taper) * width))


def impact(plate: Plate) -> list[Path]:
    """Draw a white star with a black rim and debris where things meet, off every face."""
    dice = plate.random("impact")
    radius = 0.2 * min(plate.box.w, plate.box.h) * plate.manner.size
    x, y = plate.focus if plate.manner.aim else _contact(plate, radius, dice)
    box = Rect(x - radius, y - radius * 0.85, 2 * radius, 1.7 * radius)
    outer = shapely.make_valid(shapely.Polygon(_spiked(plate, _scaled(box, 0.62), dice, (13, 1.25, 1.65))))
    inner = outer.buffer(-plate.pen * 1.5, join_style="mitre", mitre_limit=3)
    rays = _debris(plate, (x, y), radius, dice)
    return [*ink(plate, [*rays, outer], BLACK), *ink(plate, [inner], plate.manner.colour or WHITE)]


def _scaled(box: Rect, k: float) -> Rect:
    x, y = box.centre
    return Rect(x - box.w * k / 2, y - box.h * k / 2, box.w * k, box.h * k)


def _contact(plate: Plate, radius: float, dice: Random) -> Point:
    """Return the place of the blow: between two figures or beside one, well away from faces."""
    bodies = [f.body for f in plate.figures]
    if len(bodies) > 1:
        one, two = sorted(bodies, key=lambda b: b.centre[0])[:2]
        wish = ((one.right + two.x) / 2, (one.y + two.y) / 2 + 0.25 * min(one.h, two.h))
    elif bodies:
        side = plate.figures[0].side or (1 if bodies[0].centre[0] < plate.box.centre[0] else -1)
        wish = (bodies[0].centre[0] + side * (bodies[0].w / 2 + radius * 0.6), bodies[0].centre[1])
    else:
        wish = plate.box.at(0.5, 0.55)
    us, vs = np.meshgrid(np.linspace(0.15, 0.85, 13), np.linspace(0.15, 0.85, 13))
    spots = np.stack([plate.box.x + us.ravel() * plate.box.w, plate.box.y + vs.ravel() * plate.box.h], axis=1)
    points = shapely.points(spots)
    inside = shapely.distance(points, plate.whole.exterior) * shapely.contains(plate.whole, points)
    cost = np.hypot(*(spots - np.array(wish)).T) + 3 * np.maximum(0, radius * 0.8 - inside)
    if plate.heads:
        cost += 6 * np.maximum(0, radius * 1.1 - shapely.distance(points, plate.faces))
    x, y = spots[int(np.argmin(cost))]
    return (float(x), float(y))


def _debris(plate: Plate, at: Point, radius: float, dice: Random) -> list[Array]:
    count = plate.count(26)
    turn = np.array([(k + plate.manner.jitter * dice.uniform(-0.35, 0.35)) * 2 * math.pi / count for k in range(count)])
    way = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    near = np.array([plate.uneven(dice, 1.1, 1.25) for _ in turn])[:, None] * radius
    far = near + np.array([plate.uneven(dice, 0.12, 0.75) for _ in turn])[:, None] * radius * plate.manner.length
    width = np.array([plate.uneven(dice, 0.8, 2.2) for _ in turn]) * plate.pen
    return wedges(np.array(at) + way * near, np.array(at) + way * far, width, 0 * width)


def flash_paper(plate: Plate) -> list[Path]:
    """Whiten all but an oval round the heads, in rings that thicken outwards: the scene burns out."""
    box = window(plate, 1.6)
    paths = []
    for k in range(9):
        hole = shapely.Polygon(np.asarray(_ring(box, 1.0 + 0.16 * k)))
        rings = contours(plate.whole.difference(hole.union(plate.faces)))
        if rings:
            paths.append(Path(rings, fill=plate.manner.colour or WHITE, opacity=0.32 * plate.manner.opacity))
    return paths


def _ring(box: Rect, grow: float) -> Array:
    t = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    x, y = box.centre
    return np.stack([x + grow * box.w / 2 * np.cos(t), y + grow * box.h / 2 * np.sin(t)], axis=1)
