"""Growing things and other bodies without flat faces into pieces that stand upright towards the camera."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ....staging.sets.solids import Growth, Set
from ..marks import Area, Array, Mark, Paint, Stroke
from ..order import Piece, box_piece
from .hand import Hand
from .leaves import Crown, arcs, cut, foliage, towards_light

NEAREST = 0.6
"""Metres: nothing that grows is drawn nearer than this."""
THICK = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """Where a growth stands on the frame: foot, one metre to the right and one metre up, in frame units."""

    foot: Array
    right: Array
    up: Array
    depth: float
    seed: int

    def at(self, x: float, y: float) -> Array:
        """Return the frame point x metres to the right of the foot and y above it."""
        out: Array = self.foot + self.right * x + self.up * y
        return out

    def shape(self, points: Array) -> Array:
        """Return (n, 2) frame points of (n, 2) metres from the foot."""
        out: Array = self.foot + points[:, :1] * self.right + points[:, 1:] * self.up
        return out

    @property
    def metre(self) -> float:
        """Frame units per metre across."""
        return float(np.hypot(*self.right))


def stand_of(hand: Hand, g: Growth) -> Stand | None:
    """Return where a growth stands, or None where it is behind or too near."""
    foot = np.array(g.at)
    depth = hand.depth(foot)
    head = foot + np.array((0.0, g.height, 0.0))
    if min(depth, hand.depth(head)) < NEAREST:
        return None
    low, high = hand.project(foot), hand.project(head)
    k = hand.scale(depth)
    up = (high - low) / g.height
    length = float(np.hypot(*up))
    across = np.array((-up[1], up[0])) / length * k if length > 0.15 * k else np.array((k, 0.0))
    return Stand(low, across, up, depth, g.seed)


def draw_plants(place: Set, hand: Hand, hidden: frozenset[int]) -> list[Piece]:
    """Return the pieces of everything that grows and that the frame shows."""
    pieces = []
    for k, g in enumerate(place.growths):
        stand = None if k in hidden else stand_of(hand, g)
        if stand is None or g.height * stand.metre < 0.6 or not _near_frame(hand, stand, g):
            continue
        marks = KINDS[g.kind](hand, stand, g)
        if marks:
            pieces.append(growth_piece(hand, g, marks))
    return pieces


def _near_frame(hand: Hand, s: Stand, g: Growth) -> bool:
    ends = np.array([s.at(x, y) for x in (-g.width * 0.8, g.width * 0.8) for y in (0, g.height * 1.1)])
    return hand.shows(ends)


def growth_piece(hand: Hand, g: Growth, marks: list[Mark]) -> Piece:
    """Return a growth's piece: a thin upright box that faces the camera, or the thing's own plane."""
    x, y, z = g.at
    ex, _, ez = hand.camera.eye
    yaw = g.yaw - 90 if g.kind in ("wheel", "bicycle") else float(np.degrees(np.arctan2(ex - x, ez - z)))
    thick = 0.03 if g.kind == "wheel" else THICK / 2
    low, high = (x - g.width / 2, y, z - thick), (x + g.width / 2, y + g.height, z + thick)
    return box_piece(marks, low, high, hand.camera, yaw=yaw)


def _trunk(hand: Hand, s: Stand, outline: tuple[Array, Array], material: str = "bark") -> list[Mark]:
    """Return a trunk between its left and right side (frame points from the foot up), the far half from the light toned."""
    left, right = outline
    paint = hand.light.paint(material, s.depth)
    ring = np.concatenate([left, right[::-1]])
    dark = right if towards_light(hand) < 0 else left
    half = np.concatenate([(left + right) / 2, dark[::-1]])
    width = hand.weight("silhouette", s.depth)
    light = hand.weight("edge", s.depth)
    pair = (light, width) if dark is right else (width, light)
    return [
        Area((ring,), paint),
        Area((half,), paint, 1.0),
        Stroke(left, pair[0], wobble=0.06),
        Stroke(right, pair[1], wobble=0.06),
    ]


def tree(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    return _leafy(hand, s, g, "blossom" if g.kind == "blossom" else "leaf")


def _leafy(hand: Hand, s: Stand, g: Growth, material: str) -> list[Mark]:
    """Return a tree: flared trunk, two lower side lobes behind a main crown."""
    h, r, lift = g.height, g.width / 2, float(np.hypot(*s.up))
    tall = float(np.hypot(h * 0.31 * lift, r * np.sqrt(max(s.metre**2 - lift**2, 0.0))))
    if h * s.metre < 6:
        c = s.at(0, h * 0.55)
        blob = Crown(
            float(c[0]), float(c[1]), r * s.metre, max(h * 0.46 * lift, tall), s.depth, material, 0, False, False
        )
        return foliage(hand, blob, g.seed)
    dice = np.random.default_rng(g.seed)
    lean = float(dice.uniform(-0.05, 0.05)) * h
    t = np.linspace(0, 1, 6)
    half = 0.028 * h * np.where(t == 0, 1.7, 1 - 0.45 * t)
    bend = lean * t * t
    left = s.shape(np.stack([bend - half, t * h * 0.55], axis=1))
    right = s.shape(np.stack([bend + half, t * h * 0.55], axis=1))
    marks = _trunk(hand, s, (left, right))
    marks += _boughs(hand, s, (lean, h, r))
    c = s.at(lean, h * 0.70)
    for dx, dy, q in ((-0.55, 0.2, 0.55), (0.55, 0.22, 0.55)):
        side = Crown(
            float(c[0] + dx * r * s.metre),
            float(c[1] + dy * tall),
            r * s.metre * q,
            tall * q,
            s.depth,
            material,
            0,
            True,
            False,
        )
        marks += foliage(hand, side, g.seed + (7 if dx < 0 else 9))
    return marks + foliage(
        hand, Crown(float(c[0]), float(c[1]), r * s.metre * 0.86, tall, s.depth, material), g.seed + 11
    )


def _boughs(hand: Hand, s: Stand, form: tuple[float, float, float]) -> list[Mark]:
    lean, h, r = form
    width = hand.weight("silhouette", s.depth)
    tops = [(lean + 0.35 * r * x, h * 0.66) for x in (-1, 1)]
    return [Stroke(np.stack([s.at(lean, h * 0.46), s.at(*t)]), width, wobble=0.1) for t in tops]


def pine(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a pine: overlapping tiers with a zigzag hem, one half dark behind a toothed edge."""
    dice = np.random.default_rng(g.seed)
    h, w = g.height, g.width / 2
    trunk = np.array([(-0.02 * h, 0), (-0.012 * h, h * 0.4)]), np.array([(0.02 * h, 0), (0.012 * h, h * 0.4)])
    marks = _trunk(hand, s, (s.shape(trunk[0]), s.shape(trunk[1])))
    paint = hand.light.paint("snow" if g.kind == "snow pine" else "pine", s.depth)
    dark_side = -towards_light(hand)
    near = hand.light.clear(s.depth) > 0.75 and h * s.metre > 14
    r, g_, b = (round(v * 0.45) for v in hand.light.tint((84, 128, 92)))
    for k in range(5):
        hem = _hem(dice, h, w, k)
        ring = s.shape(hem)
        marks.append(Area((ring,), paint))
        teeth = _teeth(hem, dark_side)
        shade = cut(ring, s.shape(teeth), inside=True)
        if shade:
            marks.append(Area(shade, Paint((r, g_, b), 1.0, True)) if near else Area(shade, paint, 1.0))
        marks.append(
            Stroke(
                ring, hand.weight("silhouette" if near else "detail", s.depth), closed=True, taper=False, wobble=0.05
            )
        )
    return marks


def _hem(dice: np.random.Generator, h: float, w: float, k: int) -> Array:
    """Return one tier of a pine in metres: its tip, then its zigzag hem from right to left."""
    y0 = h * (0.16 + 0.155 * k)
    reach, n = w * (1 - 0.165 * k), 7
    x = reach * (1 - 2 * np.arange(n + 1) / n)
    droop = y0 + dice.uniform(-0.02, 0.02, n + 1) * h - 0.03 * h * (np.abs(x) / reach)
    between = np.stack([(x[:-1] + x[1:]) / 2, (droop[:-1] + droop[1:]) / 2 + 0.045 * h], axis=1)
    zigzag = np.empty((2 * n + 1, 2))
    zigzag[0::2], zigzag[1::2] = np.stack([x, droop], axis=1), between
    return np.concatenate([[(0.0, min(h, y0 + 0.32 * h))], zigzag])


def _teeth(hem: Array, side: float) -> Array:
    """Return the dark part of a tier: everything beyond a toothed line down its middle."""
    top, base = float(hem[0, 1]), float(hem[1:, 1].min())
    reach = float(np.abs(hem[:, 0]).max())
    q = np.array((0.0, 0.3, 0.42, 0.55, 0.66, 0.78, 0.9, 1.05))
    tooth = np.where(np.arange(len(q)) % 2 == 1, 0.3, 0.02) * q * reach
    edge = np.stack([side * tooth, top + (base - top) * q], axis=1)
    out = np.array([(side * reach * 1.3, base - 0.1), (side * reach * 1.3, top)])
    return np.concatenate([edge, out])


def bush(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return three flat-based lobes."""
    w, h = g.width / 2 * s.metre, g.height * 0.5 * float(np.hypot(*s.up))
    c = s.at(0, g.height * 0.45)
    black = h * 2 > 6
    marks: list[Mark] = []
    for dx, dy, rx, ry, main in (
        (-0.5, 0.25, 0.5, 0.72, False),
        (0.5, 0.3, 0.5, 0.66, False),
        (0.0, 0.0, 0.62, 1.0, True),
    ):
        crown = Crown(float(c[0]) + w * dx, float(c[1]) + h * dy, w * rx, h * ry, s.depth, "leaf", 0.85, black, main)
        marks += foliage(hand, crown, g.seed + round(10 * dx) + 20)
    return marks


def rock(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a dome of eight points, one ridge, a shaded and a black facet, hatching at the foot."""
    dice = np.random.default_rng(g.seed)
    side = -towards_light(hand)
    x = np.array((-1, -0.92, -0.6, -0.25, 0.2, 0.55, 0.9, 1.0)) + dice.uniform(-0.08, 0.08, 8)
    y = np.array((0, 0.35, 0.72, 0.95, 1, 0.8, 0.4, 0)) + dice.uniform(-0.13, 0.13, 8) * np.array(
        (0, 1, 1, 1, 1, 1, 1, 0)
    )
    ridge = dice.uniform(-0.2, 0.25)
    scale = np.array((g.width / 2 * side, g.height))
    dome = np.stack([x, y], axis=1)
    fall = np.array([(0.1 + ridge * 0.5, 0.55), (0.14 + ridge, 0.3), (0.05 + ridge, 0.0)])
    shade = np.concatenate([dome[4:5], fall, dome[:4:-1]])
    black = np.concatenate([dome[5:6], [(0.58, 0.45), (0.66, 0.0)], dome[:5:-1]])
    paint = hand.light.paint("snow" if hand.light.weather == "snow" else "rock", s.depth)
    marks: list[Mark] = [Area((s.shape(dome * scale),), paint), Area((s.shape(shade * scale),), paint, 1.0)]
    if g.height * s.metre > 3 and hand.light.clear(s.depth) > 0.6:
        marks.append(Area((s.shape(black * scale),), hand.light.paint("black", s.depth)))
    heavy, light = hand.weight("silhouette", s.depth), hand.weight("detail", s.depth)
    marks += [Stroke(s.shape(part * scale), heavy, wobble=0.1) for part in (dome[:4], dome[3:])]
    marks.append(Stroke(s.shape(np.concatenate([dome[4:5], fall]) * scale), hand.weight("edge", s.depth), wobble=0.1))
    feet = np.stack([-0.8 + 0.17 * np.arange(4), np.full(4, 0.08)], axis=1)
    marks += [Stroke(s.shape(np.stack([f, f + np.array((0.03, 0.2))]) * scale), light) for f in feet]
    return marks


def tuft(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return curved blades of grass."""
    size = g.height * s.metre
    if size < 1.0 or hand.detail <= 0:
        return []
    dice = np.random.default_rng(g.seed)
    n = 3 if size < 1.6 else 5
    t = np.linspace(-1, 1, n)
    tips = np.stack(
        [t * 0.7 + dice.uniform(-0.15, 0.15, n), (1 - 0.35 * np.abs(t)) * dice.uniform(0.75, 1.1, n)], axis=1
    )
    roots = np.stack([t * 0.15, np.zeros(n)], axis=1)
    blades = arcs(s.shape(roots * g.height), s.shape(tips * g.height), -0.18 * t)
    width = hand.weight("edge", s.depth)
    return [Stroke(b, width * np.linspace(1.3, 0.3, len(b)), taper=False) for b in blades]


def flowers(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return stalks with round heads."""
    dice = np.random.default_rng(g.seed)
    n = int(np.clip(g.width * s.metre / 2.2, 3, 9))
    x = np.linspace(-g.width / 2, g.width / 2, n) + dice.uniform(-0.05, 0.05, n) * g.width
    y = g.height * dice.uniform(0.6, 1.0, n)
    width = hand.weight("detail", s.depth)
    marks: list[Mark] = [
        Stroke(np.stack([s.at(a * 0.6, 0), s.at(a, b)]), width) for a, b in zip(x.tolist(), y.tolist(), strict=True)
    ]
    r = max(g.height * 0.15 * s.metre, 0.25)
    angle = np.arange(20) * np.pi / 10
    petals = np.stack([np.cos(angle), np.sin(angle)], axis=1) * (r * (1 + 0.28 * np.cos(5 * angle)))[:, None]
    for k, (a, b) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
        head = s.at(a, b) + petals
        marks += [
            Area((head,), hand.light.paint(("red", "white", "yellow")[k % 3], s.depth)),
            Stroke(head, width, closed=True, taper=False),
        ]
    return marks


def plant(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a house plant: pointed leaves on curved stalks, some of them black."""
    dice = np.random.default_rng(g.seed)
    marks: list[Mark] = []
    width = hand.weight("edge", s.depth)
    order = (-0.9, 0.9, -0.5, 0.55, -0.15, 0.2)
    for k, lean in enumerate(order):
        h = g.height * (1 - 0.35 * abs(lean)) * float(dice.uniform(0.85, 1.05))
        tip = np.array((lean * g.width * 0.5, h))
        base = tip * (0.42, 0.5)
        out = tip - base
        side = np.array((-out[1], out[0])) * 0.24
        belly = np.sin(np.pi * np.linspace(0, 1, 7) ** 0.8)[:, None]
        spine = base + np.linspace(0, 1, 7)[:, None] * out
        ring = s.shape(np.concatenate([spine + belly * side, (spine - belly * side)[-2:0:-1]]))
        paint = hand.light.paint("black" if k % 3 == 0 else "leaf", s.depth)
        marks += [Stroke(np.stack([s.at(0, 0), s.shape(base[None])[0]]), width), Area((ring,), paint)]
        marks.append(Stroke(ring, hand.weight("detail", s.depth), closed=True, taper=False))
    return marks


def cactus(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return an upright column with two bent arms and ribs."""
    h = g.height
    paint = hand.light.paint("leaf", s.depth)
    arms = [np.array([(0.0, 0.0), (0.0, h)])]
    arms += [
        np.array([(0.0, h * a), (x * h * 0.24, h * a), (x * h * 0.26, h * b)])
        for x, a, b in ((-1, 0.38, 0.68), (1, 0.52, 0.84))
    ]
    marks: list[Mark] = []
    for k, path in enumerate(arms):
        ring = s.shape(_tube(path, h * (0.09 if k == 0 else 0.06)))
        marks += [
            Area((ring,), paint),
            Stroke(ring, hand.weight("silhouette", s.depth), closed=True, taper=False, wobble=0.06),
        ]
    side = -towards_light(hand)
    shade = np.array(
        [(0.02 * h * side, 0), (0.09 * h * side, 0), (0.09 * h * side, 0.98 * h), (0.02 * h * side, 0.98 * h)]
    )
    marks.insert(1, Area((s.shape(shade),), paint, 1.0))
    ribs = [np.array([(x * h, 0.05 * h), (x * h, 0.93 * h)]) for x in (-0.045, 0.0, 0.045)]
    return marks + [Stroke(s.shape(r), hand.weight("detail", s.depth), wobble=0.1) for r in ribs]


def _tube(path: Array, r: float) -> Array:
    """Return the outline of a round-ended tube along a path."""
    import shapely

    out: Array = shapely.get_coordinates(shapely.buffer(shapely.linestrings(path), r, quad_segs=3))[:-1]
    return out


def palm(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a palm: a leaning ringed trunk and hanging fronds."""
    dice = np.random.default_rng(g.seed)
    h, lean = g.height, float(dice.uniform(-0.2, 0.2)) * g.height
    t = np.linspace(0, 1, 9)
    middle = np.stack([lean * t * t, t * h * 0.82], axis=1)
    half = (h * 0.028 * (1 - 0.4 * t))[:, None] * np.array((1.0, 0.0))
    marks = _trunk(hand, s, (s.shape(middle - half), s.shape(middle + half)))
    if h * s.metre > 12:
        marks += [
            Stroke(s.shape(np.stack([m - v, m + v + (0, 0.02 * h)])), hand.weight("hair", s.depth))
            for m, v in zip(middle[1:-1], half[1:-1], strict=True)
        ]
    for angle in (-0.5, 3.6, 0.35, 2.8, 1.1, 2.0):
        marks += _frond(hand, s, middle[-1], (angle + float(dice.uniform(-0.15, 0.15)), g.width * 0.55))
    return marks


def _frond(hand: Hand, s: Stand, root: Array, form: tuple[float, float]) -> list[Mark]:
    angle, length = form
    t = np.linspace(0, 1, 9)
    spine = root + np.stack([np.cos(angle) * length * t, (np.sin(angle) * t - 0.75 * t * t) * length * 0.8], axis=1)
    fall = np.stack(
        [np.zeros(9), -np.sin(np.pi * np.minimum(t * 1.1, 1)) * length * np.where(np.arange(9) % 2, 0.34, 0.14)], axis=1
    )
    ring = s.shape(np.concatenate([spine, (spine + fall)[::-1]]))
    paint = hand.light.paint("leaf", s.depth)
    shade = 1.0 if np.cos(angle) * towards_light(hand) < 0 else 0.0
    return [Area((ring,), paint, shade), Stroke(ring, hand.weight("edge", s.depth), closed=True, taper=False)]


def fire(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return flames: an outer, an inner and a white tongue."""
    marks: list[Mark] = []
    for scale, name in ((1.0, "orange"), (0.68, "yellow"), (0.36, "light")):
        w, h = g.width / 2 * scale, g.height * scale
        ring = np.array(
            [
                (-0.7, 0),
                (-1, 0.3),
                (-0.6, 0.5),
                (-0.65, 0.8),
                (-0.15, 0.6),
                (0.1, 1.0),
                (0.3, 0.6),
                (0.7, 0.75),
                (0.75, 0.4),
                (1.0, 0.25),
                (0.65, 0),
            ]
        )
        points = s.shape(ring * (w, h))
        marks += [Area((points,), hand.light.bright(name)), Stroke(points, hand.weight("edge", s.depth), closed=True)]
    return marks


def trunk(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a forest tree without its crown: black when near, half toned in the middle, thin and pale far away."""
    dice = np.random.default_rng(g.seed)
    r, reference = g.width / 2, hand.reference
    near, middle = s.depth < reference * 0.8, s.depth < reference * 2.6
    y = np.array((0, 0.3, 0.7, 1.6, 2.8, 4.2, 6.5, 9.0, 14.0, g.height))
    flare = 1 + np.array((0.9, 0.25, 0, 0, 0, 0, 0, 0, 0, 0)) - 0.028 * y
    bend = float(dice.uniform(-0.25, 0.25)) * np.minimum(y, 12) * 0.35
    rough = dice.uniform(-0.07, 0.07, (2, len(y)))
    left = s.shape(np.stack([r * (bend - flare + rough[0]), y], axis=1))
    right = s.shape(np.stack([r * (bend + flare + rough[1]), y], axis=1))
    marks: list[Mark] = []
    if near:
        marks.append(Area((np.concatenate([left, right[::-1]]),), hand.light.paint("black", s.depth)))
        marks += _nicks(s, dice, r, bend, white=True)
    else:
        marks += _trunk(hand, s, (left, right)) if middle else _pale(hand, s, left, right)
        if middle:
            rim = (
                np.concatenate([left * 0.14 + right * 0.86, right[::-1]])
                if towards_light(hand) < 0
                else np.concatenate([right * 0.14 + left * 0.86, left[::-1]])
            )
            marks.append(Area((rim,), hand.light.paint("black", s.depth)))
            marks += _nicks(s, dice, r, bend, white=False) if hand.detail > 0 else []
    marks += _foot(s, g) if hand.detail > 0 and g.width * s.metre > 1.5 else []
    return marks + (_twigs(hand, s, dice, r, bend) if hand.detail > 0 else [])


def _foot(s: Stand, g: Growth) -> list[Mark]:
    """Return grass that hides where a trunk meets the ground."""
    dice = np.random.default_rng(g.seed + 1)
    n = 9
    x = np.linspace(-1.15, 1.15, n) * g.width
    roots = np.stack([x, np.full(n, -0.03)], axis=1)
    tips = roots + np.stack([0.25 * x + dice.uniform(-0.08, 0.08, n), dice.uniform(0.12, 0.34, n)], axis=1)
    blades = arcs(s.shape(roots), s.shape(tips), dice.uniform(-0.2, 0.2, n))
    return [Stroke(b, 0.34 * np.linspace(1.2, 0.3, len(b)), taper=False) for b in blades]


def _pale(hand: Hand, s: Stand, left: Array, right: Array) -> list[Mark]:
    paint = hand.light.paint("bark", s.depth, tone=0.0)
    half = np.concatenate([(left + right) / 2, right[::-1]])
    width = hand.weight("detail", s.depth)
    return [
        Area((np.concatenate([left, right[::-1]]),), paint),
        Area((half,), paint, 0.5 * hand.light.clear(s.depth)),
        Stroke(left, width),
        Stroke(right, width),
    ]


def _nicks(s: Stand, dice: np.random.Generator, r: float, bend: Array, *, white: bool) -> list[Mark]:
    marks: list[Mark] = []
    for _ in range(9 if white else int(min(8, 4 * r * s.metre / 2.5))):
        y, x = float(dice.uniform(0.15, 4)), float(dice.uniform(-0.8, 0.3 if white else 0.7)) * r
        points = np.stack([s.at(x, y), s.at(x + 0.02 * r, y + float(dice.uniform(0.15, 0.5)))])
        marks.append(Stroke(points, 0.34 if white else 0.17, white=white, wobble=0.08))
    return marks


def _twigs(hand: Hand, s: Stand, dice: np.random.Generator, r: float, bend: Array) -> list[Mark]:
    marks: list[Mark] = []
    for side in (-1, 1):
        if dice.random() < 0.7:
            y = float(dice.uniform(2.2, 5))
            points = np.array([(side * r * 0.8, y), (side * r * 2.5, y + 0.5), (side * r * 5, y + 0.8)])
            marks.append(Stroke(s.shape(points), hand.weight("edge", s.depth), wobble=0.1))
    return marks


def wheel(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a wheel in its own plane, seen from outside: tyre, rim, hub."""
    out: list[Mark] = []
    yaw = np.radians(g.yaw)
    if np.array((np.sin(yaw), 0.0, np.cos(yaw))) @ (np.array(hand.camera.eye) - np.array(g.at)) <= 0:
        return []
    for r, name in ((0.5, "black"), (0.32, "metal"), (0.1, "dark metal")):
        ring = _circle(hand, g, r * g.width)
        if ring is not None:
            out.append(Area((ring,), hand.light.paint(name, s.depth)))
    rim = _circle(hand, g, 0.32 * g.width)
    return [*out, Stroke(rim, hand.weight("detail", s.depth), closed=True, taper=False)] if rim is not None else out


def _circle(hand: Hand, g: Growth, r: float, offset: tuple[float, float] = (0.0, 0.0)) -> Array | None:
    """Return a circle about a growth's middle in the plane that its yaw turns."""
    angle = 2 * np.pi * np.arange(20) / 20
    c, sn = np.cos(np.radians(g.yaw)), np.sin(np.radians(g.yaw))
    along = np.array((sn, 0.0, c)) if g.kind == "bicycle" else np.array((c, 0.0, -sn))
    middle = np.array(g.at) + along * offset[0] + (0, offset[1] or g.height / 2, 0)
    points = middle + r * np.cos(angle)[:, None] * along + r * np.sin(angle)[:, None] * np.array((0, 1, 0))
    rings = hand.rings(points[None])
    return rings[0] if rings else None


def bicycle(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a bicycle along its yaw: wheels, frame, saddle, handlebar, basket."""
    c, sn = np.cos(np.radians(g.yaw)), np.sin(np.radians(g.yaw))
    along, cross = np.array((sn, 0.0, c)), np.array((c, 0.0, -sn))

    def at(u: float, v: float, w: float = 0.0) -> Array:
        return np.array(g.at) + along * u + (0, v, 0) + cross * w

    marks: list[Mark] = []
    for u in (-0.52, 0.52):
        for r, role in ((0.33, "silhouette"), (0.29, "detail")):
            ring = _circle(hand, g, r, (u, 0.34))
            if ring is not None:
                marks.append(Stroke(ring, hand.weight(role, s.depth), closed=True, taper=False))
    bars = [
        ((-0.52, 0.34), (-0.05, 0.3)),
        ((-0.52, 0.34), (-0.2, 0.78)),
        ((-0.05, 0.3), (-0.2, 0.84)),
        ((-0.05, 0.3), (0.36, 0.74)),
    ]
    bars += [((-0.2, 0.74), (0.36, 0.74)), ((0.52, 0.34), (0.34, 0.97)), ((-0.34, 0.86), (-0.08, 0.86))]
    marks += hand.lines(np.array([at(*a) for a, _ in bars]), np.array([at(*b) for _, b in bars]), "silhouette")
    grips = hand.lines(at(0.34, 0.97, -0.24)[None], at(0.34, 0.97, 0.24)[None], "silhouette")
    corners = ((0.42, 0.64), (0.74, 0.64), (0.78, 0.9), (0.4, 0.9))
    sides = [np.array([at(u, v, w) for u, v in corners]) for w in (-0.15, 0.15)]
    front = np.stack([sides[0][1], sides[1][1], sides[1][2], sides[0][2]])
    basket = np.stack([sides[0], front, sides[1]])
    wires = hand.lines(basket.reshape(-1, 3), np.roll(basket, -1, axis=1).reshape(-1, 3), "detail")
    return marks + hand.fill(basket, hand.light.paint("metal", s.depth)) + wires + grips


def reed(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return tall blades and one bulrush."""
    marks = tuft(hand, s, g)
    if not marks:
        return []
    stalk = np.stack([s.at(0, 0), s.at(0.04 * g.height, g.height * 1.15)])
    head = s.shape(
        _tube(np.array([(0.03 * g.height, g.height * 0.85), (0.04 * g.height, g.height * 1.08)]), 0.03 * g.height)
    )
    return [*marks, Stroke(stalk, hand.weight("detail", s.depth)), Area((head,), hand.light.paint("black", s.depth))]


def bare_tree(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a leafless tree: a black trunk that forks and forks again."""
    dice = np.random.default_rng(g.seed)
    paint = hand.light.paint("black", s.depth)
    marks: list[Mark] = []
    branches = [(np.array((0.0, 0.0)), np.pi / 2 + float(dice.uniform(-0.1, 0.1)), g.height * 0.42, g.height * 0.035)]
    for _ in range(4):
        grown = []
        for root, angle, length, r in branches:
            tip = root + length * np.array((np.cos(angle), np.sin(angle)))
            side = r * np.array((-np.sin(angle), np.cos(angle)))
            ring = s.shape(np.array([root + side, tip + 0.6 * side, tip - 0.6 * side, root - side]))
            if r * s.metre > 0.12:
                marks.append(Area((ring,), paint))
            marks.append(Stroke(s.shape(np.array([root, tip])), max(0.12, 1.2 * r * s.metre), wobble=0.12))
            for turn in (-1, 1):
                grown.append(
                    (
                        tip,
                        angle + turn * float(dice.uniform(0.25, 0.6)),
                        length * float(dice.uniform(0.5, 0.75)),
                        r * 0.58,
                    )
                )
        branches = grown
    return marks


def steering_wheel(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a rim with three spokes, upright before the driver."""
    angle = 2 * np.pi * np.arange(22) / 22
    rim = np.stack([np.cos(angle), np.sin(angle) * 0.92 + 1], axis=1) * g.width / 2
    hub = s.at(0, g.width / 2)
    width = hand.weight("silhouette", s.depth) * 1.8
    spokes = [Stroke(np.stack([hub, s.shape(rim[k][None])[0]]), width * 0.8) for k in (0, 11, 16)]
    return [Stroke(s.shape(rim), width, closed=True, taper=False), *spokes]


KINDS: dict[str, Callable[[Hand, Stand, Growth], list[Mark]]] = {
    "tree": tree,
    "blossom": tree,
    "pine": pine,
    "snow pine": pine,
    "palm": palm,
    "bush": bush,
    "rock": rock,
    "tuft": tuft,
    "flowers": flowers,
    "plant": plant,
    "cactus": cactus,
    "fire": fire,
    "trunk": trunk,
    "wheel": wheel,
    "reed": reed,
    "bare tree": bare_tree,
    "steering wheel": steering_wheel,
    "bicycle": bicycle,
}
