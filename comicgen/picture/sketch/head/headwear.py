"""Hats and caps into marks: solids of rings about the axis of the hair, open below."""

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .hair.locks import HAIR
from .hair.scalp import RIM, TILT
from .hood import draw_hood, draw_inside
from .pen import INK, Pen, light, mix
from .shapes import curve, hulled, polygon, smooth
from .sitter import Sitter
from .solids import below, disc, ink_on, paint_solid, solid
from .wear import Draw, cloth

GOLD: Colour = (240, 200, 80)


def _dome(sitter: Sitter, sizes: tuple[float, float, float, float], tilt: float, rows: int = 10) -> list[Array]:
    """Return the rings of a dome from its rim up; sizes are heights of rim and top, half width and half depth."""
    low, top, half, deep = sizes
    rings = []
    for a in np.linspace(0, np.pi / 2 * 0.97, rows):
        k = np.cos(a) ** 0.72
        rings.append(disc(sitter, low + (top - low) * np.sin(a), half * k, deep * k, deep * k, tilt * (1 - a / 1.6)))
    return rings


def _seams(pen: Pen, rings: list[Array], turns: tuple[int, ...], paint: Paint) -> None:
    """Ink lines from the rim to the top of a dome at places of its rings."""
    sitter, (colour, white) = pen.sitter, ink_on(paint)
    for index in turns:
        line = np.array([r[index % len(r)] for r in rings])
        seen = sitter.seen(line, line - (HAIR - (0, 0.2, 0))) > 0.05
        if seen.sum() > 3:
            pen.line(sitter.flat(line[seen]), 0.5, colour, white=white)


def _visor(pen: Pen, reach: float, drop: float, paint: Paint) -> None:
    """Draw a cap's visor: a bent sheet before the rim, its underside darker."""
    sitter = pen.sitter
    n = 19 if sitter.fine else 13
    t, middle = np.linspace(-1.12, 1.12, n), n // 2
    root = np.stack([np.sin(t) * 0.452 * sitter.wide, np.zeros(n), np.cos(t) * 0.49], axis=1)
    root[:, 1] = RIM + 0.02 + TILT * root[:, 2]
    out = np.cos(t * 0.92) ** 0.8
    edge = root + np.stack([np.sin(t) * 0.03, -drop * out - 0.045 * (np.abs(t) / 1.12) ** 2, reach * out], axis=1)
    root[:, 2] += HAIR[2]
    edge[:, 2] += HAIR[2]
    flat, rim = sitter.flat(root), sitter.flat(edge)
    normal = np.cross(root[middle + 1] - root[middle - 1], edge[middle] - root[middle])
    above = float((sitter.eye - edge[middle]) @ (normal * np.sign(normal[1]))) > 0
    lip = sitter.flat(edge - np.array((0.0, 0.020, 0.0)))
    whole = smooth(shapely.union_all(hulled(np.stack([flat, rim, lip], axis=1))), sitter)
    pen.fill(whole, Paint(mix(paint.colour, 0.4), min(1.0, paint.tone + 0.2), paint.black))
    sheet = smooth(polygon(np.concatenate([flat, rim[::-1]])), sitter)
    pen.fill(sheet, paint if above else Paint(mix(paint.colour, 0.35), min(1.0, paint.tone + 0.18), paint.black))
    pen.outline(whole, 1.0)
    colour, white = ink_on(paint)
    if not sitter.small and above:
        pen.line(curve(0.86 * rim[2:-2] + 0.14 * flat[2:-2], 16), 0.4, colour, white=white)


def _darker(colour: Colour) -> Paint:
    paint = cloth(colour)
    return Paint(mix(colour, 0.16), min(1.0, paint.tone + 0.08), paint.black)


def _peak(pen: Pen, colour: Colour) -> None:
    """Draw a cap's visor."""
    _visor(pen, 0.30, 0.125, _darker(colour))


def _shining_peak(pen: Pen, colour: Colour) -> None:
    """Draw the black visor of a uniform's cap, with its light."""
    sitter = pen.sitter
    _visor(pen, 0.22, 0.085, Paint(mix(colour, 0.9, INK), 1.0, black=True))
    if sitter.small or sitter.view[1] < -0.25:
        return
    t = np.linspace(-0.75, -0.2, 8)
    z = np.cos(t) * 0.49 + HAIR[2] + 0.16
    glint = np.stack([np.sin(t) * 0.455 * sitter.wide, RIM + 0.02 + TILT * (np.cos(t) * 0.49) - 0.052, z], axis=1)
    pen.line(sitter.flat(glint), 0.9, (225, 228, 240), white=True)


def _over(peak: Draw, rings: list[Array], pen: Pen, colour: Colour) -> bool:
    """Draw a visor that the crown hides in part, seen from above; tell whether it still has to be drawn."""
    if pen.sitter.view[2] <= 0:
        return False
    if pen.sitter.view[1] > 0.8:
        peak(pen, colour)
        return False
    return True


def _cap(pen: Pen, colour: Colour) -> None:
    sitter, paint = pen.sitter, cloth(colour)
    rings = _dome(sitter, (RIM, 1.105, 0.462, 0.50), TILT)
    later = _over(_peak, rings, pen, colour)
    paint_solid(pen, solid(sitter, rings, opened=True), paint)
    if not sitter.small:
        _seams(pen, rings, (0, 4, 8, 12, 16, 20), paint)
        top = sitter.flat(rings[-1].mean(axis=0))
        knob = np.stack([np.cos(np.linspace(0, 6.28, 14)), 0.55 * np.sin(np.linspace(0, 6.28, 14))], axis=1)[:-1]
        if sitter.view[1] > -0.3:
            pen.fill(top + knob * 0.034 * sitter.size, paint)
            pen.loop(top + knob * 0.034 * sitter.size, 0.6)
    if later:
        _peak(pen, colour)


def _uniform_cap(pen: Pen, colour: Colour) -> None:
    """Draw the peaked cap of a guard or an officer: band, crown that rises in front, badge, strap, shining visor."""
    sitter, paint = pen.sitter, cloth(colour)
    band = [disc(sitter, y, 0.458, 0.497, 0.487, TILT) for y in (RIM, RIM + 0.06, RIM + 0.115)]
    crown = [
        disc(sitter, RIM + 0.115, 0.458, 0.497, 0.487, TILT),
        disc(sitter, RIM + 0.22, 0.508, 0.538, 0.520, 0.23),
        disc(sitter, RIM + 0.30, 0.532, 0.560, 0.540, 0.26),
        disc(sitter, RIM + 0.35, 0.518, 0.545, 0.525, 0.26),
        disc(sitter, RIM + 0.385, 0.40, 0.42, 0.41, 0.25),
    ]
    later = _over(_shining_peak, band, pen, colour)
    paint_solid(pen, solid(sitter, crown, opened=True), paint)
    if not sitter.small:
        _welt(pen, crown[2], paint)
    paint_solid(pen, solid(sitter, band, opened=True), cloth(mix(colour, 0.55)), 0.4)
    if later:
        _shining_peak(pen, colour)
    _badge(pen)


def _welt(pen: Pen, rim: Array, paint: Paint) -> None:
    """Ink the seam round the widest part of a crown where it faces the camera."""
    sitter, (colour, white) = pen.sitter, ink_on(paint)
    around = np.roll(rim, -int(np.argmax(sitter.depth(rim))), axis=0)
    seen = sitter.seen(around, around - around.mean(axis=0)) > 0.12
    if seen.sum() > 4:
        pen.line(sitter.flat(around[seen]), 0.55, colour, white=white)


def _badge(pen: Pen) -> None:
    sitter = pen.sitter
    if sitter.view[2] < 0.12:
        return
    t = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    y = RIM + 0.175 + TILT * 0.5
    badge = np.stack([0.056 * np.cos(t), y + 0.066 * np.sin(t), 0.505 + 0.35 * (0.066 * np.sin(t))], axis=1)
    pen.fill(sitter.flat(badge), Paint(GOLD, 0.0))
    pen.loop(sitter.flat(badge), 0.6)
    if not sitter.small:
        inner = badge.mean(axis=0) + 0.5 * (badge - badge.mean(axis=0))
        pen.loop(sitter.flat(inner), 0.35)


def _brim(pen: Pen, colour: Colour, near: bool) -> None:
    """Draw the near or the far half of a brim; seen from above the near one is all of it."""
    sitter, paint = pen.sitter, cloth(colour)
    rim = disc(sitter, 0.675, 0.70, 0.74, 0.72, 0.06)
    turn = np.linspace(0, 4 * np.pi, len(rim), endpoint=False)
    rim[:, 1] -= 0.045 * np.cos(turn) + 0.02
    base = disc(sitter, 0.685, 0.455, 0.485, 0.485, 0.10)
    above = not below(sitter, base)
    rim, base = (np.concatenate([r, r[:1]]) for r in (rim, base))
    flat, root, deep = sitter.flat(rim), sitter.flat(base), sitter.depth(base)
    wanted = (deep < float(sitter.depth(HAIR))) == near if not above else np.full(len(deep), near)
    if wanted[:-1].any():
        quads = hulled(np.stack([flat, root], axis=1))[wanted[:-1]]
        shape = smooth(shapely.union_all(quads).buffer(0.003 * sitter.size, quad_segs=2), sitter)
        under = Paint(mix(colour, 0.35), min(1.0, paint.tone + 0.18), paint.black)
        paint_solid(pen, shape, paint if above else under, 0.4)


def _hat(pen: Pen, colour: Colour) -> None:
    """Draw a hat with a brim all round: seen from below, its far half lies behind the head."""
    sitter = pen.sitter
    sizes = ((0.795, 0.458, 0.488), (0.88, 0.452, 0.480), (1.02, 0.415, 0.435), (1.10, 0.36, 0.37), (1.13, 0.24, 0.25))
    low = below(sitter, disc(sitter, 0.685, 0.46, 0.49, 0.49, 0.10))
    if not low:
        _brim(pen, colour, near=True)
    ribbon = solid(sitter, [disc(sitter, y, 0.468, 0.498, 0.498, 0.10) for y in (0.685, 0.74, 0.795)], opened=True)
    pen.fill(ribbon, cloth(mix(colour, 0.6) if light(colour) > 70 else (150, 60, 60)))
    pen.outline(ribbon, 0.8)
    paint_solid(pen, solid(sitter, [disc(sitter, y, h, d, d, 0.10) for y, h, d in sizes], opened=True), cloth(colour))
    if not sitter.small:
        dent = np.array(((-0.16, 1.09, 0.26), (-0.08, 1.045, 0.345), (0.02, 1.035, 0.36), (0.12, 1.06, 0.33)))
        ink, white = ink_on(cloth(colour))
        if sitter.view[2] > 0.1:
            pen.line(sitter.flat(curve(dent, 12)), 0.55, ink, white=white)
    if low:
        _brim(pen, colour, near=True)


def _beanie(pen: Pen, colour: Colour) -> None:
    sitter, paint = pen.sitter, cloth(colour)
    rings = _dome(sitter, (RIM + 0.02, 1.15, 0.465, 0.505), 0.12)
    paint_solid(pen, solid(sitter, rings, opened=True), paint)
    if not sitter.small:
        _seams(pen, rings[2:], (1, 5, 9, 13, 17, 21), paint)
    fold = [
        disc(sitter, y, h, d, d, 0.13)
        for y, h, d in ((0.575, 0.462, 0.498), (0.60, 0.486, 0.520), (0.70, 0.488, 0.522), (0.73, 0.468, 0.502))
    ]
    band = solid(sitter, fold, opened=True)
    paint_solid(pen, band, Paint(mix(colour, 0.14), min(1.0, paint.tone + 0.06), paint.black), 0.5)
    if not sitter.small:
        line, white = ink_on(paint)
        for i in range(len(fold[0])):
            rib = np.array([f[i] for f in fold])
            if float(sitter.seen(rib[1], rib[1] - HAIR)) > 0.12:
                pen.line(sitter.flat(rib), 0.42, line, white=white)


def _from_behind(draw: Draw) -> Draw:
    """Return the drawing that is made only where the face is turned away."""

    def drawn(pen: Pen, colour: Colour) -> None:
        if pen.sitter.view[2] <= 0:
            draw(pen, colour)

    return drawn


def _far_brim(pen: Pen, colour: Colour) -> None:
    _brim(pen, colour, near=False)


HATS: dict[str, Draw] = {"beanie": _beanie, "hat": _hat, "cap": _cap, "uniform cap": _uniform_cap, "hood": draw_hood}
"""What covers the crown: no hair stands up under it."""
FAR: dict[str, Draw] = {
    "hat": _far_brim,
    "cap": _from_behind(_peak),
    "uniform cap": _from_behind(_shining_peak),
    "hood": draw_inside,
}
"""What of them the head hides."""
