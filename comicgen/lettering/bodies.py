"""A kind of balloon into the outline of its body: one function for each, one table of them all.

A function takes the inner half axes that hold the text and draws round them, centred on the
origin; it stays inside those axes and its kind's ``rim`` beyond them, so that the search knows its room.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import numpy as np
import shapely

from ..drawing import BLACK, WHITE, Colour
from .breaking import EXPONENT

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Body:
    """Half axes of the oval or box that holds the text, the type size, and the seed of its unevenness."""

    a: float
    b: float
    size: float
    seed: int
    exponent: float = EXPONENT


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of balloon looks. ``tail`` names a function of the tail table."""

    outline: Callable[[Body], Array]
    tail: str
    rim: float = 0.0
    """The body reaches at most so many em beyond the half axes."""
    type_scale: float = 1.0
    style: str = "dialogue"
    box: bool = False
    """The text is set in a rectangle rather than an oval."""
    line: float = 0.3
    """Stroke width in mm."""
    """0 draws none."""
    dash: tuple[float, ...] = ()
    fill: Colour | None = WHITE
    letters: Colour = BLACK
    halo: float = 0.0
    """Em of the letters' opposite round them, where there is no body to part them from the picture."""
    slant: float = 0.0
    joins: bool = True
    """It may be joined to a frame line: its outline has straight sides, or is an oval that can be cut."""
    capitals: bool = True
    """Latin letters are set in upper case where the house does so."""


def superellipse(body: Body, angles: Array, out: Array | float = 0.0) -> Array:
    """Return the points of |x/a|^p + |y/b|^p = 1 at parameter angles, (n, 2); the half axes longer by ``out`` em."""
    c, s = np.cos(angles), np.sin(angles)
    power, more = 2 / body.exponent, np.asarray(out) * body.size
    x, y = np.sign(c) * np.abs(c) ** power, np.sign(s) * np.abs(s) ** power
    points: Array = np.stack([(body.a + more) * x, (body.b + more) * y], axis=1)
    return points


def even_turn(body: Body, n: int) -> Array:
    """Return ``n`` parameter angles whose points are evenly spaced along the outline."""
    fine = np.linspace(0, 2 * math.pi, 721)
    steps = np.hypot(*np.diff(superellipse(body, fine), axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    angles: Array = np.interp(np.arange(n) * along[-1] / n, along, fine)
    return angles


def perimeter(a: float, b: float) -> float:
    """Return the length round an ellipse, by Ramanujan's first formula."""
    return math.pi * (3 * (a + b) - math.sqrt((3 * a + b) * (a + 3 * b)))


def oval(body: Body) -> Array:
    """Draw plain speech: a superellipse, its points closest where it bends most."""
    n = 128
    return superellipse(body, 0.5 * even_turn(body, n) + 0.5 * np.arange(n) * (2 * math.pi / n))


def box(body: Body) -> Array:
    """Draw a caption: a rectangle."""
    return np.array([(-body.a, -body.b), (body.a, -body.b), (body.a, body.b), (-body.a, body.b)])


def rounded(body: Body) -> Array:
    """Draw a box with round corners."""
    radius, turn = min(0.7 * body.size, 0.6 * body.a, 0.6 * body.b), np.linspace(0, math.pi / 2, 9)
    corner = np.stack([np.cos(turn), np.sin(turn)], axis=1) * radius
    middle = np.array((body.a - radius, body.b - radius))
    quarters = [np.array(((0, -1), (1, 0))), np.array(((-1, 0), (0, -1))), np.array(((0, 1), (-1, 0)))]
    signs = [np.array(s) for s in ((-1, 1), (-1, -1), (1, -1))]
    rest = [corner @ q.T + middle * s for q, s in zip(quarters, signs, strict=True)]
    return np.concatenate([corner + middle, *rest])


def torn(body: Body) -> Array:
    """Draw a sheet of paper: a box whose edges waver a little."""
    random = Random(body.seed)
    step, depth = 0.45 * body.size, 0.09 * body.size
    sides = [((-1, -1), (1, -1)), ((1, -1), (1, 1)), ((1, 1), (-1, 1)), ((-1, 1), (-1, -1))]
    half, points = np.array((body.a, body.b)), []
    for p, q in sides:
        start, end = np.array(p) * half, np.array(q) * half
        count = max(2, round(float(np.hypot(*(end - start))) / step))
        out = (np.array(p) + np.array(q)) / 2
        t = (np.arange(count) / count)[:, None]
        wave = np.array([0.0 if k == 0 else random.uniform(-depth, 0.0) for k in range(count)])[:, None]
        points.append(start + (end - start) * t + out * wave)
    return np.concatenate(points)


def cloud(body: Body) -> Array:
    """Draw a thought: arcs of uneven length that bulge from the oval."""
    random = Random(body.seed)
    chord = min(1.7 * body.size, 0.9 * min(body.a, body.b))
    count = max(9, round(perimeter(body.a, body.b) / chord))
    shift = np.array([random.uniform(-0.16, 0.16) for _ in range(count)])
    turn = even_turn(body, 360)
    knots = superellipse(body, np.interp((np.arange(count) + shift) * 360 / count % 360, range(360), turn), 0.04)
    arcs = [_bulge(p, q, 0.3) for p, q in zip(knots, np.roll(knots, -1, axis=0), strict=True)]
    return _held(np.concatenate(arcs), body, CLOUD_RIM)


def _bulge(p: Array, q: Array, depth: float) -> Array:
    """Return an elliptic arc from p towards q, bulging by ``depth`` of the chord away from the origin."""
    chord, middle = q - p, (p + q) / 2
    out = np.array([chord[1], -chord[0]])
    out = out if out @ middle > 0 else -out
    t = np.linspace(0, math.pi, 13)[:-1, None]
    return middle - chord / 2 * np.cos(t) + out * depth * np.sin(t)


def burst(body: Body) -> Array:
    """Draw a shout: long and short spikes with sides that bow inwards."""
    random = Random(body.seed)
    count = max(15, round(perimeter(body.a, body.b) / (1.75 * body.size)))
    turn = even_turn(body, count * 2)
    out = np.full(count * 2, 0.05)
    for k in range(count):
        out[2 * k + 1] = random.uniform(0.4, BURST_RIM) if random.random() < 0.6 else random.uniform(0.28, 0.42)
    jitter = np.array([random.uniform(-0.2, 0.2) for _ in range(count * 2)]) * math.pi / count
    points = superellipse(body, turn + jitter, out)
    sides = [_bow(p, q) for p, q in zip(points, np.roll(points, -1, axis=0), strict=True)]
    return _held(np.concatenate(sides), body, BURST_RIM)


def _bow(p: Array, q: Array) -> Array:
    """Return a side from p towards q, drawn in a little to the middle of the balloon."""
    t = np.linspace(0, 1, 5)[:-1, None]
    control = (p + q) / 2 * 0.965
    return (1 - t) ** 2 * p + 2 * t * (1 - t) * control + t**2 * q


def static(body: Body) -> Array:
    """Draw a voice from a machine: an oval of short straight jags."""
    count = 2 * max(12, round(perimeter(body.a, body.b) / (1.5 * body.size)))
    out = np.where(np.arange(count) % 2 == 0, 0.06, RADIO_RIM)
    return _held(superellipse(body, even_turn(body, count), out), body, RADIO_RIM)


def _held(points: Array, body: Body, rim: float) -> Array:
    """Keep points inside the superellipse whose half axes are longer by ``rim``, and the body inside them."""
    power, far = body.exponent, rim * body.size
    sides = np.abs(points) / np.array((body.a + far, body.b + far))
    reach = (sides**power).sum(axis=1) ** (1 / power)
    ring = points * np.minimum(1.0, 1 / np.maximum(reach, 1e-9))[:, None]
    whole = shapely.make_valid(shapely.Polygon(ring)).union(shapely.Polygon(oval(body)))
    largest = max(shapely.get_parts(whole), key=lambda g: g.area)
    outline: Array = shapely.get_coordinates(largest.exterior)[:-1]
    return outline


CLOUD_RIM, BURST_RIM, RADIO_RIM = 0.42, 0.68, 0.26

KINDS: dict[str, Kind] = {
    "speech": Kind(oval, "curve"),
    "thought": Kind(cloud, "bubbles", rim=CLOUD_RIM, joins=False),
    "whisper": Kind(oval, "curve", type_scale=0.9, line=0.25, dash=(0.8, 0.7)),
    "shout": Kind(burst, "spike", rim=BURST_RIM, joins=False, type_scale=1.14, style="shout", line=0.42),
    "radio": Kind(static, "bolt", rim=RADIO_RIM, joins=False, type_scale=0.95),
    "off": Kind(oval, "stem"),
    "caption": Kind(box, "none", type_scale=0.95, style="caption", box=True, line=0.25),
}

CAPTIONS: dict[str, Kind] = {
    "narration": KINDS["caption"],
    "place": replace(KINDS["caption"], fill=BLACK, letters=WHITE, type_scale=1.0),
    "diary": replace(KINDS["caption"], outline=torn, line=0.18, slant=0.16, capitals=False, type_scale=1.02),
    "note": replace(KINDS["caption"], line=0.15, slant=0.14, capitals=False, type_scale=0.84),
    "voice": replace(KINDS["caption"], outline=rounded, line=0.3, joins=False),
    "open": replace(KINDS["caption"], line=0.0, fill=None, halo=0.2, joins=False),
    "inverted": replace(KINDS["caption"], line=0.0, fill=None, letters=WHITE, halo=0.16, joins=False),
}
"""The styles of captions."""
