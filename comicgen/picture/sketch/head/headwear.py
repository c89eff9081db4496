"""Hats and caps into marks: solids of rings about the axis of the hair, open below."""

from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from ....drawing import Colour
from ..loft import ring
from ..marks import Array, Paint
from .locks import HAIR
from .pen import INK, Pen, light, mix, polygon, smooth
from .sitter import Sitter
from .wear import Draw, cloth

GOLD: Colour = (240, 200, 80)
SIDES = (1.0, -1.0)


def disc(sitter: Sitter, y: float, half: float, ahead: float, behind: float, tilt: float = 0.0) -> Array:
    """Return one level ring (n, 3) about the hair's axis at height ``y``; ``tilt`` lifts its front."""
    left, front = np.array(((1.0, 0.0, 0.0),)), np.array(((0.0, 0.0, 1.0),))
    points = ring(np.array(((0.0, y, HAIR[2]),)), left, front, (half * sitter.wide, ahead, behind))[0]
    tilted: Array = points + np.outer(points[:, 2] - HAIR[2], (0.0, tilt, 0.0))
    return tilted


def solid(sitter: Sitter, rings: list[Array], opened: bool = False) -> Any:
    """Return what the hull between neighbouring rings covers on the frame; ``opened`` at its first ring below."""
    flat = sitter.flat(np.stack(rings))
    pairs = np.concatenate([flat[:-1], flat[1:]], axis=1)
    shape = shapely.union_all(shapely.convex_hull(shapely.linestrings(pairs)))
    if opened and below(sitter, rings[0]):
        shape = shapely.difference(shape, polygon(flat[0]))
    return smooth(shape, sitter)


def below(sitter: Sitter, rim: Array) -> bool:
    """Tell whether the camera looks into a ring from below."""
    middle = rim.mean(axis=0)
    quarter = len(rim) // 4
    normal = np.cross(rim[quarter] - middle, rim[0] - middle)
    return bool((sitter.eye - middle) @ normal * np.sign(normal[1]) < 0)


def paint_solid(pen: Pen, shape: Any, paint: Paint, shade: float = 0.6) -> None:
    """Fill a shape, shade it below right and ink its outline."""
    h = pen.sitter.size
    pen.fill(shape, paint)
    if not pen.sitter.small and not shape.is_empty:
        pen.fill(shapely.difference(shape, translate(shape, -0.08 * h, -0.08 * h)), paint, shade)
    pen.outline(shape, 1.0)


def _dome(sitter: Sitter, low: float, top: float, half: float, deep: float, rows: int = 10) -> list[Array]:
    angles = np.linspace(0, np.pi / 2 * 0.97, rows)
    return [
        disc(
            sitter,
            low + (top - low) * np.sin(a),
            half * np.cos(a) ** 0.75,
            deep * np.cos(a) ** 0.75,
            deep * np.cos(a) ** 0.75,
            0.08,
        )
        for a in angles
    ]


def _seams(pen: Pen, rings: list[Array], turns: tuple[int, ...], colour: Colour, white: bool) -> None:
    """Ink lines from the rim to the top of a dome at places of its rings."""
    sitter = pen.sitter
    for index in turns:
        line = np.array([r[index] for r in rings])
        if float(sitter.seen(line[2], line[2] - (HAIR - (0, 0.2, 0)))) > 0.05:
            pen.line(sitter.flat(line), 0.5, colour, white=white)


def _visor(sitter: Sitter, reach: float, drop: float, y: float) -> Any:
    t = np.linspace(-1.15, 1.15, 18)
    root = np.stack([np.sin(t) * 0.45 * sitter.wide, np.full(18, y), np.cos(t) * 0.47 + HAIR[2]], axis=1)
    u = np.linspace(1.0, -1.0, 18)
    rim = np.stack(
        [np.sin(u) * 0.46 * sitter.wide, y - drop + 0.035 * np.cos(u * 1.5), np.cos(u) * reach + 0.0], axis=1
    )
    points = np.concatenate([root, rim, rim - np.array((0.0, 0.022, 0.0))])
    return smooth(shapely.convex_hull(shapely.linestrings(sitter.flat(points))), sitter)


def _peak(pen: Pen, colour: Colour) -> None:
    """Draw a cap's visor."""
    paint = cloth(colour)
    darker = Paint(mix(colour, 0.16), min(1.0, paint.tone + 0.08), paint.black)
    paint_solid(pen, _visor(pen.sitter, 0.80, 0.17, 0.735), darker, 0.4)


def _shining_peak(pen: Pen, colour: Colour) -> None:
    """Draw the black visor of a uniform's cap."""
    visor = _visor(pen.sitter, 0.70, 0.11, 0.70)
    pen.fill(visor, Paint(mix(colour, 0.9, INK), 1.0, black=True))
    pen.outline(visor, 0.9)


def _cap(pen: Pen, colour: Colour) -> None:
    sitter = pen.sitter
    rings = _dome(sitter, 0.685, 1.095, 0.462, 0.495)
    dome = solid(sitter, rings, opened=True)
    if sitter.view[1] > 0.75 and sitter.view[2] > 0:
        _peak(pen, colour)
    _cap_dome(pen, dome, rings, cloth(colour))
    if sitter.view[2] > 0 and sitter.view[1] <= 0.75:
        _peak(pen, colour)


def _cap_dome(pen: Pen, dome: Any, rings: list[Array], paint: Paint) -> None:
    paint_solid(pen, dome, paint)
    if not pen.sitter.small:
        line = mix(paint.colour, 0.5, (200, 200, 215)) if paint.black else mix(paint.colour, 0.55)
        _seams(pen, rings, (0, 4, 8, 12, 16, 20), line, paint.black)


def _uniform_cap(pen: Pen, colour: Colour) -> None:
    """Draw the peaked cap of a guard or an officer: band, flat crown that rises in front, badge and shining visor."""
    sitter, paint = pen.sitter, cloth(colour)
    band = [disc(sitter, y, 0.455, 0.485, 0.475) for y in (0.68, 0.73, 0.79)]
    crown = [
        disc(sitter, 0.79, 0.455, 0.485, 0.475),
        disc(sitter, 0.95, 0.53, 0.55, 0.53, 0.09),
        disc(sitter, 1.03, 0.52, 0.54, 0.52, 0.12),
        disc(sitter, 1.075, 0.40, 0.42, 0.40, 0.12),
    ]
    dark = cloth(mix(colour, 0.55))
    paint_solid(pen, solid(sitter, band, opened=True), dark, 0.4)
    paint_solid(pen, solid(sitter, crown), paint)
    if sitter.view[2] >= 0:
        _shining_peak(pen, colour)
        _badge(pen)


def _badge(pen: Pen) -> None:
    sitter = pen.sitter
    if sitter.view[2] < 0.15:
        return
    t = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    badge = np.stack([0.052 * np.cos(t), 0.80 + 0.062 * np.sin(t), np.full(20, 0.475)], axis=1)
    pen.fill(sitter.flat(badge), Paint(GOLD, 0.0))
    pen.loop(sitter.flat(badge), 0.55)


def _brim(pen: Pen, colour: Colour, near: bool) -> None:
    """Draw the near or the far half of a brim; seen from above the near one is all of it."""
    sitter, paint = pen.sitter, cloth(colour)
    rim = disc(sitter, 0.70, 0.70, 0.74, 0.72, -0.05)
    rim[:, 1] -= 0.05 * np.cos(np.linspace(0, 4 * np.pi, len(rim), endpoint=False))
    base = disc(sitter, 0.70, 0.45, 0.48, 0.48)
    above = not below(sitter, base)
    rim, base = (np.concatenate([r, r[:1]]) for r in (rim, base))
    flat, root, deep = sitter.flat(rim), sitter.flat(base), sitter.depth(base)
    wanted = (deep < float(sitter.depth(HAIR))) == near if not above else np.full(len(deep), near)
    quads = [polygon(np.array((flat[i], flat[i + 1], root[i + 1], root[i]))) for i in range(len(flat) - 1) if wanted[i]]
    if quads:
        shape = smooth(shapely.union_all(quads).buffer(0.003 * sitter.size), sitter)
        under = Paint(mix(colour, 0.35), min(1.0, paint.tone + 0.18), paint.black)
        paint_solid(pen, shape, paint if above else under, 0.4)


def _hat(pen: Pen, colour: Colour) -> None:
    """Draw a hat with a brim all round: seen from below, its far half lies behind the head."""
    sitter = pen.sitter
    sizes = ((0.70, 0.46, 0.49), (0.85, 0.45, 0.48), (1.0, 0.42, 0.44), (1.08, 0.38, 0.39), (1.11, 0.26, 0.27))
    low = below(sitter, disc(sitter, 0.70, 0.46, 0.49, 0.49))
    if not low:
        _brim(pen, colour, near=True)
    paint_solid(pen, solid(sitter, [disc(sitter, y, h, d, d) for y, h, d in sizes], opened=True), cloth(colour))
    ribbon = solid(sitter, [disc(sitter, y, 0.466, 0.496, 0.496) for y in (0.71, 0.76, 0.80)], opened=True)
    pen.fill(ribbon, cloth(mix(colour, 0.6) if light(colour) > 70 else (150, 60, 60)))
    pen.outline(ribbon, 0.7)
    if low:
        _brim(pen, colour, near=True)


def _beanie(pen: Pen, colour: Colour) -> None:
    sitter, paint = pen.sitter, cloth(colour)
    rings = _dome(sitter, 0.70, 1.13, 0.465, 0.50)
    paint_solid(pen, solid(sitter, rings, opened=True), paint)
    fold = [
        disc(sitter, y, h, d, d)
        for y, h, d in ((0.635, 0.462, 0.495), (0.66, 0.482, 0.515), (0.76, 0.484, 0.517), (0.785, 0.465, 0.50))
    ]
    band = solid(sitter, fold, opened=True)
    paint_solid(pen, band, Paint(mix(colour, 0.14), min(1.0, paint.tone + 0.06), paint.black), 0.5)
    if not sitter.small:
        line = mix(colour, 0.5, (200, 200, 215)) if paint.black else mix(colour, 0.5)
        for i in range(len(fold[0])):
            rib = np.array([f[i] for f in fold])
            if float(sitter.seen(rib[1], rib[1] - HAIR)) > 0.12:
                pen.line(sitter.flat(rib), 0.42, line, white=paint.black)


def _from_behind(draw: Draw) -> Draw:
    """Return the drawing that is made only where the face is turned away."""

    def drawn(pen: Pen, colour: Colour) -> None:
        if pen.sitter.view[2] < 0:
            draw(pen, colour)

    return drawn


def _far_brim(pen: Pen, colour: Colour) -> None:
    _brim(pen, colour, near=False)


HATS: dict[str, Draw] = {"beanie": _beanie, "hat": _hat, "cap": _cap, "uniform cap": _uniform_cap}
"""What covers the crown: no hair stands up under it."""
FAR: dict[str, Draw] = {"hat": _far_brim, "cap": _from_behind(_peak), "uniform cap": _from_behind(_shining_peak)}
"""What of them the head hides."""
