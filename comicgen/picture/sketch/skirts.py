"""Cloth round both legs into parts: skirts, robes and the tails of coats."""

import numpy as np
import shapely

from .flesh import knee_front
from .loft import Loft, across, hull, unit
from .marks import Area, Array, Mark, Paint
from .pen import Joint, Part
from .sitter import INSIDE, Sitter
from .trims import Button, Patch

DOTS = ((20, 0.4), (60, 0.7), (24, 1.1), (70, 1.3), (110, 0.5), (150, 0.9), (130, 1.5), (30, 1.6))
"""Where the pattern of a yukata lies on its skirt."""


def skirt_loft(sitter: Sitter, length: float, swing: float, start: float = 0.30) -> Loft:
    """Return the cloth from the waist round both legs; ``length`` along the leg, 1 at the knee, 2 at the ankle.

    Rows follow the legs' middle; below a knee bent back the cloth hangs. Its t is the place along the leg,
    negative above the hips.
    """
    bones, h = sitter.bones, sitter.unit
    waist = sitter.flesh.trunk.cut(-0.02, start, rows=5)
    q = np.linspace(0.12, length, 11)
    legs = np.stack([_hanging_leg(sitter, i, q) for i in (0, 1)])
    middle = legs.mean(axis=0)
    centre = np.concatenate([waist.centre[::-1], middle])
    front = unit(knee_front(bones, 0)) + unit(knee_front(bones, 1))
    k = np.clip(np.concatenate([np.full(5, 0.0), q / 0.5]), 0, 1)[:, None]
    facing = np.array(bones.pelvis.facing) * (1 - 0.6 * k) + unit(front) * 0.6 * k
    left, ahead = across(-np.gradient(centre, axis=0), facing)
    apart = legs[0] - legs[1]
    wide = np.abs((apart * left[5:]).sum(axis=1)) / 2
    deep = np.abs((apart * ahead[5:]).sum(axis=1)) / 2
    flesh = np.interp(q, (0.0, 1.0, 2.0), (0.37, 0.25, 0.20)) * bones.build.limb
    # Cloth flares only where it hangs; on a lap it lies on the thighs.
    down = np.clip(-unit(np.gradient(middle, axis=0))[:, 1] * 1.25 - 0.1, 0, 1)
    flare = swing * (q / length) ** 1.15 * min(1.0, length) * (0.25 + 0.75 * down)
    over, under = (flesh + 0.05 + flare) * h, (flesh + 0.02 + flare * down) * h
    grow = 0.05 * h
    half = _eased(np.concatenate([waist.half[::-1] + grow, wide + over * 1.04]))
    before = _eased(np.concatenate([waist.before[::-1] + grow, deep * 0.9 + over]))
    behind = _eased(np.concatenate([waist.behind[::-1] + grow, deep * 0.9 + under * 1.03]))
    t = np.concatenate([-waist.t[::-1], q])
    return Loft(t, centre, left, ahead, half, before, behind, 2.2)


def _eased(radii: Array) -> Array:
    """Return radii without the bump where hips turn into thighs."""
    for _ in range(2):
        radii = np.concatenate([radii[:1], (radii[:-2] + 2 * radii[1:-1] + radii[2:]) / 4, radii[-1:]])
    return radii


def _hanging_leg(sitter: Sitter, i: int, q: Array) -> Array:
    """Return points (n, 3) that cloth follows along a leg: the thigh, then the shin or what hangs from the knee."""
    side = ("left", "right")[i]
    hip, knee, ankle = (sitter.bones[f"{side} {j}"] for j in ("hip", "knee", "ankle"))
    shin = ankle - knee
    ahead = knee_front(sitter.bones, i) - (knee - hip) * 0.0
    flat = np.array((ahead[0], 0.0, ahead[2]))
    forward = float(np.dot(shin, unit(flat)))
    length = float(np.linalg.norm(shin))
    if forward < 0.05 * length:
        shin = np.array((0.0, -length, 0.0))
    upper = hip + (knee - hip) * np.minimum(q, 1.0)[:, None]
    points: Array = upper + shin * np.maximum(q - 1.0, 0.0)[:, None]
    floor = float(sitter.actor.position[1]) + 0.03
    points[:, 1] = np.maximum(points[:, 1], floor)
    return points


def draw_skirt(sitter: Sitter, length: float, paint: Paint, pleats: int, coat: bool = False) -> None:
    """Add a skirt, or a coat's tails with their front opening."""
    outfit, h = sitter.wears.outfit, sitter.unit
    grow = (0.05 + outfit.offset * 0.6) if coat else 0.05
    loft = skirt_loft(sitter, length, outfit.swing, 0.42 if coat else 0.32)
    loft = loft.grown((grow - 0.05) * h)
    legs = [t.cut(0.0, min(1.0, length)).grown(grow * h) for t in sitter.flesh.thighs]
    seat = sitter.flesh.trunk.cut(-0.2, 0.3, rows=8).grown(grow * h)
    floor = float(sitter.actor.position[1]) + 0.005
    cloth_rings = np.maximum(loft.rings(), (-1e9, floor, -1e9))
    shape = sitter.outline(cloth_rings, *legs, seat)
    thighs = [sitter.z(*(sitter.bones[f"{s} {j}"] for j in ("hip", "knee"))) for s in ("left", "right")]
    key = min([p.depth for p in sitter.parts if p.name in ("left thigh", "right thigh")] + thighs) - 0.14 * h
    top = next((p.depth for p in sitter.parts if p.name == "top"), None)
    part = Part(
        key if top is None or not coat else max(key, top + 0.0005), shape, paint, name="tails" if coat else "skirt"
    )
    part.after += _skirt_mouth(sitter, loft, paint)
    part.after += _skirt_lines(sitter, loft, length, pleats, coat)
    if coat:
        part.joints.append(Joint(sitter.shapes["top"], np.zeros(2), 1e9))
        next(p for p in sitter.parts if p.name == "top").joints.append(Joint(shape, np.zeros(2), 1e9))
    sitter.add(part)


def _skirt_mouth(sitter: Sitter, loft: Loft, paint: Paint) -> list[Mark]:
    """Return the inside of a hem seen from below, and the legs that come out of it."""
    axis = unit(loft.centre[-1] - loft.centre[-2])
    if sitter.seen(loft.centre[-1], axis) < 0.05:
        return []
    mouth = hull(loft.rings()[-1], sitter.pen.camera)
    if mouth.is_empty:
        return []
    edge = shapely.get_coordinates(mouth.exterior)[:-1]
    hangs = axis[1] < -0.8
    marks: list[Mark] = [Area((edge,), INSIDE if hangs else paint, shade=0.0 if hangs else 0.8)]
    for part in sorted(sitter.parts, key=lambda p: -p.depth):
        if part.name.endswith((" thigh", " shin", " foot")) and part.paint is not None:
            inside = shapely.intersection(part.shape, mouth)
            marks += sitter.pen.marks(Part(0.0, inside, part.paint, weight=0.8, shade=0.5))
    return marks + sitter.pen.outline(edge, 0.8, smooth=1)


def _skirt_lines(sitter: Sitter, loft: Loft, length: float, pleats: int, coat: bool) -> list[Mark]:
    marks: list[Mark] = []
    if coat:
        line = np.linspace(-0.3, length, 12)
        points, normals = loft.surface(line, 5.0)
        marks += sitter.pen.line_on(points, normals, 0.75, (0.0, 0.0))
    if not sitter.pen.fine or not sitter.wears.outfit.plain:
        return marks
    if pleats:
        for angle in np.arange(0, 360, 360 / (2 * pleats)) + 7:
            line = np.linspace(-0.22, length, 12)
            points, normals = loft.surface(line, angle)
            marks += sitter.pen.line_on(points, normals, 0.45, (0.3, 0.0))
        return marks
    for k, angle in enumerate((-155, -118, -82, -50, -22, 14, 38, 66, 100, 140, 170)):
        start = length * (0.35 + 0.25 * ((k * 7) % 5) / 5)
        line = np.linspace(start, length, 10)
        points, normals = loft.surface(line, angle + 6 * (line - start) / length)
        marks += sitter.pen.line_on(points, normals, 0.5, (0.9, 0.0))
    return marks + _key_trims(sitter, loft, length)


def _key_trims(sitter: Sitter, loft: Loft, length: float) -> list[Mark]:
    """Return what an outfit has on its skirt: an apron's cloth, the overlap of a kimono."""
    trims = sitter.wears.outfit.trims
    if "apron bib" in trims:
        t = (-0.27, length * 0.5, length * 0.88)
        spots = ((-46, t[0]), (-46, t[1]), (-42, t[2]), (42, t[2]), (46, t[1]), (46, t[0]))
        return sitter.trim(loft, Patch(spots, "white", 0.02))
    if "dots" in trims:
        return [m for at in DOTS for m in sitter.trim(loft, Button(at, 0.035, "white", both=True))]
    if "wrap collar" in trims:
        points, normals = loft.surface(np.linspace(-0.2, length, 12), np.linspace(26, 12, 12))
        return sitter.pen.line_on(points, normals, 0.8, (0.0, 0.0))
    return []
