"""A robot into parts: the people's skeleton in sheet metal, with ball joints, clamps and a lit face."""

from typing import Any

import numpy as np

from ....drawing import Colour
from ..clothes.worn import draw_worn
from ..figure.flesh import Flesh
from ..figure.limb import SIDES
from ..figure.sitter import Sitter
from ..held.gear import draw_held
from ..hulls import outline
from ..loft import Loft, profile, ring, unit
from ..marks import Array, Paint
from ..pen import Ink, Part
from ..tubes import tube
from ..wardrobe.outfits import cloth, leather, mixed

TORSO = (
    (-0.14, 0.20, 0.16),
    (-0.10, 0.34, 0.24),
    (0.06, 0.40, 0.27),
    (0.20, 0.30, 0.20),
    (0.30, 0.30, 0.20),
    (0.38, 0.44, 0.30),
    (0.60, 0.60, 0.36),
    (0.94, 0.62, 0.36),
    (1.0, 0.56, 0.30),
)
"""Along the trunk: half width and depth in heads."""
SKULL = (
    (0.0, 0.20, 0.20),
    (0.04, 0.36, 0.34),
    (0.12, 0.42, 0.38),
    (0.62, 0.44, 0.40),
    (0.86, 0.38, 0.34),
    (0.98, 0.20, 0.18),
    (1.0, 0.08, 0.06),
)
"""Up the head: half width and depth in heads."""
GLOW: Colour = (120, 220, 240)


def draw_robot(sitter: Sitter) -> Part:
    """Add all of a robot; return its head."""
    metal = cloth(sitter.actor.look.top)
    joint = cloth(_dark(sitter.actor.look.top))
    _limbs(sitter, metal, joint)
    _trunk(sitter, metal)
    head = _head(sitter, metal, joint)
    draw_held(sitter)
    draw_worn(sitter)
    return head


def _dark(colour: Colour) -> Colour:
    return (mixed(colour[0], 40, 0.55), mixed(colour[1], 44, 0.55), mixed(colour[2], 54, 0.55))


def _trunk(sitter: Sitter, metal: Paint) -> None:
    h, wide = sitter.unit, sitter.bones.build.wide
    rows = profile(TORSO, 22)
    trunk = sitter.flesh.trunk
    centre, left, front = (
        np.stack([np.interp(rows[:, 0], trunk.t, v[:, i]) for i in range(3)], axis=-1)
        for v in (trunk.centre, trunk.left, trunk.front)
    )
    loft = Loft(
        rows[:, 0], centre, left, front, rows[:, 1] * h * wide, rows[:, 2] * h * wide, rows[:, 2] * h * wide, 4.0
    )
    sitter.flesh = Flesh(sitter.bones, loft)
    part = Part(sitter.z(centre[10]) - 0.20 * h, sitter.outline(loft), metal, name="top")
    turn = np.linspace(0, 360, 40)
    for t in (0.07, 0.36, 0.62):
        points, normals = loft.surface(np.full(40, t), turn)
        part.after += sitter.pen.line_on(points, normals, 0.55, (0.05, 0.05))
    part.after += _panel(sitter, loft)
    sitter.add(part)
    base = sitter.bones["neck"]
    top = np.array(sitter.bones.head.at((0.0, 0.05, 0.0)))
    neck = tube(
        base - np.array(sitter.bones.chest.up) * 0.1 * h,
        top,
        np.array(sitter.bones.chest.facing),
        ((0, 0.15, 0.15), (1, 0.13, 0.13)),
        scale=h * wide,
        rows=3,
    )
    sitter.add(Part(part.depth + 0.001, sitter.outline(neck), cloth(_dark(sitter.actor.look.top)), name="neck"))


def _panel(sitter: Sitter, loft: Loft) -> list[Ink]:
    """Return the lit panel on a robot's chest."""
    marks: list[Ink] = []
    if sitter.seen(loft.centre[15], loft.front[15]) < 0.08:
        return marks
    h = sitter.unit
    for box, paint in (
        ((-0.26, 0.26, 0.52, 0.84), cloth((226, 230, 236))),
        ((-0.19, 0.05, 0.66, 0.78), cloth(GLOW)),
        ((0.11, 0.20, 0.70, 0.78), cloth((232, 96, 80))),
        ((0.11, 0.20, 0.57, 0.65), cloth((240, 190, 80))),
    ):
        x0, x1, t0, t1 = box
        corners = []
        for x, t in ((x0, t0), (x1, t0), (x1, t1), (x0, t1)):
            middle = np.array([np.interp(t, loft.t, loft.centre[:, i]) for i in range(3)])
            left, front = (np.array([np.interp(t, loft.t, v[:, i]) for i in range(3)]) for v in (loft.left, loft.front))
            corners.append(middle + left * x * h + front * np.interp(t, loft.t, loft.before) * 1.01)
        marks += sitter.pen.patch(sitter.pen.flat(np.array(corners)), paint, 0.6)
    return marks


def _limbs(sitter: Sitter, metal: Paint, joint: Paint) -> None:
    bones, h = sitter.bones, sitter.unit
    size = bones.build.limb * h
    for i, side in enumerate(SIDES):
        chain = {n: bones[f"{side} {n}"] for n in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")}
        segments = (
            ("hip", "knee", 0.20, 0.24, 0.0),
            ("knee", "ankle", 0.17, 0.25, 0.0),
            ("shoulder", "elbow", 0.13, 0.16, -0.10),
            ("elbow", "wrist", 0.12, 0.19, -0.13),
        )
        for a, b, thin, thick, bias in segments:
            axis = chain[b] - chain[a]
            keys = ((0.12, thin, thin), (0.2, thick, thick), (0.78, thick, thick), (0.88, thin, thin))
            facing = np.array(bones.pelvis.facing) + unit(axis) * 0.01
            bone = tube(chain[a], chain[b], facing, keys, scale=size, rows=9)
            key = sitter.z(chain[a], chain[b]) + bias * h
            sitter.add(Part(key, sitter.outline(bone), metal, smooth=1, name=f"{side} {a} bone"))
            sitter.add(Part(key + 0.002, _ball(sitter, chain[a], thin * 1.2 * size), joint, smooth=1, shade=0.5))
        key = sitter.z(chain["wrist"]) - 0.13 * h
        sitter.add(Part(key + 0.002, _ball(sitter, chain["wrist"], 0.16 * size), joint, smooth=1, shade=0.5))
        _clamp(sitter, i, joint)
        _block(sitter, i, metal)


def _ball(sitter: Sitter, centre: Array, radius: float) -> Any:
    t = np.linspace(-1, 1, 9)
    tile = np.ones((9, 1))
    size = radius * np.sqrt(np.maximum(1 - t * t, 0))
    rows = centre + np.array((0.0, 1.0, 0.0)) * (t * radius)[:, None]
    return sitter.outline(ring(rows, np.array((1.0, 0, 0)) * tile, np.array((0, 0, 1.0)) * tile, (size, size, size)))


def _clamp(sitter: Sitter, i: int, paint: Paint) -> None:
    """Add a hand of three thick fingers."""
    grip = sitter.bones.grips[i].frame
    size = 1.1 * sitter.bones.build.hand * sitter.unit
    left, out, palm = (np.array(v) for v in (grip.left, grip.up, grip.facing))
    wrist = np.array(grip.origin)
    point = sitter.bones.grips[i].shape == "point"
    pieces = [
        tube(
            wrist,
            wrist + out * 0.22 * size,
            palm,
            ((0, 0.12, 0.12), (0.4, 0.15, 0.13), (1, 0.14, 0.12)),
            scale=size,
            rows=5,
        )
    ]
    for k, (side, turn) in enumerate(((0.09, 0.15), (-0.09, -0.15), (0.0, 0.0))):
        root = wrist + (out * 0.20 + left * side) * size
        bent = palm * (0.5 if k < 2 else -0.2) if not (point and k == 0) else palm * 0.0
        elbow = root + unit(out + left * turn + (palm * 0.2 if k < 2 else -palm * 0.5)) * 0.16 * size
        if k == 2:
            root, elbow = (
                wrist + (out * 0.12 + left * 0.10) * size,
                wrist + (out * 0.22 + left * 0.26 + palm * 0.04) * size,
            )
        tip = elbow + unit(out + bent) * 0.16 * size
        for a, b in ((root, elbow), (elbow, tip)):
            pieces.append(tube(a, b, palm + left * 0.1, ((0, 0.05, 0.05), (1, 0.045, 0.045)), scale=size, rows=2))
    key = sitter.z(wrist + out * 0.2 * size) - 0.13 * sitter.unit
    sitter.add(Part(key, outline(pieces, sitter.pen.camera), paint, smooth=1, shade=0.5, name=f"{SIDES[i]} hand"))


def _block(sitter: Sitter, i: int, paint: Paint) -> None:
    """Add a foot like a flat iron."""
    foot, build, h = sitter.bones.feet[i], sitter.bones.build, sitter.unit
    size = build.foot * h
    z = np.array((-0.26, -0.22, 0.0, 0.30, 0.62, 0.74, 0.76)) * size
    wide = np.array((0.15, 0.19, 0.20, 0.22, 0.20, 0.14, 0.08)) * size
    tall = np.array((0.10, 0.16, 0.20, 0.16, 0.11, 0.07, 0.04)) * size
    up, front, left = (np.array(v) for v in (foot.up, foot.facing, foot.left))
    centre = np.array(foot.origin) + front * z[:, None] + up * (tall - build.ankle)[:, None]
    tile = np.ones((7, 1))
    rings = ring(centre, left * tile, up * tile, (wide, tall, tall), 3.5)
    key = sitter.z(np.array(foot.origin) + front * 0.3 * h)
    sitter.add(Part(key, sitter.outline(rings), paint, smooth=1, shade=0.6, name=f"{SIDES[i]} foot"))


def _head(sitter: Sitter, metal: Paint, joint: Paint) -> Part:
    head, h = sitter.bones.head, sitter.unit
    up, front, left = (np.array(v) for v in (head.up, head.facing, head.left))
    rows = profile(SKULL, 16)
    tile = np.ones((16, 1))
    centre = np.array(head.origin) + up * rows[:, :1] * head.unit
    loft = Loft(
        rows[:, 0],
        centre,
        left * tile,
        front * tile,
        rows[:, 1] * head.unit,
        rows[:, 2] * head.unit,
        rows[:, 2] * head.unit,
        3.6,
    )
    top = next(p.depth for p in sitter.parts if p.name == "top")
    key = min(sitter.z(head.at((0.0, 0.5, 0.0))), top) - 0.26 * h
    part = Part(key, sitter.outline(loft), metal, name="head")
    part.after += _face(sitter)
    sitter.add(part)
    _antenna(sitter, key, joint)
    return part


def _antenna(sitter: Sitter, key: float, joint: Paint) -> None:
    """Add ears and the mast with its lamp."""
    head = sitter.bones.head
    up, front, left = (np.array(v) for v in (head.up, head.facing, head.left))
    for sign in (1, -1):
        ear = tube(
            np.array(head.at((0.40 * sign, 0.48, 0.0))),
            np.array(head.at((0.53 * sign, 0.48, 0.0))),
            up,
            ((0, 0.13, 0.13), (1, 0.10, 0.10)),
            scale=head.unit,
            rows=2,
        )
        near = -0.002 if sitter.seen(head.at((0.45 * sign, 0.48, 0.0)), left * sign) > 0 else 0.002
        sitter.add(Part(key + near, sitter.outline(ear), joint, smooth=1, shade=0.5))
    mast = tube(
        np.array(head.at((0.0, 0.98, 0.0))),
        np.array(head.at((0.0, 1.28, 0.0))),
        front,
        ((0, 0.025, 0.025), (1, 0.02, 0.02)),
        scale=head.unit,
        rows=2,
    )
    sitter.add(Part(key + 0.002, sitter.outline(mast), joint, smooth=0, shade=0.0))
    sitter.add(
        Part(
            key + 0.001,
            _ball(sitter, np.array(head.at((0.0, 1.30, 0.0))), 0.06 * head.unit),
            cloth((232, 96, 80)),
            smooth=1,
            shade=0.4,
        )
    )


EYES: dict[str, tuple[float, float]] = {
    "laugh": (0.06, 0.3), "smile": (0.11, 0.25), "sad": (0.09, -0.3), "angry": (0.07, 0.5), "shout": (0.10, 0.5),
    "surprised": (0.16, 0.0), "asleep": (0.015, 0.0), "fear": (0.15, -0.2), "worried": (0.10, -0.25),
    "crying": (0.06, -0.4),
}  # fmt: skip
"""Expression: half height of a robot's eye in heads, and its slant."""


def _face(sitter: Sitter) -> list[Ink]:
    """Return the dark visor with its two lit eyes, and the grille of a mouth."""
    head, pen = sitter.bones.head, sitter.pen
    if sitter.seen(head.at((0.0, 0.5, 0.4)), head.facing) < 0.06:
        return []
    deep = 0.405

    def flat(*spots: tuple[float, float]) -> Array:
        return pen.flat(np.array([head.at((x, y, deep - 0.12 * abs(x) ** 2)) for x, y in spots]))

    turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    visor = [
        (0.34 * np.sign(c) * abs(c) ** 0.5, 0.56 + 0.17 * np.sign(s) * abs(s) ** 0.5)
        for c, s in zip(np.cos(turn), np.sin(turn), strict=True)
    ]
    marks = pen.patch(flat(*visor), leather((34, 40, 54)), 0.7)
    tall, slant = EYES.get(sitter.actor.expression, (0.11, 0.0))
    for sign in (1, -1):
        eye = [
            (sign * 0.15 + 0.085 * c, 0.56 + tall * s * (1 + slant * c * sign))
            for c, s in zip(np.cos(turn), np.sin(turn), strict=True)
        ]
        marks += pen.patch(flat(*eye), cloth(GLOW), 0.0)
    for y in (0.24, 0.19, 0.14):
        line = np.array([head.at((x, y, 0.38)) for x in np.linspace(-0.16, 0.16, 5)])
        marks += pen.line_on(line, None, 0.5, (0.1, 0.1))
    return marks
