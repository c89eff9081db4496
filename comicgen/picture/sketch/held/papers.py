"""What is read in the hands into parts: book, map, letter and phone, turned to the reader's face."""

from dataclasses import replace

import numpy as np

from ....drawing import Colour
from ..loft import unit
from ..marks import Array
from ..wardrobe.outfits import WHITE, cloth, contrast
from .hold import Hold

OPENING = 0.42
"""How far the leaves of a book stand up from its spine, as a share of their width."""


def to_reader(hold: Hold, upright: float = 0.75) -> Hold:
    """Return the hold with ``out`` towards the reader's face, ``up`` up the page and ``palm`` to the reader's left."""
    bones = hold.sitter.bones
    chest, rise = np.array(bones.chest.facing), np.array(bones.chest.up)
    face = unit(np.array(bones.head.at((0.0, 0.4, 0.3))) - hold.at)
    normal = unit(face * 0.55 - chest * upright + rise * 0.25)
    left = np.array(bones.chest.left)
    side = unit(left - normal * float(left @ normal))
    up = np.cross(normal, side)
    up = up if up @ rise > 0 else -up
    return hold.turned(up, normal, side)


def book(hold: Hold) -> None:
    """Add a book: open before the face in both hands, shut in one."""
    if not hold.both:
        shut = hold.block(hold.point(out=0.05), (0.125, 0.09, 0.020), hold.colour)
        shut.after += hold.line(hold.point(out=0.05, up=0.125, palm=0.02), hold.point(out=0.05, up=-0.125, palm=0.02))
        return
    _leaves(to_reader(hold), (0.26, 0.19), hold.colour)


def _leaves(hold: Hold, size: tuple[float, float], cover: Colour) -> None:
    """Add two covers with their pages, which open towards the reader."""
    tall, wide = size
    h, bend = hold, OPENING * wide
    low, high = 0.03, 0.03 + tall
    shown = h.sitter.seen(h.point(up=0.1), h.out) > 0
    for sign in (1, -1):
        edge = sign * wide
        corners = np.array([h.point(high), h.point(high, bend, edge), h.point(low, bend, edge), h.point(low)])
        part = h.sheet(corners, cover, -0.004 if not shown else 0.004)
        if not shown:
            part.after += h.line(
                h.point(high, 0.1 * bend, edge * 0.1), h.point(low, 0.1 * bend, edge * 0.1), weight=0.5
            )
            title = _within(corners, (0.30, 0.78), (0.16, 0.36))
            part.after += h.sitter.pen.patch(h.sitter.pen.flat(title), cloth(contrast(cover)), 0.4)
            continue
        for lift in (0.006, 0.014):
            page = h.leaf((low + 0.008, high - 0.008), edge * 0.95, bend * 0.95, lift)
            part.after += h.sitter.pen.patch(h.sitter.pen.flat(page), cloth(WHITE), 0.5)
        for k in (0.18, 0.32, 0.46, 0.60, 0.74):
            row = _within(corners, (0.14, 0.84), (k, k))[:2] + h.out * 0.016 * h.scale
            part.after += h.line(row[0], row[1] * (1 - 0.25 * (k > 0.7)) + row[0] * 0.25 * (k > 0.7), weight=0.34)


def _within(corners: Array, across: tuple[float, float], down: tuple[float, float]) -> Array:
    """Return a smaller rectangle inside a sheet's four corners (from the spine's top outward, then down)."""
    a, b, c, d = corners
    rows = [
        (a * (1 - v) + d * v) * (1 - u) + (b * (1 - v) + c * v) * u
        for u, v in ((across[0], down[0]), (across[1], down[0]), (across[1], down[1]), (across[0], down[1]))
    ]
    return np.array(rows)


def draw_map(hold: Hold) -> None:
    """Add a map unfolded: four panels in a zigzag, printed towards the reader."""
    h = to_reader(hold)
    tall, wide, deep = 0.34, 0.105, 0.030
    x = (np.arange(5) - 2) * wide
    z = np.array((0.0, deep, 0.0, deep, 0.0)) + 0.02
    shown = h.sitter.seen(h.point(up=0.1), h.out) > 0
    for k in range(4):
        corners = np.array(
            [h.point(-0.02 + r, z[i], x[i]) for i, r in ((k, tall), (k + 1, tall), (k + 1, 0.0), (k, 0.0))]
        )
        part = h.sheet(corners, h.colour, -0.004 if not shown else 0.004)
        part.shade = 0.9 if k % 2 else 0.0
        if shown:
            part.after += h.line(*_wander(corners, (0.0, 0.3, 0.6, 1.0), (0.7, 0.5, 0.62, 0.4 + 0.1 * k)), weight=0.5)
            part.after += h.line(*_wander(corners, (0.2, 0.35, 0.3), (0.0, 0.5, 1.0)), weight=0.3)
        else:
            part.after += h.line((corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2, weight=0.35)


def _wander(corners: Array, across: tuple[float, ...], down: tuple[float, ...]) -> Array:
    return np.array([_within(corners, (u, u), (v, v))[0] for u, v in zip(across, down, strict=True)])


def letter(hold: Hold) -> None:
    """Add a letter in its envelope: the flap on one side, lines and a stamp on the other."""
    h = to_reader(hold, 0.9)
    wide, tall = 0.105, 0.075
    corners = np.array(
        [h.point(up=0.05 + y, palm=x) for x, y in ((-wide, tall), (wide, tall), (wide, -tall), (-wide, -tall))]
    )
    shown = h.sitter.seen(h.at, h.out) > 0
    part = h.sheet(corners, h.colour, 0.004 if shown else -0.002)
    part.shade = 0.0
    if shown:
        for k in (0.45, 0.62, 0.79):
            part.after += h.line(*_within(corners, (0.18, 0.62), (k, k))[:2], weight=0.4)
        stamp = _within(corners, (0.76, 0.92), (0.12, 0.40))
        part.after += h.sitter.pen.patch(h.sitter.pen.flat(stamp), cloth((200, 96, 90)), 0.4)
    else:
        middle = corners.mean(axis=0) - h.up * 0.012 * h.scale
        part.after += h.line(corners[0], middle, corners[1], weight=0.5)
        part.after += h.line(corners[3], middle * 0.7 + corners[3] * 0.3, weight=0.35)
        part.after += h.line(corners[2], middle * 0.7 + corners[2] * 0.3, weight=0.35)
        part.after += h.sitter.pen.dot(h.sitter.pen.flat(middle), 0.045 * h.sitter.pen.head, cloth((190, 60, 60)), 0.4)


def phone(hold: Hold) -> None:
    """Add a phone: lit towards its owner, a lens on its back; at the ear it lies along the cheek."""
    head = np.array(hold.sitter.bones.head.at((0.0, 0.3, 0.0)))
    at_ear = float(np.linalg.norm(head - hold.at)) < 1.0 * hold.sitter.unit
    h = hold if at_ear else to_reader(hold, 0.55)
    up, side = (h.out, h.up) if at_ear else (h.up, h.palm)
    front = h.palm if at_ear else h.out
    h = replace(h.turned(up, front, side), scale=h.scale * 1.12)
    part = h.block(h.point(up=0.055), (0.080, 0.006, 0.040), h.colour, 0.001)
    shown = h.sitter.seen(h.at, front) > 0.1
    if shown:
        face = [h.point(0.055 + 0.070 * y, 0.008, 0.034 * x) for x, y in ((-1, 1), (1, 1), (1, -1), (-1, -1))]
        part.after += h.sitter.pen.patch(h.sitter.pen.flat(np.array(face)), cloth((176, 208, 230)), 0.4)
    elif h.sitter.seen(h.at, -front) > 0.1:
        lens = h.sitter.pen.flat(h.point(0.115, -0.008, 0.018))
        part.after += h.sitter.pen.dot(lens, 0.035 * h.sitter.pen.head, cloth((150, 156, 170)), 0.3)


LEANS, BOARD = 0.42, 0.66
"""How far a sign's pole leans ahead for its height, and metres from the hand to the middle of its board."""


def sign(hold: Hold) -> None:
    """Add a board on a pole, its writing to the front; it leans ahead, so that it is before nobody's own face."""
    h = to_reader(hold, 3.0)
    up = unit(h.up * 0.2 + np.array((0.0, 1.0, 0.0)) + LEANS * np.array(h.sitter.bones.chest.facing))
    h = h.turned(up, h.out, h.palm)
    h.rod(h.point(up=-0.25), h.point(up=0.72), 0.012, (140, 102, 66))
    board = h.sheet(
        np.array(
            [h.point(BOARD + y, -0.016, x) for x, y in ((-0.26, 0.17), (0.26, 0.17), (0.26, -0.17), (-0.26, -0.17))]
        ),
        h.colour,
        0.002,
    )
    if h.sitter.seen(h.point(up=BOARD), -h.out) > 0:
        for y, ends in ((0.08, 0.19), (0.0, 0.15), (-0.08, 0.19)):
            board.after += h.line(h.point(BOARD + y, -0.02, ends), h.point(BOARD + y, -0.02, -ends), weight=1.1)
