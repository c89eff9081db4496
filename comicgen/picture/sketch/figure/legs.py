"""Legs into parts: skin, trousers, shorts and stockings."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..loft import Loft, unit
from ..marks import Array
from ..pen import Ink, Part
from ..tubes import tube
from ..wardrobe.outfits import cloth
from ..wardrobe.trims import Seam
from . import folds as f
from .feet import draw_foot, shoe
from .flesh import knee_front
from .folds import Fold, folds
from .limb import OUTSIDE, SIDES, Limb, bend_of, fold, opening
from .sitter import Sitter

# Trousers: (t, half width, depth, forward offset) in heads; the hem lies on the shoe.
TROUSER_THIGH = (
    *((0, 0.36, 0.38, 0), (0.2, 0.35, 0.375, 0.015), (0.5, 0.285, 0.315, 0.025)),
    *((0.85, 0.225, 0.245, 0.01), (1, 0.215, 0.235, 0.01)),
)
TROUSER_SHIN = (
    *((0, 0.212, 0.232, 0), (0.12, 0.21, 0.228, -0.02), (0.3, 0.222, 0.242, -0.045), (0.6, 0.195, 0.212, -0.03)),
    *((0.78, 0.178, 0.195, -0.008), (0.87, 0.19, 0.208, 0.004), (0.94, 0.186, 0.205, 0.012)),
    (1.04, 0.20, 0.225, 0.03),
)
WIDE_SHIN = ((0, 0.225, 0.245, 0), (0.4, 0.235, 0.255, -0.02), (0.8, 0.235, 0.255, 0), (1.04, 0.25, 0.27, 0.03))
CHIBI_TROUSERS = (((0, 0.34, 0.36, 0), (1, 0.26, 0.28, 0)), ((0, 0.26, 0.28, 0), (1, 0.20, 0.22, 0)))
PLEATED = ("suit", "uniform", "gakuran", "school blazer")
"""Outfits whose trousers are pressed."""
BENT, DRAWN_UP = 0.5, 0.55
"""Radians from which a knee counts as bent; how far a thigh hangs from which it is drawn up."""
STRIPE = Seam(((90, 0.04), (90, 0.5), (90, 0.97)), 1.5, paint="white")
FOOT = 1.1
"""Heads from an ankle within which all of its foot is."""
BIG = 5.0
"""Head height in frame units from which seams are drawn."""


def draw_legs(sitter: Sitter) -> None:
    """Add both legs with trousers or bare, and those feet that the frame shows."""
    limbs = [_leg(sitter, i) for i in (0, 1)]
    feet = [i for i in (0, 1) if sitter.in_frame(limbs[i].ends[2], FOOT)]
    solids: list[Sequence[Array | Loft]] = []
    for i, limb in enumerate(limbs):
        solids += [[limb.upper], [limb.lower], _stocking(sitter, i)]
    shapes = sitter.outlines([*solids, *(shoe(sitter, i) for i in feet)])
    for i, limb in enumerate(limbs):
        _leg_parts(sitter, i, limb, shapes[3 * i : 3 * i + 3])
        if i in feet:
            draw_foot(sitter, i, limb, shapes[len(solids) + feet.index(i)])


def _leg(sitter: Sitter, i: int) -> Limb:
    bones, h = sitter.bones, sitter.unit
    hip, knee, ankle = (bones[f"{SIDES[i]} {j}"] for j in ("hip", "knee", "ankle"))
    if sitter.wears.bottom == "trousers":
        upper, lower = _trousers(sitter, i, (hip, knee, ankle))
    else:
        upper, lower = sitter.flesh.thighs[i], sitter.flesh.shins[i]
    hang = sitter.hang(i)
    down = max(0.0, float(-unit(ankle - knee)[1]))
    near = (sitter.z(hip, knee) + 0.38 * h * hang, sitter.z(knee, ankle) + 0.2 * h * hang * down)
    return Limb(upper, lower, (hip, knee, ankle), near, bend_of(hip, knee, ankle))


def _trousers(sitter: Sitter, i: int, ends: tuple[Array, Array, Array]) -> tuple[Loft, Loft]:
    hip, knee, ankle = ends
    build, outfit, h = sitter.bones.build, sitter.wears.outfit, sitter.unit
    facing = knee_front(sitter.bones, i)
    thigh, shin = CHIBI_TROUSERS if build.chibi else (TROUSER_THIGH, WIDE_SHIN if outfit.width else TROUSER_SHIN)
    wide = outfit.width + 0.01
    upper = tube(hip, knee, facing, thigh, scale=h * build.limb).grown(wide * h)
    lower = tube(knee, ankle, facing, shin, scale=h * build.limb, rows=12).grown(wide * h)
    lower = lower.cut(0.0, 0.42) if outfit.shoes == "boot" else lower
    return upper.closed(True, True), lower.closed(True, False)


def _leg_parts(sitter: Sitter, i: int, limb: Limb, shapes: Sequence[Any]) -> None:
    wears, pen, side = sitter.wears, sitter.pen, SIDES[i]
    cloth_on = wears.bottom == "trousers"
    paint = wears.lower if cloth_on else wears.skin
    hip, knee, _ = limb.ends
    upper, lower, stocking = shapes
    thigh = Part(limb.near[0], upper, paint, name=f"{side} thigh")
    shin = Part(limb.near[1], lower, paint, name=f"{side} shin")
    thigh.joints.append(pen.disc(hip, 0.42 * sitter.bones.build.limb))
    radius = 1.6 * float(limb.lower.half[0]) / sitter.unit
    if limb.near[1] < limb.near[0]:
        shin.joints.append(pen.disc(knee, radius, upper))
    else:
        thigh.joints.append(pen.disc(knee, radius, lower))
    if cloth_on and "sleeve stripes" in wears.outfit.trims:
        for part, loft in ((thigh, limb.upper), (shin, limb.lower)):
            part.after += sitter.trim(loft, STRIPE, OUTSIDE[i])
    if pen.fine:
        sign = OUTSIDE[i]
        thigh.after += folds(sitter, limb.upper, _thigh_folds(sitter, i, limb), sign) if cloth_on else []
        shin.after += folds(sitter, limb.lower, _shin_folds(sitter, limb), sign) if cloth_on else []
        shin.after += [] if cloth_on else _knee_marks(sitter, limb)
    sitter.lofts[thigh.name] = limb.upper
    sitter.add(thigh)
    sitter.add(shin)
    if wears.bottom == "shorts":
        _shorts(sitter, i, limb)
    if not stocking.is_empty:
        _cover(sitter, i, stocking, shin)


def _thigh_folds(sitter: Sitter, i: int, limb: Limb) -> Sequence[Fold]:
    """Return where the cloth of a thigh is creased: at the crotch, over a lap, round a bent knee."""
    outfit, bent = sitter.wears.outfit, limb.bend > BENT
    if not outfit.plain:
        return ()
    drawn_up = sitter.hang(i) < DRAWN_UP
    found: tuple[Fold, ...] = f.LAP if drawn_up else f.CROTCH
    found = (*found, *(f.KNEE_BENT if bent else f.KNEE_STRAIGHT), *(f.STRIDE if drawn_up or bent else ()))
    if sitter.pen.head > BIG:
        found = (*found, *(f.PRESSED if outfit.key in PLEATED else f.SIDE_SEAM))
    return found


def _shin_folds(sitter: Sitter, limb: Limb) -> Sequence[Fold]:
    outfit = sitter.wears.outfit
    if not outfit.plain:
        return ()
    found = (*(f.SHIN_BENT if limb.bend > BENT else f.SHIN_STRAIGHT), *(f.BREAK if outfit.shoes != "boot" else ()))
    if sitter.pen.head > BIG:
        found = (*found, *(f.SHIN_PRESSED if outfit.key in PLEATED else f.SHIN_SEAM))
    return found


def _knee_marks(sitter: Sitter, limb: Limb) -> list[Ink]:
    """Return the kneecap of a bare leg, and the hollow behind it."""
    if limb.bend > 1.2:
        return []
    u = np.linspace(-1, 0.4, 9)
    cap = fold(sitter, limb.lower, 0.02 + 0.05 * u * u, u * 40, (0.5, 0.5), 0.42)
    return cap + fold(sitter, limb.lower, 0.01 + 0.04 * u * u, 180 + u * 36, (0.5, 0.5), 0.36)


def _shorts(sitter: Sitter, i: int, limb: Limb) -> None:
    h = sitter.unit
    leg = sitter.flesh.thighs[i].cut(0.0, 0.60, (True, False)).grown(0.075 * h)
    part = Part(limb.near[0] - 0.002, sitter.outline(leg), sitter.wears.lower, name=f"{SIDES[i]} shorts")
    part.joints.append(sitter.pen.disc(limb.ends[0], 0.42))
    if sitter.pen.fine:
        part.after += folds(sitter, leg, f.LAP if sitter.hang(i) < DRAWN_UP else f.CROTCH, OUTSIDE[i])
        part.after += sitter.crease(leg, 0.55, np.linspace(0, 360, 30), 0.4, (0.05, 0.05))
    part.after += opening(sitter, leg, limb.upper, sitter.wears.skin)
    sitter.add(part)


def _stocking(sitter: Sitter, i: int) -> list[Loft]:
    """Return what covers a shin over the shoe: a boot's shaft or a sock, or nothing."""
    outfit, h = sitter.wears.outfit, sitter.unit
    if outfit.shoes == "boot":
        return [sitter.flesh.shins[i].cut(0.30, 1.0).grown(0.075 * h)]
    if outfit.socks is not None and sitter.wears.bottom != "trousers":
        return [sitter.flesh.shins[i].cut(outfit.sock, 1.0).grown(0.014 * h)]
    return []


def _cover(sitter: Sitter, i: int, shape: Any, shin: Part) -> None:
    """Add a stocking that covers a shape on the frame."""
    outfit = sitter.wears.outfit
    if outfit.shoes == "boot":
        (shaft,) = _stocking(sitter, i)
        part = Part(shin.depth - 0.001, shape, sitter.wears.shoes, shade=0.6, name=f"{SIDES[i]} boot")
        part.after += sitter.crease(shaft, 0.36, np.linspace(0, 360, 30), 0.5, (0.05, 0.05))
        part.after += folds(sitter, shaft, f.BREAK) if sitter.pen.fine else []
        sitter.add(part)
    elif outfit.socks is not None:
        shin.after.append(Part(0.0, shape, cloth(outfit.socks), weight=0.9, shade=0.6))
