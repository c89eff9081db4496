"""Small things in the hands into parts: cup, bottle, flower, tools, weapons and a camera."""

from dataclasses import replace

import numpy as np

from ....drawing import Colour
from ..hulls import outline
from ..loft import unit
from ..marks import Array
from ..tubes import strand, tube
from ..wardrobe.outfits import GOLD, cloth
from .hold import WOOD, Hold, face_axes, hold_in, upright

GRIP: Colour = (70, 50, 44)
LEAF: Colour = (90, 140, 80)
MOUTH = (0.0, 0.20, 0.46)
"""Where the tines of one who eats point, in head heights from the chin."""


def _round(
    hold: Hold, keys: tuple[tuple[float, float], ...], palm: float = 0.0, rows: int = 9
) -> tuple[object, Array, Array]:
    """Return what a turned body covers along ``up``, its last ring and the middle of that: keys are (up, radius)."""
    low, high = keys[0][0], keys[-1][0]
    table = tuple(((u - low) / (high - low), r, r) for u, r in keys)
    body = tube(hold.point(low, palm=palm), hold.point(high, palm=palm), hold.out, table, scale=hold.scale, rows=rows)
    return outline(body, hold.sitter.pen.camera), body.rings()[-1], body.centre[-1]


def cup(hold: Hold) -> None:
    """Add a mug by its handle, steaming."""
    h, away = upright(hold), 0.068
    mouth = np.array(hold.sitter.bones.head.at((0.0, 0.14, 0.46)))
    if np.linalg.norm(mouth - hold.at) < 0.75 * hold.sitter.unit:
        # At the lips it is tipped, its rim on them.
        up, front, _ = face_axes(hold)
        h = hold.turned(unit(up * 0.75 - front * 0.65), np.cross(up, front), unit(front * 0.75 + up * 0.65))
        h, away = replace(h, at=mouth + (front * 0.035 - up * 0.045) * hold.scale), 0.0
    loop = np.array([h.point(u, palm=p) for u, p in ((0.03, away), (0.035, 0.005), (-0.026, 0.005), (-0.03, away))])
    handle = strand(loop, h.out, np.full(4, 0.011 * h.scale), rows=14)
    h.part(outline(handle, h.sitter.pen.camera), h.colour, -0.003)
    shape, rim, top = _round(h, ((-0.056, 0.039), (-0.044, 0.046), (0.058, 0.050)), away, 5)
    part = h.part(shape, h.colour, -0.002)
    if h.sitter.seen(top, h.up) > 0.03:
        part.after += h.sitter.pen.patch(h.sitter.pen.flat(rim), cloth((120, 84, 60)), 0.6)
    else:
        part.after += h.sitter.pen.line_on(rim - h.up * 0.016 * h.scale, None, 0.4, (0.0, 0.0))
    if h.sitter.pen.fine:
        rise = np.array((0.0, 1.0, 0.0)) * h.scale
        for x in (-0.022, 0.02):
            steam = top + rise * np.array((0.03, 0.07, 0.11, 0.15))[:, None]
            steam = steam + h.palm * (x + 0.014 * np.array((0, 1, -1, 1)))[:, None] * h.scale
            part.after += h.sitter.pen.line_on(steam, None, 0.45, (0.4, 0.8))


def bottle(hold: Hold) -> None:
    """Add a bottle with its label."""
    h = upright(hold)
    keys = ((-0.13, 0.040), (0.03, 0.042), (0.07, 0.036), (0.105, 0.017), (0.19, 0.016), (0.20, 0.019))
    shape, _, _ = _round(h, keys, rows=14)
    part = h.part(shape, h.colour)
    side = unit(np.cross(h.up, np.array(h.sitter.pen.camera.forward)))
    label = np.array(
        [
            h.at + (h.up * u + side * x) * h.scale
            for u, x in ((-0.10, -0.042), (-0.10, 0.042), (-0.055, 0.042), (-0.055, -0.042))
        ]
    )
    part.after += h.sitter.pen.patch(h.sitter.pen.flat(label), cloth((244, 238, 220)), 0.4)


def flower(hold: Hold) -> None:
    """Add three flowers on their stems."""
    h = upright(hold)
    for lean, tall in ((-0.05, 0.19), (0.06, 0.20), (0.0, 0.25)):
        head = h.point(up=tall, palm=lean * 1.4, out=0.02)
        h.rod(h.point(up=-0.13, palm=-lean * 0.5), head, 0.005, LEAF, 0.001)
        _blossom(h, head)
    for x in (0.05, -0.05):
        leaf = np.array(
            [h.point(0.05), h.point(0.10, palm=x * 0.8), h.point(0.12, palm=x * 1.8), h.point(0.08, palm=x * 1.2)]
        )
        h.sheet(leaf, LEAF, 0.002)


def _blossom(hold: Hold, centre: Array) -> None:
    camera = hold.sitter.pen.camera
    right, up = np.array(camera.right), np.array(camera.up)
    for k in range(5):
        a = 2 * np.pi * k / 5 + 0.3
        hold.ball(centre + (right * np.cos(a) + up * np.sin(a)) * 0.034 * hold.scale, 0.025, hold.colour, 0.003)
    hold.ball(centre, 0.018, (250, 214, 110), 0.004)


def pen(hold: Hold) -> None:
    """Add a pen between the fingers, its tip down."""
    tilt = unit(hold.up * 0.9 - hold.out * 0.35)
    tip = hold.at - tilt * 0.07 * hold.scale + hold.out * 0.04 * hold.scale
    end = tip + tilt * 0.24 * hold.scale
    hold.rod(tip + tilt * 0.03 * hold.scale, end, 0.010, hold.colour, 0.003)
    hold.rod(tip, tip + tilt * 0.035 * hold.scale, 0.005, (236, 206, 160), 0.0025)
    if hold.sitter.bones.pose.key == "writing":
        _sheet_under(hold, tip)


def _sheet_under(hold: Hold, tip: Array) -> None:
    """Add the paper that is written on, before the chest at the pen's tip."""
    chest = hold.sitter.bones.chest
    ahead = unit(np.array(chest.facing) * (1, 0, 1))
    side = np.cross((0.0, 1.0, 0.0), ahead)
    middle = tip + side * 0.05 * hold.scale - np.array((0.0, 0.005, 0.0))
    corners = np.array(
        [
            middle + (side * x + ahead * z) * hold.scale
            for x, z in ((-0.12, 0.13), (0.12, 0.13), (0.12, -0.16), (-0.12, -0.16))
        ]
    )
    part = hold.sheet(corners, (250, 248, 240), -0.03)
    for z in (0.09, 0.05, 0.01):
        part.after += hold.line(
            middle + (side * 0.09 + ahead * z) * hold.scale,
            middle + (ahead * z - side * 0.09) * hold.scale,
            weight=0.35,
        )


def fork(hold: Hold) -> None:
    """Add a fork: handle, neck and three tines."""
    eats = hold.sitter.bones.pose.key == "eating"
    mouth = np.array(hold.sitter.bones.head.at(MOUTH))
    way = unit(mouth - hold.at) if eats else unit(hold.up + hold.out * 0.25)
    side = unit(np.cross(way, np.array(hold.sitter.pen.camera.forward)))
    base = hold.at + way * 0.12 * hold.scale
    hold.rod(hold.at - way * 0.10 * hold.scale, base, 0.007, hold.colour, 0.003)
    corners = [(0.0, 0.006), (0.03, 0.022), (0.06, 0.022), (0.06, -0.022), (0.03, -0.022), (0.0, -0.006)]
    hold.sheet(np.array([base + (way * u + side * x) * hold.scale for u, x in corners]), hold.colour, 0.003)
    if eats:
        _plate(hold_in(hold.sitter, 1 - hold.hand % 2, hold.colour))
    for x in (-0.018, 0.0, 0.018):
        hold.rod(
            base + (way * 0.055 + side * x) * hold.scale,
            base + (way * 0.115 + side * x) * hold.scale,
            0.004,
            hold.colour,
            0.003,
        )


def _plate(hold: Hold) -> None:
    """Add the plate that is eaten from, level on the other palm."""
    middle = hold.point(out=0.03, palm=0.035)
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)[:, None]
    ring = np.cos(turn) * np.array((1.0, 0.0, 0.0)) + np.sin(turn) * np.array((0.0, 0.0, 1.0))
    up = np.array((0.0, 0.02, 0.0))
    part = hold.solid(
        (250, 249, 246), middle + ring * 0.13 * hold.scale + up, middle + ring * 0.08 * hold.scale, near=0.01
    )
    part.after += hold.sitter.pen.patch(
        hold.sitter.pen.flat(middle + ring * 0.09 * hold.scale + up), cloth((226, 190, 130)), 0.5
    )


def ball(hold: Hold) -> None:
    """Add a ball with its seams."""
    c, r = hold.point(out=0.03, palm=0.115), 0.119 * hold.scale
    part = hold.ball(c, 0.12, hold.colour)
    turn = np.linspace(0, 2 * np.pi, 24)[:, None]
    for a, b in ((hold.up, hold.out), (hold.palm, hold.out), (hold.palm, hold.up)):
        arc = c + r * (np.cos(turn) * a + np.sin(turn) * b)
        part.after += hold.sitter.pen.line_on(arc, unit(arc - c), 0.5, (0.05, 0.05))


def camera(hold: Hold) -> None:
    """Add a camera before the eyes."""
    h = replace(hold.turned(*face_axes(hold)), depth=hold.depth - 0.02)
    h.block(h.point(), (0.055, 0.034, 0.085), h.colour)
    h.block(h.point(up=0.06), (0.016, 0.022, 0.030), h.colour, 0.001)
    if h.sitter.seen(h.at, h.out) > 0.1:
        turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        for r, colour in ((0.044, (96, 98, 108)), (0.030, (40, 46, 66)), (0.012, (220, 226, 236))):
            shift = 0.012 if r < 0.02 else 0.0
            centre = h.point(out=0.055, up=shift, palm=shift)
            h.solid(
                colour,
                centre + (np.cos(turn)[:, None] * h.up + np.sin(turn)[:, None] * h.palm) * r * h.scale,
                near=0.002,
            )


def binoculars(hold: Hold) -> None:
    """Add two barrels before the eyes, wider at their far ends, and the bridge between them."""
    h = replace(hold.turned(*face_axes(hold)), depth=hold.depth - 0.02)
    eyes = np.array([hold.sitter.bones.head.at((x, 0.44, 0.48)) for x in (-0.17, 0.17)])
    h = replace(h, at=eyes.mean(axis=0))
    for eye in eyes:
        barrel = ((0.0, 0.026, 0.026), (0.5, 0.028, 0.028), (0.7, 0.042, 0.042), (1.0, 0.046, 0.046))
        end = eye + h.out * 0.15 * h.scale
        body = tube(eye + h.out * 0.02 * h.scale, end, h.up, barrel, scale=h.scale, rows=9)
        h.part(outline(body, h.sitter.pen.camera), h.colour)
        if h.sitter.seen(end, h.out) > 0.1:
            h.solid((96, 108, 128), end + 0.85 * (body.rings()[-1] - end), near=0.002)
    h.block(h.point(out=0.08), (0.012, 0.03, 0.03), h.colour, 0.001)


def microphone(hold: Hold) -> None:
    """Add a microphone from the fist to the mouth."""
    mouth = np.array(hold.sitter.bones.head.at((0.0, 0.16, 0.52)))
    way = unit(mouth - hold.at) if np.linalg.norm(mouth - hold.at) < 2.2 * hold.sitter.unit else hold.up
    end = hold.at + way * 0.10 * hold.scale
    hold.rod(hold.at - way * 0.09 * hold.scale, end, 0.017, hold.colour, -0.001)
    part = hold.ball(end + way * 0.02 * hold.scale, 0.036, (170, 174, 182), 0.001)
    part.after += hold.line(end - hold.palm * 0.03 * hold.scale, end + hold.palm * 0.03 * hold.scale, weight=0.5)


def _blade(hold: Hold, length: float, width: float, guard: float) -> None:
    tip, base = hold.point(up=0.06 + length), hold.point(up=0.06)
    side = unit(np.cross(hold.up, np.array(hold.sitter.pen.camera.forward))) * 0.85 + hold.out * 0.15
    side = side * width * hold.scale
    neck = tip - hold.up * width * 2.4 * hold.scale
    part = hold.solid(hold.colour, np.array([base + side, base - side, neck + side, neck - side, tip]))
    part.after += hold.line(base, tip - hold.up * width * 2.8 * hold.scale, weight=0.4)
    if guard:
        hold.rod(hold.point(up=0.055, out=-guard), hold.point(up=0.055, out=guard), 0.015, GOLD, 0.001)
        hold.ball(hold.point(up=-0.15), 0.022, GOLD, 0.001)
    hold.rod(hold.point(up=-0.14 if guard else -0.10), hold.point(up=0.06), 0.018, GRIP, 0.0005)


def sword(hold: Hold) -> None:
    """Add a sword."""
    _blade(hold, 0.86, 0.030, 0.11)


def knife(hold: Hold) -> None:
    """Add a knife: an edge, a straight back and a point."""
    side = unit(np.cross(hold.up, np.array(hold.sitter.pen.camera.forward))) * hold.scale
    base = hold.point(up=0.06)
    edge = ((0.0, -0.006), (0.0, 0.030), (0.13, 0.032), (0.20, 0.014), (0.235, -0.006))
    blade = hold.sheet(np.array([base + hold.up * u * hold.scale + side * x for u, x in edge]), hold.colour, 0.001)
    blade.after += hold.line(base + side * 0.008, base + hold.up * 0.19 * hold.scale + side * 0.006, weight=0.35)
    hold.rod(hold.point(up=-0.09), hold.point(up=0.065), 0.017, GRIP, 0.0015)


def gun(hold: Hold) -> None:
    """Add a pistol."""
    hold.block(hold.point(out=0.09, up=0.062), (0.021, 0.115, 0.014), hold.colour, 0.001)
    hold.block(hold.point(out=0.0, up=0.0), (0.065, 0.024, 0.014), hold.colour, -0.001)
    guard = np.array(
        [hold.point(0.045, 0.03), hold.point(0.012, 0.045), hold.point(0.018, 0.08), hold.point(0.045, 0.085)]
    )
    hold.part(
        outline(strand(guard, hold.palm, np.full(4, 0.006 * hold.scale), rows=10), hold.sitter.pen.camera), hold.colour
    )


def pan(hold: Hold) -> None:
    """Add a frying pan, level before the cook."""
    up = np.array((0.0, 1.0, 0.0))
    way = unit(hold.out - up * float(hold.out @ up))
    side = np.cross(up, way)
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)[:, None]
    centre = hold.at + way * 0.30 * hold.scale
    rim = centre + (np.cos(turn) * way + np.sin(turn) * side) * 0.135 * hold.scale
    base = centre - up * 0.045 * hold.scale + (rim - centre) * 0.8
    hold.rod(hold.at - way * 0.06 * hold.scale, hold.at + way * 0.17 * hold.scale, 0.013, GRIP)
    part = hold.solid(hold.colour, rim, base, near=0.004)
    if hold.sitter.seen(centre, up) > 0.03:
        part.after += hold.sitter.pen.patch(
            hold.sitter.pen.flat(centre + (rim - centre) * 0.93), cloth((128, 128, 134)), 0.5
        )


def bow(hold: Hold) -> None:
    """Add a bow; the other hand draws string and arrow where it is at the face."""
    bones = hold.sitter.bones
    other = np.array(bones.grips[1 - hold.hand % 2].frame.origin)
    head = np.array(bones.head.at((0.0, 0.3, 0.0)))
    drawn = float(np.linalg.norm(other - head)) < 1.3 * bones.unit
    up = np.array((0.0, 1.0, 0.0))
    way = unit((hold.at - other) * (1, 0.3, 1)) if drawn else unit(hold.out * (1, 0, 1))
    tips = [hold.at + (up * s * 0.62 - way * 0.22) * hold.scale for s in (1, -1)]
    limb = np.array(
        [
            tips[0],
            hold.at + (up * 0.32 - way * 0.02) * hold.scale,
            hold.at,
            hold.at + (-up * 0.32 - way * 0.02) * hold.scale,
            tips[1],
        ]
    )
    wood = strand(limb, np.cross(way, up), np.array((0.008, 0.014, 0.017, 0.014, 0.008)) * hold.scale, rows=20)
    part = hold.part(outline(wood, hold.sitter.pen.camera), hold.colour, 0.001)
    pulled = other if drawn else (tips[0] + tips[1]) / 2
    part.before += hold.line(tips[0], pulled, tips[1], weight=0.4)
    if drawn:
        hold.rod(other, hold.at + way * 0.12 * hold.scale, 0.006, WOOD, 0.002)
        barb = hold.at + way * 0.12 * hold.scale
        hold.sheet(np.array([barb + up * 0.018, barb - up * 0.018, barb + way * 0.06]), (120, 124, 132), 0.002)
