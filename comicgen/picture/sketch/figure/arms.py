"""Arms into parts: skin, sleeves of every cut, and the hands at their ends."""

from typing import Any

import numpy as np

from ..loft import Loft, unit
from ..marks import Array
from ..pen import Ink, Part
from ..tubes import tube
from ..wardrobe.trims import Band, Seam, Trim, round_
from . import folds as f
from .flesh import elbow_back
from .folds import folds
from .hands import POCKET, TUCKED, draw_hand, hand_of
from .limb import LAYER, OUTSIDE, SIDES, Limb, bend_of, opening
from .sitter import Sitter

SLEEVE_TOP = (
    (0, 0.145, 0.175, 0),
    (0.18, 0.178, 0.198, 0),
    (0.4, 0.170, 0.188, 0),
    (0.7, 0.155, 0.168, 0.01),
    (1, 0.142, 0.145, 0),
)
SLEEVE = (
    (0, 0.135, 0.135, 0),
    (0.15, 0.15, 0.145, 0),
    (0.4, 0.14, 0.135, 0),
    (0.8, 0.118, 0.112, 0),
    (0.95, 0.118, 0.112, 0),
)
SHORT_SLEEVE = ((0, 0.175, 0.195, 0), (0.18, 0.21, 0.225, 0), (0.4, 0.215, 0.235, 0), (0.58, 0.225, 0.245, 0))
PUFF_SLEEVE = (
    (0, 0.18, 0.20, 0),
    (0.15, 0.27, 0.28, 0),
    (0.32, 0.28, 0.29, 0),
    (0.48, 0.20, 0.21, 0),
    (0.50, 0.19, 0.20, 0),
)


ON_SLEEVE: dict[str, tuple[tuple[Trim, ...], tuple[Trim, ...]]] = {
    "cuff stripes": ((), (Band(0.78, 0.97, "lower", 0.006, 0.5), Seam(round_(0.835), 0.7, paint="white"))),
    "suit rings": ((Band(0.84, 0.93, "steel", 0.02, 0.5),), (Band(0.76, 0.86, "steel", 0.02, 0.5),)),
    "sleeve stripes": (
        (Seam(((100, 0.02), (100, 0.5), (100, 0.99)), 1.5, paint="white"),),
        (Seam(((100, 0.02), (100, 0.5), (100, 0.84)), 1.5, paint="white"),),
    ),
}
"""Trims of upper sleeve and forearm, by name: (degrees from the inside of the elbow, place along the bone)."""
LONG = ("long", "wide")
"""Cuts of sleeve that hands come out of."""
SHOULDER = 0.36
"""Heads round a shoulder joint within which trunk and sleeve are one."""
BENT = 0.35
"""Radians from which an elbow counts as bent."""


def draw_arms(sitter: Sitter) -> None:
    """Add both arms with their sleeves, and the hands."""
    limbs = [_arm(sitter, i) for i in (0, 1)]
    sleeved = sitter.wears.outfit.sleeve in LONG
    hands = [hand_of(sitter, i, limb.lower if sleeved else None) for i, limb in enumerate(limbs)]
    solids = [
        [[limb.upper], [limb.lower], *(hand.solids if hand else ())] for limb, hand in zip(limbs, hands, strict=True)
    ]
    starts = [[hand.rings[0][:1]] if hand and sleeved else [] for hand in hands]
    shapes = sitter.outlines([*starts, *solids[0], *solids[1]])
    for i, (limb, hand) in enumerate(zip(limbs, hands, strict=True)):
        own = shapes[len(starts) + i * len(solids[0]) :][: len(solids[i])]
        key = _arm_parts(sitter, i, limb, (own[0], own[1]))
        draw_hand(sitter, i, key, hand, own[2:], shapes[i] if sleeved else own[1])
    for i in (0, 1):
        if sitter.bones.grips[i].shape == TUCKED:
            _tuck(sitter, SIDES[i], SIDES[1 - i])


def _tuck(sitter: Sitter, side: str, other: str) -> None:
    """Bring the upper arm under which a hand is tucked before that hand, where it is not behind the trunk."""
    parts = {p.name: p for p in sitter.parts}
    over, hand = parts[f"{other} upper arm"], parts[f"{side} hand"]
    if over.depth < parts["top"].depth:
        nearer = max(0.0, over.depth - parts[f"{side} forearm"].depth + LAYER)
        for name in ("upper arm", "sleeve", "hanging sleeve"):
            if f"{other} {name}" in parts:
                parts[f"{other} {name}"].depth -= nearer
        sitter.parts.remove(hand)


def _arm(sitter: Sitter, i: int) -> Limb:
    bones, outfit, h = sitter.bones, sitter.wears.outfit, sitter.unit
    shoulder, elbow, wrist = (bones[f"{SIDES[i]} {j}"] for j in ("shoulder", "elbow", "wrist"))
    if outfit.sleeve in LONG:
        upper = tube(shoulder, elbow, elbow_back(bones, i), SLEEVE_TOP, scale=h * bones.build.limb)
        upper = upper.closed(True, True).grown(0.8 * outfit.offset * h)
        lower = tube(elbow, wrist, elbow_back(bones, i), SLEEVE, scale=h * bones.build.limb).grown(
            0.72 * outfit.offset * h
        )
        if outfit.cuff:
            lower = lower.grown(outfit.cuff * h * np.clip((lower.t - 0.3) / 0.6, 0, 1))
    else:
        upper, lower = sitter.flesh.upper_arms[i], sitter.flesh.forearms[i]
    lower = lower.closed(True, False)
    near = (sitter.z(shoulder, elbow) - 0.10 * h, sitter.z(elbow, wrist) - 0.13 * h)
    return Limb(upper, lower, (shoulder, elbow, wrist), near, bend_of(shoulder, elbow, wrist))


def _arm_parts(sitter: Sitter, i: int, limb: Limb, shapes: tuple[Any, Any]) -> float:
    """Add one arm with its sleeve, and return the depth key of its hand."""
    wears, pen, side = sitter.wears, sitter.pen, SIDES[i]
    outfit, h = wears.outfit, sitter.unit
    long = outfit.sleeve in LONG
    paint = wears.top if long else wears.skin
    shoulder, elbow, _ = limb.ends
    upper, lower = shapes
    grow = 0.8 * outfit.offset if long else 0.0
    arm = Part(limb.near[0], upper, paint, name=f"{side} upper arm")
    fore = Part(limb.near[1], lower, paint, name=f"{side} forearm")
    arm.joints.append(pen.disc(shoulder, 0.5 * sitter.bones.build.limb + grow, sitter.shapes["top"]))
    radius = 0.21 * sitter.bones.build.limb + grow
    if limb.near[1] < limb.near[0]:
        fore.joints.append(pen.disc(elbow, radius, upper))
    else:
        arm.joints.append(pen.disc(elbow, radius, lower))
    if long and pen.fine and outfit.plain:
        bent = limb.bend > BENT
        arm.after += folds(sitter, limb.upper, (*f.ARMPIT, *(f.ELBOW if bent else f.ELBOW_STRAIGHT)), OUTSIDE[i])
        fore.after += folds(sitter, limb.lower, (*(f.FOREARM_BENT if bent else ()), *f.FOREARM), OUTSIDE[i])
        fore.after += _cuff(sitter, limb.lower, 0.86)
    if long and pen.head > 2.2:
        for name in outfit.trims:
            arm.after += [m for t in ON_SLEEVE.get(name, ((), ()))[0] for m in sitter.trim(limb.upper, t, OUTSIDE[i])]
            fore.after += [m for t in ON_SLEEVE.get(name, ((), ()))[1] for m in sitter.trim(limb.lower, t, OUTSIDE[i])]
    if long and sitter.bones.grips[i].shape != POCKET:
        fore.after += opening(sitter, limb.lower, limb.lower, paint)
    sitter.add(arm)
    sitter.add(fore)
    if long:
        _sewn_on(sitter, shoulder, upper)
    if outfit.sleeve in ("short", "puff") and not wears.bare_chest:
        _short_sleeve(sitter, i, limb)
    if outfit.sleeve == "wide":
        _hanging_sleeve(sitter, i, limb)
    away = sitter.seen(limb.ends[2], unit(limb.ends[2] - elbow)) > -0.02
    key = limb.near[1] - 0.003 if away else limb.near[1] + 0.003
    tip = sitter.bones[f"{side} hand"]
    own = sitter.z(limb.ends[2], tip) - 0.13 * h
    return own if abs(own - limb.near[1]) > 0.5 * h else key


def _sewn_on(sitter: Sitter, shoulder: Array, sleeve: Any) -> None:
    """Leave out the trunk's line where the cloth of a far shoulder goes on into the sleeve."""
    top = next(p for p in sitter.parts if p.name == "top")
    top.joints.append(sitter.pen.disc(shoulder, SHOULDER * sitter.bones.build.limb, sleeve))


def _cuff(sitter: Sitter, sleeve: Loft, t: float) -> list[Ink]:
    """Return the seam round a sleeve at a place along it."""
    return sitter.crease(sleeve, t, np.linspace(0, 360, 24), 0.5, (0.05, 0.05))


def _short_sleeve(sitter: Sitter, i: int, limb: Limb) -> None:
    outfit, h, build = sitter.wears.outfit, sitter.unit, sitter.bones.build
    keys = SHORT_SLEEVE if outfit.sleeve == "short" else PUFF_SLEEVE
    shoulder, elbow, _ = limb.ends
    sleeve = tube(shoulder, elbow, elbow_back(sitter.bones, i), keys, scale=h * build.limb).grown(outfit.offset * h)
    sleeve = sleeve.cut(0.0, 0.55 if outfit.sleeve == "short" else 0.5, (True, False))
    part = Part(limb.near[0] - 0.002, sitter.outline(sleeve), sitter.wears.top, name=f"{SIDES[i]} sleeve")
    part.joints.append(sitter.pen.disc(shoulder, 0.5 * build.limb + outfit.offset, sitter.shapes["top"]))
    if sitter.pen.fine:
        part.after += _cuff(sitter, sleeve, 0.49 if outfit.sleeve == "short" else 0.44)
        part.after += folds(sitter, sleeve, f.ARMPIT, OUTSIDE[i])
    part.after += opening(sitter, sleeve, limb.upper, sitter.wears.skin)
    sitter.add(part)
    _sewn_on(sitter, shoulder, part.shape)


def _hanging_sleeve(sitter: Sitter, i: int, limb: Limb) -> None:
    """Add the bag of a wide sleeve: the arm's rings and the same rings let down by their weight."""
    h = sitter.unit
    upper = limb.upper.cut(0.45, 1.0).grown(0.03 * h).rings()
    lower = limb.lower.cut(0.0, 0.90).grown(0.05 * h).rings()
    rings = np.concatenate([upper, lower])
    along = np.linspace(0, 1, len(rings))[:, None, None]
    short = 0.55 if sitter.wears.outfit.key == "robe" else 0.85
    fall = np.array((0.0, -short * h, 0.0)) * np.clip(along * 1.5, 0, 1)
    low = np.maximum(rings + fall, (-1e9, float(sitter.actor.position[1]) + 0.02, -1e9))
    shape = sitter.outline(np.concatenate([rings, low], axis=1))
    part = Part(min(limb.near) - 0.001, shape, sitter.wears.top, name=f"{SIDES[i]} hanging sleeve")
    if sitter.pen.fine:
        wrist = rings[-1].mean(axis=0)
        for k in (0.25, 0.6):
            line = np.linspace(
                rings[len(upper)].mean(axis=0) * (1 - k) + wrist * k, wrist * 0.9 + low[-4].mean(axis=0) * 0.1, 8
            )
            line[:, 1] -= np.linspace(0, 0.5 * short * h, 8)
            part.after += sitter.pen.line_on(line, None, 0.5, (0.1, 0.8))
    sitter.add(part)
