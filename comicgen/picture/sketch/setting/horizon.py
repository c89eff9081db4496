"""What stands on the horizon into marks: skylines, woods, hills, peaks, islands."""

from collections.abc import Callable
from typing import Any

import numpy as np

from ....drawing import Colour
from ....staging.sets.solids import Layer
from ..marks import Area, Array, Mark, Paint, Stroke
from .far import seen, span
from .hand import WOBBLE, Hand
from .leaves import arcs
from .light import level

AGAINST = 0.25
"""Tone of what stands before a low sun."""
FARTHEST = 40.0
"""Metres at which mist is looked for."""
FAINT = 0.1
"""The tone by day of a far layer that is not yet black at night."""
_PANE = np.array([(0, 0), (0.32, 0), (0.32, 0.3), (0, 0.3)])


def skyline(hand: Hand, layer: Layer) -> list[Mark]:
    """Return towers side by side round the horizon, with lit or dark windows."""
    dice = np.random.default_rng(layer.seed)
    low, high = span(hand)
    n = 110
    width = dice.uniform(2.2, 5.2, n)
    start = np.cumsum(width * dice.uniform(0.75, 1.15, n)) - 185.0
    height = layer.height * dice.uniform(0.3, 1.0, n)
    kind = dice.random(n)
    centre = (low + high) / 2
    a = (start + 540 - centre) % 360 - 180 + centre
    near = (low - 6 < a) & (a < high)
    return _towers(hand, layer, np.stack([a, width, height, kind], axis=1)[near].tolist())


def far_paint(hand: Hand, colour: Colour, tone: float) -> Paint:
    """Return the paint of something on the horizon: pale by day, a black shape at night, paler where it is far."""
    if hand.light.time == "night":
        if hand.light.weather == "fog" or tone < FAINT:
            return Paint(hand.light.tint(colour), 0.4 if hand.light.weather == "fog" else 0.62)
        return Paint(hand.light.tint(colour), 1.0, True)
    against = AGAINST if hand.light.time in ("dusk", "dawn") and hand.light.clear(FARTHEST) > 0.2 else 0.0
    return Paint(hand.light.tint(colour), level(tone + against))


def _towers(hand: Hand, layer: Layer, forms: list[list[float]]) -> list[Mark]:
    """Return towers, each by its azimuth, width, height and kind, with their windows."""
    rings = _seen_rings(hand, [_outline(*form) for form in forms])
    lit = hand.light.time == "night" or layer.tone > 0.1
    panes = [_panes(*form) if lit and r is not None else [] for form, r in zip(forms, rings, strict=True)]
    glass = iter(_seen_rings(hand, [pane for some in panes for pane in some]))
    paint = far_paint(hand, (176, 186, 200), layer.tone)
    bright = hand.light.dark or hand.light.time == "dusk"
    shine = hand.light.bright("yellow") if bright else Paint(hand.light.tint((96, 110, 130)), 1.0, True)
    marks: list[Mark] = []
    for ring, some in zip(rings, panes, strict=True):
        shown = tuple(pane for _ in some if (pane := next(glass)) is not None)
        if ring is not None:
            marks += [Area((ring,), paint), Stroke(ring, 0.16, wobble=WOBBLE)]
            marks += [Area(shown, shine)] if shown and hand.detail > 0 else []
    return marks


def _seen_rings(hand: Hand, shapes: list[Array]) -> list[Array | None]:
    """Return shapes of (azimuth, elevation) points on the frame, None for what is out of sight."""
    if not shapes:
        return []
    points = seen(hand, *np.concatenate(shapes).T)
    ends = np.cumsum([len(s) for s in shapes])
    starts = ends - [len(s) for s in shapes]
    low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    shown: Any = ((high > -1) & (low < (hand.width + 1, 101))).all(axis=1)
    return [points[a:b] if ok else None for a, b, ok in zip(starts, ends, shown, strict=True)]


def _outline(a: float, w: float, h: float, kind: float) -> Array:
    outline = [(a, -2.0), (a, h), (a + w, h), (a + w, -2.0)]
    if kind < 0.3:
        outline[2:2] = [(a + w * 0.3, h), (a + w * 0.3, h + 0.9), (a + w * 0.7, h + 0.9), (a + w * 0.7, h)]
    return np.array(outline)


def _panes(a: float, w: float, h: float, kind: float) -> list[Array]:
    """Return the windows of a tower that are dark by day and lit at night."""
    dice = np.random.default_rng(round(1000 * w) + round(977 * h))
    columns, rows = int(w / 0.75), int(h / 0.8)
    if columns < 2 or rows < 1:
        return []
    j, i = np.nonzero(dice.random((rows, columns)) < (0.35 if kind > 0.35 else 0.18))
    low = np.stack([a + 0.25 + 0.72 * i, h - 0.55 - 0.78 * j], axis=1)
    return list(low[:, None] + _PANE)


def _strip(hand: Hand, azimuth: Array, elevation: Array) -> tuple[Array, Array]:
    """Return the part of a line over the horizon that is in sight, and its foot from right to left."""
    top, low = seen(hand, azimuth, elevation), seen(hand, azimuth, np.full_like(elevation, -2.0))
    sight = np.isfinite(top).all(axis=1) & np.isfinite(low).all(axis=1)
    return top[sight], low[sight][::-1]


def treeline(hand: Hand, layer: Layer) -> list[Mark]:
    """Return a far row of crowns as one scalloped edge."""
    dice = np.random.default_rng(layer.seed)
    n = 150
    low, high = span(hand)
    at = np.cumsum(dice.uniform(1.6, 3.2, n)) - 180.0
    top = layer.height * dice.uniform(0.55, 1.0, n)
    centre = (low + high) / 2
    a = (at + 540 - centre) % 360 - 180 + centre
    order = np.argsort(a)
    a, top = a[order], top[order]
    keep = (a > low) & (a < high)
    points, foot = _strip(hand, a[keep], top[keep])
    if len(points) < 3:
        return []
    edge = arcs(points[:-1], points[1:], np.full(len(points) - 1, 0.42)).reshape(-1, 2)
    paint = far_paint(hand, (150, 180, 140), max(layer.tone, FAINT) if hand.light.dark else layer.tone)
    return [Area((np.concatenate([edge, foot]),), paint), Stroke(edge, 0.15, wobble=0.03)]


def hills(hand: Hand, layer: Layer) -> list[Mark]:
    """Return soft hills."""
    edge = _ridge(hand, layer, 0.25)
    return _silhouette(hand, edge, far_paint(hand, (170, 190, 170), layer.tone), 0.18)


def mountains(hand: Hand, layer: Layer) -> list[Mark]:
    """Return peaks: a ridge, and on each the side away from the light solid black with white wedges cut in."""
    edge = _ridge(hand, layer, 1.0)
    paint = Paint(hand.light.tint((196, 202, 214)), level(layer.tone + hand.light.base))
    marks = _silhouette(hand, edge, paint, 0.3)
    if not marks:
        return []
    return marks + _spurs(hand, edge, layer)


def _ridge(hand: Hand, layer: Layer, rough: float) -> Array:
    """Return the ridge line (n, 2) in degrees all round, the same for every camera."""
    dice = np.random.default_rng(layer.seed)
    n = 16
    at = np.linspace(-180, 180, n, endpoint=False) + dice.uniform(-6, 6, n)
    peak = layer.height * dice.uniform(0.45, 1.0, n)
    pass_ = np.minimum(peak, np.roll(peak, -1)) * dice.uniform(0.35, 0.6, n)
    step = (np.roll(at, -1) - at) % 360
    points = np.stack(
        [np.stack([at, peak], 1), np.stack([at + step * dice.uniform(0.4, 0.6, n), pass_], 1)], axis=1
    ).reshape(-1, 2)
    jag = rough * 0.16
    for _ in range(3 if rough > 0.5 else 2):
        middle = (points + np.roll(points, -1, axis=0)) / 2
        middle[-1] = (points[-1] + points[0] + (360, 0)) / 2
        middle[:, 1] += dice.uniform(-jag, jag, len(points)) * layer.height * (1 if rough > 0.5 else 0.3)
        points = np.stack([points, middle], axis=1).reshape(-1, 2)
        jag *= 0.5
    return points


def _silhouette(hand: Hand, edge: Array, paint: Paint, width: float) -> list[Mark]:
    a = _unrolled(hand, edge)
    if len(a) < 3:
        return []
    line, foot = _strip(hand, a[:, 0], a[:, 1])
    if len(line) < 3:
        return []
    return [Area((np.concatenate([line, foot]),), paint), Stroke(line, width, wobble=0.06)]


def _unrolled(hand: Hand, edge: Array) -> Array:
    """Return the part of a ridge inside the view, from left to right."""
    low, high = span(hand)
    centre = (low + high) / 2
    a = (edge[:, 0] + 540 - centre) % 360 - 180 + centre
    keep = (a > low) & (a < high)
    points = np.stack([a[keep], edge[keep, 1]], axis=1)
    ordered: Array = points[np.argsort(points[:, 0], kind="stable")]
    return ordered


def _spurs(hand: Hand, edge: Array, layer: Layer) -> list[Mark]:
    """Return the shadow side of each peak, from a zigzag spur to the ridge."""
    line = _unrolled(hand, edge)
    y = line[:, 1]
    peaks = [k for k in range(4, len(line) - 4) if y[k] >= y[k - 4 : k + 5].max() - 1e-9 and y[k] > layer.height * 0.4]
    side = 1 if float(np.dot(hand.light.sun, hand.camera.right)) < 0 else -1
    marks: list[Mark] = []
    for k in peaks:
        marks += _spur(hand, line, k, side, round(float(line[k, 1]) * 1000))
    return marks


def _spur(hand: Hand, line: Array, k: int, side: int, seed: int) -> list[Mark]:
    dice = np.random.default_rng(seed)
    a, h = line[k].tolist()
    t = np.linspace(0, 1, 8)
    spine = np.stack(
        [
            a
            + side * (0.05 + 0.1 * dice.random()) * h * t
            + np.where(np.arange(8) % 2, 0.12, -0.05) * h * np.minimum(1, 3 * t),
            h * (1 - 0.9 * t),
        ],
        axis=1,
    )
    ridge = line[k : k + 9] if side > 0 else line[k::-1][:9]
    shadow = np.concatenate([spine, [(a + side * h * 0.5, h * 0.12)], ridge[::-1]])
    ring = seen(hand, shadow[:, 0], shadow[:, 1])
    hull = np.concatenate(_strip(hand, line[:, 0], line[:, 1]))
    if not np.isfinite(ring).all() or len(hull) < 4:
        return []
    snow = hand.light.weather in ("snow", "fog")
    paint = Paint(hand.light.tint((120, 130, 156)), 0.3) if snow else Paint(hand.light.tint((84, 92, 118)), 1.0, True)
    marks: list[Mark] = [hand.cut(ring, hull, paint, inside=True)]
    for j in range(2, 7):
        root = spine[j]
        wedge = root + h * np.array([(0, 0.05), (side * 0.22, -0.14), (side * 0.1, -0.15), (0, -0.05)])
        points = seen(hand, wedge[:, 0], wedge[:, 1])
        if np.isfinite(points).all() and dice.random() < 0.8:
            marks.append(Area((points,), Paint(hand.light.tint((196, 202, 214)), 0.0)))
    path = seen(hand, spine[:6, 0], spine[:6, 1])
    return [*marks, Stroke(path, 0.24, wobble=0.08)]


def sea(hand: Hand, layer: Layer) -> list[Mark]:
    """Return nothing in the sky: the sea is ground, its horizon a line."""
    low, high = span(hand)
    points = seen(hand, np.linspace(low, high, 6), np.zeros(6))
    return [Stroke(points, 0.18)] if np.isfinite(points).all() else []


def islands(hand: Hand, layer: Layer) -> list[Mark]:
    """Return two or three low hills on the sea's horizon."""
    dice = np.random.default_rng(layer.seed)
    marks: list[Mark] = []
    for a in (-34.0, 18.0, 120.0, -150.0):
        w, h = float(dice.uniform(8, 16)), layer.height * float(dice.uniform(0.5, 1.0))
        t = np.linspace(0, 1, 15)
        top = h * np.sin(np.pi * t) ** 0.8 * (1 + 0.25 * np.sin(9 * t + a)) + dice.uniform(0, 0.12, 15) * h
        top[[0, -1]] = 0.0
        line = seen(hand, a + w * t, top)
        if np.isfinite(line).all() and hand.shows(line):
            paint = far_paint(hand, (150, 170, 160), layer.tone)
            marks += [Area((line,), paint), Stroke(line, 0.2, wobble=0.04)]
    return marks


def mesas(hand: Hand, layer: Layer) -> list[Mark]:
    """Return flat-topped rocks of a desert, their far side toned."""
    dice = np.random.default_rng(layer.seed)
    marks: list[Mark] = []
    for a in (-48.0, -20.0, 26.0, 62.0, 140.0, -120.0):
        w, h = float(dice.uniform(7, 18)), layer.height * float(dice.uniform(0.4, 1.0))
        shape = np.array(
            [(0, 0), (0.12, 0.45), (0.16, 0.9), (0.2, 1.0), (0.78, 0.97), (0.82, 0.85), (0.9, 0.4), (1.0, 0)]
        )
        ring = seen(hand, a + w * shape[:, 0], h * shape[:, 1] - 0.2)
        if not np.isfinite(ring).all() or not hand.shows(ring):
            continue
        paint = far_paint(hand, (214, 160, 120), layer.tone)
        side = np.array([(0.62, 0), (0.66, 0.4), (0.64, 0.98), (0.78, 0.97), (0.82, 0.85), (0.9, 0.4), (1.0, 0)])
        shade = seen(hand, a + w * side[:, 0], h * side[:, 1] - 0.2)
        marks += [Area((ring,), paint), Area((shade,), paint, 1.0), Stroke(ring, 0.24, wobble=0.06)]
        for u in (0.3, 0.42, 0.52):
            crack = seen(hand, a + w * np.array((u, u + 0.01)), h * np.array((0.92, float(dice.uniform(0.4, 0.7)))))
            marks.append(Stroke(crack, 0.14, wobble=0.08))
    return marks


LAYERS: dict[str, Callable[[Hand, Layer], list[Mark]]] = {
    "skyline": skyline,
    "treeline": treeline,
    "hills": hills,
    "mountains": mountains,
    "sea": sea,
    "islands": islands,
    "mesas": mesas,
}
