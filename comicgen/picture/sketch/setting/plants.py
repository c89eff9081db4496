"""Growing things and other bodies without flat faces into pieces that stand upright towards the camera."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

import numpy as np

from ....staging.sets.solids import Growth, Set
from ..marks import Area, Array, Mark, Stroke
from ..order import Piece
from .blossoms import fire, flowers, foam, reed
from .cycles import bicycle, steering_wheel, wheel
from .hand import Hand
from .leaves import Crown, blades, foliage, towards_light
from .noted import visible
from .stands import THICK, Stand, stands_of, tube
from .trees import bare_tree, palm, pine, tree, trunk

BENT = 0.2
"""Metres that wind bends a plant aside for each metre of its height."""
WINDY = {"wind": 1.0, "storm": -1.2}
"""Weathers that bend what grows, and which way, as what flies in them."""
FLAT = ("wheel", "bicycle")
"""What stands in a plane of its own."""
SIGNS = np.array(list(product((-1.0, 1.0), repeat=3)))
PLIANT = ("tree", "blossom", "pine", "palm", "bush", "tuft", "flowers", "reed", "bare tree")


def draw_plants(place: Set, hand: Hand, hidden: frozenset[int]) -> list[Piece]:
    """Return the pieces of everything that grows and that the frame shows."""
    found = []
    for k, (g, stand) in enumerate(zip(place.growths, stands_of(hand, place.growths), strict=True)):
        if k in hidden or stand is None or g.height * stand.metre < 0.6:
            continue
        near = hand.touches(stand.box(g.width * 0.8, g.height * 1.1))
        if near and (marks := KINDS[g.kind](hand, _bent(hand, stand, g), g)):
            found.append((g, marks))
    hand.finish()
    return _pieces(hand, [(g, visible(marks)) for g, marks in found])


def _bent(hand: Hand, s: Stand, g: Growth) -> Stand:
    """Return where a growth stands in the wind."""
    if hand.light.weather not in WINDY or g.kind not in PLIANT:
        return s
    return replace(s, up=s.up + BENT * WINDY[hand.light.weather] * s.right)


def _pieces(hand: Hand, found: Sequence[tuple[Growth, list[Mark]]]) -> list[Piece]:
    """Return the pieces of growths: thin upright boxes that face the camera, or a thing's own plane."""
    if not found:
        return []
    form = np.array([(*g.at, g.width, g.height, g.yaw, g.kind in FLAT, g.kind == "wheel") for g, _ in found])
    (x, y, z, width, height, yaw, flat, wheel), (ex, _, ez) = form.T, hand.camera.eye
    turn = np.where(flat, np.radians(yaw - 90), np.arctan2(ex - x, ez - z))
    c, s, none = np.cos(turn), np.sin(turn), np.zeros(len(turn))
    axes = np.stack([c, none, -s, none, none + 1, none, s, none, c], axis=1).reshape(-1, 3, 3)
    half = np.stack([width / 2, height / 2, np.where(wheel, 0.03, THICK / 2)], axis=1)
    middle = np.stack([x, y + height / 2, z], axis=1)
    corners = middle[:, None] + (SIGNS * half[:, None]) @ axes
    normals = np.concatenate([axes, -axes], axis=1)
    offsets = np.einsum("nfc,nc->nf", normals, middle) + np.concatenate([half, half], axis=1)
    boxes = hand.boxes(corners)
    return [Piece(tuple(m), *hull) for (_, m), *hull in zip(found, corners, normals, offsets, boxes, strict=True)]


def bush(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return three flat-based lobes."""
    w, h = g.width / 2 * s.metre, g.height * 0.5 * float(np.hypot(*s.up))
    x, y = s.at(0, g.height * 0.45).tolist()
    lobes = ((-0.5, 0.25, 0.5, 0.72), (0.5, 0.3, 0.5, 0.66), (0.0, 0.0, 0.62, 1.0))
    crowns = [
        Crown(
            x + w * dx,
            y + h * dy,
            w * rx,
            h * ry,
            s.depth,
            "leaf",
            0.85,
            h * 2 > 6,
            not dx,
            g.seed + 20 + round(10 * dx),
        )
        for dx, dy, rx, ry in lobes
    ]
    return foliage(hand, crowns)


def rock(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a boulder of broken planes: a lit top, a toned flank, a black foot, cracks and hatching."""
    dice = np.random.default_rng(g.seed)
    side, n = -towards_light(hand), 9
    angle = np.pi * (1 - (np.arange(n) + dice.uniform(-0.28, 0.28, n) * (np.arange(n) % (n - 1) > 0)) / (n - 1))
    reach = 1 + dice.uniform(-0.13, 0.1, n)
    dome = np.stack([np.cos(angle) * reach, np.maximum(np.sin(angle), 0.0) ** 0.7 * reach], axis=1)
    dome[0, 1] = dome[-1, 1] = 0.0
    lean, scale = float(dice.uniform(-0.25, 0.2)), np.array((g.width / 2 * side, g.height))
    brow = np.array([(lean - 0.5, 0.52), (lean - 0.1, 0.66), (lean + 0.3, 0.56)]) + dice.uniform(-0.05, 0.05, (3, 2))
    ridge = np.array([brow[2], (lean + 0.22, 0.3), _sunk(lean + 0.34)])
    flank = np.concatenate([dome[5:6], brow[2:], ridge[1:], [_sunk(0.8)], dome[:5:-1]])
    foot = np.concatenate([dome[7:8], [(0.74, 0.26), (0.56, 0.16), _sunk(0.6), _sunk(0.8)], dome[:7:-1]])
    whole = np.concatenate([dome, [_sunk(x) for x in (0.72, 0.3, -0.15, -0.65)]])
    paint = hand.light.paint("snow" if hand.light.weather == "snow" else "rock", s.depth)
    marks: list[Mark] = [Area((s.shape(whole * scale),), paint), Area((s.shape(flank * scale),), paint, 1.0)]
    if g.height * s.metre > 3 and hand.light.clear(s.depth) > 0.6:
        marks.append(Area((s.shape(foot * scale),), hand.light.paint("black", s.depth)))
    heavy, edge, light = (hand.weight(role, s.depth) for role in ("silhouette", "edge", "detail"))
    marks += [Stroke(s.shape(part * scale), heavy, wobble=0.1) for part in (dome[:5], dome[4:])]
    marks.append(Stroke(s.shape(np.concatenate([dome[5:6], ridge]) * scale), edge, wobble=0.1))
    marks.append(Stroke(s.shape(np.concatenate([dome[-1:], whole[9:], dome[:1]]) * scale), light, wobble=0.2))
    if g.height * s.metre > 4:
        marks.append(Stroke(s.shape(np.concatenate([dome[1:2], brow]) * scale), light, wobble=0.1))
        feet = np.stack([lean - 0.62 + 0.14 * np.arange(4), 0.1 + 0.05 * (np.arange(4) % 2)], axis=1)
        marks += [Stroke(s.shape(np.stack([f, f + np.array((0.04, 0.17))]) * scale), light) for f in feet]
    if g.height * s.metre > 16 and hand.detail > 0:
        marks += [Stroke(s.shape(c * scale), light, wobble=0.12) for c in _cracks(dice, lean)]
    return marks


def _sunk(x: float) -> tuple[float, float]:
    """Return a place on the foot of a boulder, which bulges towards the camera, in its half widths and heights."""
    return x, -0.13 * (1.0 - x * x)


def _cracks(dice: np.random.Generator, lean: float) -> list[Array]:
    """Return what a large boulder's face carries: cracks that fork, ledges, short hatching under them."""
    found = []
    for _ in range(5):
        x, y = lean + float(dice.uniform(-0.75, 0.1)), float(dice.uniform(0.12, 0.62))
        steps = dice.uniform(-0.09, 0.09, (4, 2)) * (0.7, 1.0) - (0.0, 0.05)
        found.append(np.cumsum(np.concatenate([[(x, y)], steps]), axis=0))
    for _ in range(4):
        x, y, w = lean + float(dice.uniform(-0.7, 0.2)), float(dice.uniform(0.15, 0.7)), float(dice.uniform(0.1, 0.26))
        found.append(np.array([(x, y), (x + w / 2, y + 0.02), (x + w, y - 0.03)]))
        found += [np.array([(x + k * w / 4, y - 0.015), (x + k * w / 4 - 0.03, y - 0.08)]) for k in range(1, 4)]
    return found


def tuft(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return curved blades of grass."""
    size = g.height * s.metre
    if size < 1.0 or hand.detail <= 0:
        return []
    ends, bulge = _grass(g.seed, 3 if size < 1.6 else 5)
    roots, tips = s.shape(ends * g.height)
    return blades(roots, tips, bulge, hand.weight("edge", s.depth), (1.3, 0.3))


@lru_cache(maxsize=1024)
def _grass(seed: int, n: int) -> tuple[Array, Array]:
    """Return roots and tips (2, n, 2) of a tuft 1 high and how its blades bend, the same in every picture."""
    t, chance = np.linspace(-1, 1, n), np.random.default_rng(seed).random((2, n))
    ends = np.zeros((2, n, 2))
    ends[0, :, 0] = 0.15 * t
    ends[1, :, 0], ends[1, :, 1] = 0.7 * t - 0.15 + 0.3 * chance[0], (1 - 0.35 * np.abs(t)) * (0.75 + 0.35 * chance[1])
    return ends, -0.18 * t


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
        ring = s.shape(tube(path, h * (0.09 if k == 0 else 0.06)))
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
    "foam": foam,
    "bare tree": bare_tree,
    "steering wheel": steering_wheel,
    "bicycle": bicycle,
}
