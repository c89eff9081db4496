"""Cloth round both legs into parts: skirts, robes and kimonos."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..figure.flesh import knee_front
from ..figure.limb import LAYER, SIDES, set_back
from ..figure.sitter import Sitter
from ..hulls import hull
from ..loft import Loft, across, contours, polygons, unit
from ..marks import Area, Array, Paint
from ..mending import mended
from ..pen import Ink, Part
from ..wardrobe.trims import Button, Patch

DOTS = ((20, 0.4), (60, 0.7), (24, 1.1), (70, 1.3), (110, 0.5), (150, 0.9), (130, 1.5), (30, 1.6))
"""Where the pattern of a yukata lies on its skirt."""
ROWS, WAIST = 11, 5
"""Rows of a drape along the legs, and those on the trunk before them."""
STREAM = (0.55, 0.16)
"""Heads that a hem at the ankles trails behind in full wind, and rises."""
STEEP = 1.1
"""Slope to which a hem tilts at most from one leg to the other."""
DECENT = 0.3
"""Place along a thigh from which it shows inside a hem."""
HOLLOW = Paint((52, 46, 64), 1.0, True)
"""The inside of a skirt seen from below: solid, else it would be taken for thin cloth."""
LAP = 0.24
"""Place along a thigh from which a skirt lies before the belly of one who sits."""
WAVES = 5
"""Waves of a flared hem."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How cloth is cut that goes round both legs."""

    length: float
    """Along the leg: 1 at the knee, 2 at the ankle."""
    swing: float
    start: float = 0.32
    """Where it begins on the trunk."""
    follow: float = 0.9
    """How far it spreads with legs that are apart."""
    grow: float = 0.05
    """Heads over the skin."""
    legs: tuple[int, ...] = (0, 1)


def drape(sitter: Sitter, cut: Cut) -> Loft:
    """Return the cloth from the waist round the legs; its t is the place along the leg, negative above the hips.

    Rows follow the legs' middle and tilt from the one to the other; below a knee bent back the cloth hangs.
    """
    bones, h = sitter.bones, sitter.unit
    waist = sitter.flesh.trunk.cut(-0.02, cut.start, rows=WAIST)
    q = np.linspace(0.12, cut.length, ROWS)
    legs = np.stack([_hanging_leg(sitter, i, q) for i in (0, 1)])
    middle = _blown(sitter, legs.mean(axis=0), q)
    centre = np.concatenate([waist.centre[::-1], middle])
    front = unit(knee_front(bones, 0)) + unit(knee_front(bones, 1))
    k = np.clip(np.concatenate([np.zeros(WAIST), q / 0.5]), 0, 1)[:, None]
    facing = np.array(bones.pelvis.facing) * (1 - 0.6 * k) + unit(front) * 0.6 * k
    up = -unit(np.gradient(centre, axis=0))
    left, ahead = across(up, facing)
    apart = legs[0] - legs[1]
    side, deep, rise = ((apart * axis[WAIST:]).sum(axis=1) for axis in (left, ahead, up))
    slope = np.clip(rise * deep / (deep**2 + (0.3 * h) ** 2), -STEEP, STEEP)
    ahead[WAIST:] = unit(ahead[WAIST:] + up[WAIST:] * slope[:, None])
    wide, deep = np.abs(side) / 2, np.abs((apart * ahead[WAIST:]).sum(axis=1)) / 2 * cut.follow
    flesh = np.interp(q, (0.0, 1.0, 2.0), (0.37, 0.25, 0.20)) * bones.build.limb
    # Cloth flares only where it hangs; on a lap it lies on the thighs.
    down = np.clip(up[WAIST:, 1] * 1.25 - 0.1, 0, 1)
    flare = cut.swing * (q / cut.length) ** 1.15 * min(1.0, cut.length) * (0.25 + 0.75 * down)
    over, under = (flesh + cut.grow + flare) * h, (flesh + cut.grow - 0.03 + flare * down) * h
    grow = cut.grow * h
    half = _eased(np.concatenate([waist.half[::-1] + grow, wide + over * 1.04]))
    before = _eased(np.concatenate([waist.before[::-1] + grow, deep + over]))
    behind = _eased(np.concatenate([waist.behind[::-1] + grow, deep + under * 1.03]))
    return Loft(np.concatenate([-waist.t[::-1], q]), centre, left, ahead, half, before, behind, 2.2)


def _blown(sitter: Sitter, middle: Array, q: Array) -> Array:
    """Return the middles of rows that trail behind one who moves."""
    wind = sitter.bones.pose.wind
    if not wind:
        return middle
    back = -np.array(sitter.bones.pelvis.facing) * (1, 0, 1)
    share = ((q / 2) ** 1.4)[:, None] * wind * sitter.unit
    blown: Array = middle + (unit(back) * STREAM[0] + np.array((0.0, STREAM[1], 0.0))) * share
    return blown


def _eased(radii: Array) -> Array:
    """Return radii without the bump where hips turn into thighs."""
    for _ in range(2):
        radii = np.concatenate([radii[:1], (radii[:-2] + 2 * radii[1:-1] + radii[2:]) / 4, radii[-1:]])
    return radii


def _hanging_leg(sitter: Sitter, i: int, q: Array) -> Array:
    """Return points (n, 3) that cloth follows along a leg: the thigh, then the shin or what hangs from the knee."""
    hip, knee, ankle = (sitter.bones[f"{SIDES[i]} {j}"] for j in ("hip", "knee", "ankle"))
    shin = ankle - knee
    ahead = knee_front(sitter.bones, i)
    forward = float(np.dot(shin, unit(np.array((ahead[0], 0.0, ahead[2])))))
    length = float(np.linalg.norm(shin))
    if forward < 0.05 * length:
        shin = np.array((0.0, -length, 0.0))
    upper = hip + (knee - hip) * np.minimum(q, 1.0)[:, None]
    points: Array = upper + shin * np.maximum(q - 1.0, 0.0)[:, None]
    points[:, 1] = np.maximum(points[:, 1], sitter.floor + 0.03)
    return points


def rippled(loft: Loft, swing: float, floor: float) -> Array:
    """Return a drape's rings, waved towards a flared hem and kept off the floor."""
    rings = loft.rings()
    share = np.clip(loft.t / loft.t[-1], 0, 1)[:, None] ** 2
    turn = np.linspace(0, 2 * np.pi, rings.shape[1], endpoint=False)
    wave = 1 + 0.22 * min(swing, 0.4) * share * np.cos(WAVES * turn + 0.6)
    centre = loft.centre[:, None]
    waved: Array = centre + (rings - centre) * wave[..., None]
    return np.maximum(waved, (-1e9, floor + 0.005, -1e9))


def skirt_solids(sitter: Sitter) -> list[Sequence[Array | Loft]]:
    """Return what a skirt is made of, and what of that lies on thighs that are drawn up; its cloth is kept."""
    outfit = sitter.wears.outfit
    loft = sitter.lofts["skirt"] = drape(sitter, Cut(outfit.skirt, outfit.swing))
    lap = _on_thighs(sitter, 0.0, min(1.0, outfit.skirt))
    seat = sitter.flesh.trunk.cut(-0.2, 0.3, rows=8).grown(0.05 * sitter.unit)
    return [[rippled(loft, 0.0 if outfit.pleats else outfit.swing, sitter.floor), *lap, seat], lap]


def draw_skirt(sitter: Sitter, shape: Any, lap: Any) -> None:
    """Add a skirt of a shape on the frame; ``lap`` is what of it lies on the thighs."""
    outfit, paint, loft = sitter.wears.outfit, sitter.wears.lower, sitter.lofts["skirt"]
    length, pleats = outfit.skirt, outfit.pleats
    if sitter.seen(loft.centre[0], sitter.bones.pelvis.up) > 0.0:
        waist = shapely.difference(hull(loft.rings()[0], sitter.pen.camera), lap)
        shape = shapely.difference(shape, waist)
    part = Part(before_thighs(sitter), shape, paint, name="skirt")
    part.after += skirt_mouth(sitter, loft, paint, lap)
    part.after += _pleats(sitter, loft, paint, pleats) if pleats else _hem_folds(sitter, loft)
    part.after += _key_trims(sitter, loft, length)
    sitter.add(part)
    set_back(sitter, part.depth + LAYER)


def _on_thighs(sitter: Sitter, start: float, end: float) -> list[Loft]:
    """Return the cloth on thighs that are drawn up, between places along them."""
    thighs = (t for i, t in enumerate(sitter.flesh.thighs) if sitter.hang(i) < 0.5)
    return [t.cut(start, end).grown(0.05 * sitter.unit) for t in thighs]


def draw_lap(sitter: Sitter, depth: float) -> None:
    """Add a skirt once more where it lies on a lap, before the belly; its waist stays under what hangs over it."""
    wears, loft = sitter.wears, sitter.lofts["skirt"]
    end = float(loft.t[-1])
    lap = loft.cut(min(LAP, 0.5 * end), end)
    part = Part(depth, sitter.outline(lap, *_on_thighs(sitter, LAP, min(1.0, end))), wears.lower, name="lap")
    if wears.outfit.pleats:
        part.after += _pleats(sitter, lap, wears.lower, wears.outfit.pleats)
    part.after += skirt_mouth(sitter, loft, wears.lower, part.shape)
    sitter.add(part)


def before_thighs(sitter: Sitter) -> float:
    """Return the depth of cloth that lies over both thighs."""
    thighs = [sitter.z(*(sitter.bones[f"{s} {j}"] for j in ("hip", "knee"))) for s in SIDES]
    drawn = [p.depth for p in sitter.parts if p.name in ("left thigh", "right thigh")]
    return min(drawn + thighs) - 0.14 * sitter.unit


def skirt_mouth(sitter: Sitter, loft: Loft, paint: Paint, lap: Any) -> list[Ink]:
    """Return the inside of a hem seen from below but for what lies on a ``lap``, and the legs that come out of it."""
    axis = np.cross(loft.left[-1], loft.front[-1])
    axis = axis if axis @ (loft.centre[-1] - loft.centre[-2]) > 0 else -axis
    if sitter.seen(loft.centre[-1], axis) < 0.05:
        return []
    mouth = hull(loft.rings()[-1], sitter.pen.camera)
    mouth = max(polygons(shapely.difference(mouth, lap)), key=lambda p: float(p.area), default=shapely.Polygon())
    if mouth.is_empty:
        return []
    edge = shapely.get_coordinates(mouth.exterior)[:-1]
    hangs = axis[1] < -0.7
    marks: list[Ink] = [Area((edge,), HOLLOW if hangs else paint, shade=0.0 if hangs else 0.8)]
    for part in sorted(sitter.parts, key=lambda p: -p.depth):
        if part.name.endswith((" thigh", " shin", " foot")) and part.paint is not None:
            shape = part.shape
            if part.name.endswith("thigh"):
                shape = sitter.outline(sitter.lofts[part.name].cut(DECENT, 1.0))
            inside = shapely.intersection(shape, mouth)
            marks.append(Part(0.0, inside, part.paint, weight=0.8, shade=0.5))
    return marks + sitter.pen.outline(edge, 0.8, smooth=1)


def _pleats(sitter: Sitter, loft: Loft, paint: Paint, count: int) -> list[Ink]:
    """Return pleats: a line for each, and the narrow shade beside it; every other one dies out on its way up."""
    length = loft.t[-1]
    angle = np.arange(0, 360, 360 / (2 * count))[:, None] + 7.0
    start = np.array([max((-0.22, 0.50, -0.16, 0.34)[i % 4], loft.t[0]) for i in range(len(angle))])[:, None]
    t = start + (length - start) * np.linspace(0.0, 1.0, 9)[None]
    width = np.interp(t, (-0.22, length), (1.5, 6.0))
    marks: list[Ink] = []
    if sitter.pen.fine and sitter.pen.shades(paint):
        edge, normals = loft.surface(t, angle)
        inner, _ = loft.surface(t, angle + width)
        seen = np.sum(unit(np.array(sitter.pen.camera.eye) - edge) * normals, axis=2).min(axis=1) > 0.06
        strips = np.concatenate([edge, inner[:, ::-1]], axis=1)[seen]
        whole = shapely.union_all([*map(mended, shapely.polygons(sitter.pen.flat(strips)))]) if len(strips) else None
        rings = contours(whole) if whole is not None else ()
        marks += [Area(rings, paint, shade=0.8)] if rings else []
    k = len(angle)
    tapers = [((0.5, 0.0), (0.9, 0.0))[i % 2] for i in range(k)]
    return marks + sitter.creases(loft, t, angle, (0.46,) * k, tapers)


def _hem_folds(sitter: Sitter, loft: Loft) -> list[Ink]:
    """Return folds that rise from a hem and die out, and short ones from the waist."""
    if not sitter.pen.fine or not sitter.wears.outfit.plain:
        return []
    length = float(loft.t[-1])
    angle = np.array((-155, -118, -82, -50, -22, 14, 38, 66, 100, 140, 170))[:, None]
    start = length * (0.30 + 0.30 * ((np.arange(11) * 7) % 5) / 5)[:, None]
    t = start + (length - start) * np.linspace(0, 1, 9)[None]
    marks = sitter.creases(loft, t, angle + 6 * (t - start) / length, (0.5,) * 11, ((0.9, 0.0),) * 11)
    angle = np.array((-140, -100, -60, -30, 26, 58, 96, 150))[:, None]
    t = np.linspace(-0.2, 0.32, 7)[None] + 0.02 * (angle % 7) / 7
    return marks + sitter.creases(loft, t, angle - 8 * t, (0.42,) * 8, ((0.0, 0.9),) * 8)


def draw_apron(sitter: Sitter) -> None:
    """Add an apron's cloth over trousers."""
    loft = drape(sitter, Cut(0.92, 0.16))
    spots = np.array(((-52, -0.27), (-58, 0.4), (-50, 0.92), (50, 0.92), (58, 0.4), (52, -0.27)))
    flat = [
        sitter.pen.flat(loft.surface(p[:, 1], p[:, 0], 0.01 * sitter.unit)[0]) for p in sitter.in_sight(loft, spots)
    ]
    shape = shapely.union_all([mended(shapely.polygons(points)) for points in flat])
    if shape.is_empty:
        return
    part = Part(before_thighs(sitter), shape, sitter.paint("white"), smooth=1, shade=0.5, name="apron")
    for angle in (-30, -8, 16, 34) if sitter.pen.fine else ():
        part.after += sitter.crease(loft, np.linspace(0.3, 0.9, 8), angle, 0.45, (0.9, 0.0))
    sitter.add(part)
    set_back(sitter, part.depth + LAYER)


def _key_trims(sitter: Sitter, loft: Loft, length: float) -> list[Ink]:
    """Return what an outfit has on its skirt: an apron's cloth, the overlap of a kimono."""
    trims = sitter.wears.outfit.trims
    if "apron bib" in trims:
        t = (-0.27, length * 0.5, length * 0.88)
        spots = ((-46, t[0]), (-46, t[1]), (-42, t[2]), (42, t[2]), (46, t[1]), (46, t[0]))
        return sitter.trim(loft, Patch(spots, "white", 0.02))
    marks: list[Ink] = []
    if "dots" in trims:
        marks += [m for at in DOTS for m in sitter.trim(loft, Button(at, 0.035, "white", both=True))]
    if "wrap collar" in trims:
        marks += sitter.crease(loft, np.linspace(-0.2, length, 12), np.linspace(26, 12, 12), 0.8, (0.0, 0.0))
    return marks
