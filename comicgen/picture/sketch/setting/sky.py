"""Sky and what stands on the horizon into marks, by direction, so that it stays where it is when the camera turns."""

from collections.abc import Callable

import numpy as np

from ....staging.sets.solids import Layer, Set
from ..marks import Area, Array, Mark, Paint, Stroke
from .hand import WOBBLE, Hand
from .leaves import STEPS, Crown, cut, ring_of, scallops
from .light import level

FAR = 900.0
"""Metres at which directions are projected."""


def directions(azimuth: Array, elevation: Array) -> Array:
    """Return (..., 3) far points by azimuth (degrees to the right of -z) and elevation (degrees), from the origin."""
    a, e = np.radians(azimuth), np.radians(elevation)
    out: Array = FAR * np.stack([np.cos(e) * np.sin(a), np.sin(e), -np.cos(e) * np.cos(a)], axis=-1)
    return out


def seen(hand: Hand, azimuth: Array, elevation: Array) -> Array:
    """Return (..., 2) frame points of directions as seen by the camera; NaN behind it."""
    view = (directions(azimuth, elevation)) @ np.array((hand.camera.right, hand.camera.up, hand.camera.forward)).T
    points = hand.frame(view)
    points[view[..., 2] < 1.0] = np.nan
    return points


def horizon(hand: Hand) -> float:
    """Return the horizon's height on the frame at its middle; beyond the frame when the camera looks up or down."""
    x, _, z = hand.camera.forward
    if abs(x) + abs(z) < 1e-6:
        return -100.0
    y = float(seen(hand, np.array(np.degrees(np.arctan2(x, -z))), np.array(0.0))[1])
    return y if np.isfinite(y) else -100.0


def span(hand: Hand) -> tuple[float, float]:
    """Return the azimuths that the frame shows, with a margin."""
    x, _, z = hand.camera.forward
    middle = float(np.degrees(np.arctan2(x, -z)))
    half = float(np.degrees(np.arctan((hand.camera.aspect / 2 + abs(hand.camera.shift[0]) + 0.15) / hand.camera.focal)))
    half = min(175.0, half * (1 + 1.5 * abs(hand.camera.forward[1])) + 6)
    return (middle - half, middle + half)


def draw_sky(place: Set, hand: Hand) -> list[Mark]:
    """Return sky, sun, stars, clouds and the far layers."""
    if place.interior or place.sky in ("dark", "void"):
        black = place.sky == "dark" or (place.sky == "void" and hand.light.time == "night")
        return [Area((_frame(hand),), hand.light.paint("black") if black else hand.light.paint("paper"))]
    if place.sky == "space":
        return [*_space(hand), *(m for layer in place.layers for m in LAYERS[layer.kind](hand, layer))]
    level_ = horizon(hand)
    marks = _gradient(hand, level_, place.sky_tone)
    if hand.light.time == "night":
        marks += _stars(hand, 90) + _disc(hand, 24.0, 26.0, 2.6, (255, 243, 200))
    elif hand.light.time in ("dusk", "dawn"):
        marks += _disc(hand, -12.0, 5.0, 3.4, (255, 240, 200)) + _streaks(hand)
    elif hand.light.weather in ("", "wind"):
        marks += [m for k in range(12) for m in _cloud(hand, 11 * len(place.name) + k)]
    for layer in place.layers:
        marks += LAYERS[layer.kind](hand, layer)
    return marks


def _frame(hand: Hand) -> Array:
    return np.array([(-2.0, -2.0), (hand.width + 2, -2.0), (hand.width + 2, 102.0), (-2.0, 102.0)])


def _gradient(hand: Hand, horizon_: float, sky_tone: float | None) -> list[Mark]:
    hour = hand.light.hour
    top, low = hour.sky if sky_tone is None or hand.light.time != "day" else (sky_tone, 0.0)
    if hand.light.weather in ("rain", "storm", "snow", "cloudy"):
        top, low = max(top, 0.4), max(low, 0.22)
    if hand.light.weather == "fog":
        top = low = 0.0
    if top >= 1:
        return [Area((_frame(hand),), Paint(hour.zenith, 1.0, True))]
    y = min(max(horizon_, 20.0), 130.0) * 0.96
    fade = ((0.0, 0.0), (0.0, y), 1.0, low / top if top else 1.0)
    return [Area((_frame(hand),), Paint(hour.zenith, top), 0.0, fade)]


def _space(hand: Hand) -> list[Mark]:
    return [
        Area((_frame(hand),), Paint((20, 22, 44), 1.0, True)),
        *_stars(hand, 160),
        *_disc(hand, 30.0, 12.0, 7.0, (200, 210, 235)),
    ]


def _stars(hand: Hand, count: int) -> list[Mark]:
    dice = np.random.default_rng(5)
    azimuth, elevation = dice.uniform(-180, 180, count * 6), dice.uniform(1, 80, count * 6)
    size = dice.choice((0.12, 0.12, 0.2, 0.3), count * 6)
    points = seen(hand, azimuth, elevation)
    ok = (
        np.isfinite(points).all(axis=1)
        & (points > -1).all(axis=1)
        & (points[:, 0] < hand.width + 1)
        & (points[:, 1] < 101)
    )
    shape = np.array([(0, -1), (0.4, 0), (0, 1), (-0.4, 0)]) * 1.3
    rings = tuple(points[k] + shape * size[k] for k in np.flatnonzero(ok))
    return [Area(rings, hand.light.bright("white"))] if rings else []


def _disc(hand: Hand, azimuth: float, elevation: float, degrees: float, colour: tuple[int, int, int]) -> list[Mark]:
    c = seen(hand, np.array(azimuth), np.array(elevation))
    if not np.isfinite(c).all():
        return []
    r = 100 * hand.camera.focal * np.tan(np.radians(degrees))
    angle = 2 * np.pi * np.arange(36) / 36
    ring = c + r * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return [Area((ring,), Paint(colour, 0.0))] if hand.shows(ring) else []


def _streaks(hand: Hand) -> list[Mark]:
    """Return flat white clouds of the evening."""
    marks: list[Mark] = []
    for k, (azimuth, elevation, width) in enumerate(
        ((-28, 16, 26), (14, 11, 20), (-6, 21, 15), (38, 18, 22), (-52, 12, 20))
    ):
        for row in range(3):
            a = np.linspace(azimuth - width / 2 + row, azimuth + width / 2 - 2 * row, 8)
            points = seen(hand, a, elevation - 0.9 * row + 0.15 * np.sin(a + k))
            if np.isfinite(points).all() and hand.shows(points):
                marks.append(Stroke(points, 1.3 - 0.35 * row, white=True, wobble=0.2))
    return marks


def _cloud(hand: Hand, k: int) -> list[Mark]:
    """Return one of the sky's clouds: white, flat-based, a broken lower edge."""
    dice = np.random.default_rng(300 + k)
    azimuth, elevation = 31.0 * k + float(dice.uniform(-12, 12)), float(dice.uniform(5, 17))
    c = seen(hand, np.array(azimuth), np.array(elevation))
    if not np.isfinite(c).all():
        return []
    w = 100 * hand.camera.focal * np.tan(np.radians(float(dice.choice((3.0, 5.0, 7.5, 10.0)))))
    crown = Crown(float(c[0]), float(c[1]), float(w), float(w) * 0.55, 1.0, flat=0.25)
    if not hand.shows(np.array([(crown.x - w, crown.y - w), (crown.x + w, crown.y + w)])):
        return []
    pieces = scallops(crown, int(np.clip(w / 1.8, 8, 20)), dice, 0.5, 0.2)
    ring = ring_of(pieces)
    lit = Crown(crown.x - 0.06 * w, crown.y - 0.16 * w, w * 1.06, w * 0.55, 1.0)
    paint = Paint(hand.light.tint((255, 255, 255)), 0.0)
    shade = cut(ring, ring_of(scallops(lit, 9, dice, 0.45)))
    marks: list[Mark] = [Area((ring,), paint)]
    if shade:
        marks.append(Area(shade, Paint(hand.light.tint((214, 226, 236)), 0.08)))
    middle = pieces[:, STEPS // 2]
    flat = (np.abs(pieces[:, 0, 1] - pieces[:, -1, 1]) < 0.03 * w) & (middle[:, 1] > crown.y)
    for arc, base, chance in zip(pieces, flat, dice.random(len(pieces)), strict=True):
        if base and chance > 0.5:
            continue
        marks.append(Stroke(arc[:4] if chance < 0.18 else arc, 0.13 if base else 0.2, wobble=0.04))
    return marks


def skyline(hand: Hand, layer: Layer) -> list[Mark]:
    """Return towers side by side round the horizon, with lit or dark windows."""
    dice = np.random.default_rng(layer.seed)
    low, high = span(hand)
    n = 110
    width = dice.uniform(2.2, 5.2, n)
    start = np.cumsum(width * dice.uniform(0.75, 1.15, n)) - 185.0
    height = layer.height * dice.uniform(0.3, 1.0, n)
    kind = dice.random(n)
    marks: list[Mark] = []
    for k in range(n):
        a = (start[k] + 540 - (low + high) / 2) % 360 - 180 + (low + high) / 2
        if low - 6 < a < high:
            marks += _tower(hand, layer, (float(a), float(width[k]), float(height[k]), float(kind[k])))
    return marks


def _tower(hand: Hand, layer: Layer, form: tuple[float, float, float, float]) -> list[Mark]:
    a, w, h, kind = form
    outline = [(a, -2.0), (a, h), (a + w, h), (a + w, -2.0)]
    if kind < 0.3:
        outline[2:2] = [(a + w * 0.3, h), (a + w * 0.3, h + 0.9), (a + w * 0.7, h + 0.9), (a + w * 0.7, h)]
    shape = np.array(outline)
    ring = seen(hand, shape[:, 0], shape[:, 1])
    if not np.isfinite(ring).all() or not hand.shows(ring):
        return []
    night = hand.light.time == "night"
    tone = 0.75 if night else level(layer.tone + hand.light.base)
    colour = hand.light.tint((176, 186, 200))
    marks: list[Mark] = [Area((ring,), Paint(colour, tone)), Stroke(ring, 0.16, wobble=WOBBLE)]
    return marks + (_tower_windows(hand, form) if night or layer.tone > 0.1 else [])


def _tower_windows(hand: Hand, form: tuple[float, float, float, float]) -> list[Mark]:
    a, w, h, kind = form
    dice = np.random.default_rng(round(1000 * w) + round(977 * h))
    columns, rows = int(w / 0.75), int(h / 0.8)
    if columns < 2 or rows < 1 or hand.detail <= 0:
        return []
    i, j = np.meshgrid(np.arange(columns), np.arange(rows))
    on = dice.random(i.shape) < (0.35 if kind > 0.35 else 0.18)
    u, v = a + 0.25 + 0.72 * i[on], h - 0.55 - 0.78 * j[on]
    corners = np.stack([np.stack([u + x, v + y], -1) for x, y in ((0, 0), (0.32, 0), (0.32, 0.3), (0, 0.3))], axis=1)
    points = seen(hand, corners[..., 0], corners[..., 1])
    rings = tuple(p for p in points if np.isfinite(p).all() and hand.shows(p))
    if not rings:
        return []
    if hand.light.dark:
        return [Area(rings, hand.light.bright("yellow"))]
    paint = Paint(hand.light.tint((96, 110, 130)), 1.0, True)
    return [Area(rings, paint)]


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
    points = seen(hand, a[keep], top[keep])
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) < 3:
        return []
    from .leaves import arcs

    edge = arcs(points[:-1], points[1:], np.full(len(points) - 1, 0.42)).reshape(-1, 2)
    foot = seen(hand, np.array((a[keep][-1], a[keep][0])), np.array((-2.0, -2.0)))
    if not np.isfinite(foot).all():
        return []
    paint = Paint(hand.light.tint((150, 180, 140)), level(layer.tone + hand.light.base))
    return [Area((np.concatenate([edge, foot]),), paint), Stroke(edge, 0.15, wobble=0.03)]


def hills(hand: Hand, layer: Layer) -> list[Mark]:
    """Return soft hills."""
    edge = _ridge(hand, layer, 0.25)
    return _silhouette(hand, edge, Paint(hand.light.tint((170, 190, 170)), level(layer.tone + hand.light.base)), 0.18)


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
    line = seen(hand, a[:, 0], a[:, 1])
    foot = seen(hand, np.array((a[-1, 0], a[0, 0])), np.array((-2.0, -2.0)))
    if not (np.isfinite(line).all() and np.isfinite(foot).all()):
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
    body = np.concatenate([line, [(line[-1, 0], -2), (line[0, 0], -2)]])
    hull = seen(hand, body[:, 0], body[:, 1])
    if not (np.isfinite(ring).all() and np.isfinite(hull).all()):
        return []
    dark = cut(ring, hull, inside=True)
    snow = hand.light.weather in ("snow", "fog")
    paint = Paint(hand.light.tint((120, 130, 156)), 0.3) if snow else Paint(hand.light.tint((84, 92, 118)), 1.0, True)
    marks: list[Mark] = [Area(dark, paint)] if dark else []
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
            paint = Paint(hand.light.tint((150, 170, 160)), level(layer.tone + hand.light.base))
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
        paint = Paint(hand.light.tint((214, 160, 120)), level(layer.tone + hand.light.base))
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
