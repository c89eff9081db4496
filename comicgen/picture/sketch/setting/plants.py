"""Growing things and other bodies without flat faces into pieces that stand upright towards the camera."""

from collections.abc import Callable

import numpy as np

from ....staging.sets.solids import Growth, Set
from ..marks import Area, Array, Mark, Stroke
from ..order import Piece, box_piece
from .cycles import bicycle, steering_wheel, wheel
from .hand import Hand
from .leaves import Crown, arcs, foliage, towards_light
from .stands import THICK, Stand, stand_of
from .trees import bare_tree, palm, pine, tree, trunk


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
