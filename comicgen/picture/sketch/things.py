"""Small things in the hands into parts: book, phone, cup, sword, camera and their like."""

import numpy as np

from ...drawing import Colour
from .hold import Hold, face_axes, upright
from .loft import outline, tube, unit
from .wardrobe import GOLD, WHITE, cloth


def book(hold: Hold) -> None:
    """Add a book, open before the face in both hands."""
    if not hold.both:
        hold.block(hold.point(out=0.04), (0.11, 0.08, 0.018), hold.colour)
        return
    _sheets(hold, (0.20, 0.15, 0.05), hold.colour, lines=True)


def draw_map(hold: Hold) -> None:
    """Add a map unfolded."""
    _sheets(hold, (0.30, 0.22, 0.02), hold.colour, lines=True)


def _sheets(hold: Hold, size: tuple[float, float, float], cover: Colour, lines: bool) -> None:
    """Add two leaves that open towards the face."""
    tall, wide, deep = size
    head = np.array(hold.sitter.bones.head.at((0.0, 0.4, 0.3)))
    face = unit(head - hold.at)
    side = unit(hold.palm - face * np.dot(hold.palm, face))
    up = np.cross(face, side) if np.cross(face, side)[1] > 0 else -np.cross(face, side)
    spine = hold.at + (up * 0.05 - face * deep) * hold.scale
    for sign in (1, -1):
        edge = spine + (side * sign * wide + face * deep) * hold.scale
        corners = np.array([p + up * k * tall * 0.5 * hold.scale for p in (spine, edge) for k in (1, -1)])
        seen = hold.sitter.seen(corners.mean(axis=0), face)
        page = corners[[0, 2, 3, 1]]
        part = hold.solid(cover, corners * 1.0, near=-0.004 if seen > 0 else 0.006)
        if seen > 0:
            inner = page + (page.mean(axis=0) - page) * 0.08
            part.after += hold.sitter.pen.patch(hold.sitter.pen.flat(inner), cloth(WHITE), 0.5)
            if lines:
                for k in (0.25, 0.45, 0.65):
                    a, b = inner[0] * (1 - k) + inner[3] * k, inner[1] * (1 - k) + inner[2] * k
                    part.after += hold.line(a * 0.85 + b * 0.15, a * 0.15 + b * 0.85, weight=0.35)


def phone(hold: Hold) -> None:
    """Add a phone, lit towards its owner."""
    part = hold.block(hold.point(out=0.045, palm=0.012), (0.037, 0.075, 0.005), hold.colour)
    if hold.sitter.seen(hold.at, hold.palm) > 0.1:
        centre = hold.point(out=0.045, palm=0.018)
        corners = [
            centre + (hold.up * i * 0.031 + hold.out * j * 0.064) * hold.scale
            for i, j in ((1, 1), (1, -1), (-1, -1), (-1, 1))
        ]
        part.after += hold.sitter.pen.patch(hold.sitter.pen.flat(np.array(corners)), cloth((150, 190, 220)), 0.4)


def _blade(hold: Hold, length: float, width: float, guard: float) -> None:
    tip, base = hold.point(up=0.06 + length), hold.point(up=0.06)
    side = hold.out * width * hold.scale
    neck = tip - hold.up * width * 2
    part = hold.solid(hold.colour, np.array([base + side, base - side, neck + side, neck - side, tip]))
    part.after += hold.line(base, tip - hold.up * width * 2.5, weight=0.4)
    if guard:
        hold.rod(hold.point(up=0.055, out=-guard), hold.point(up=0.055, out=guard), 0.012, GOLD, 0.001)
    hold.rod(hold.point(up=-0.11), hold.point(up=0.05), 0.015, (70, 50, 44), 0.0005)


def sword(hold: Hold) -> None:
    """Add a sword."""
    _blade(hold, 0.80, 0.022, 0.075)


def knife(hold: Hold) -> None:
    """Add a knife."""
    _blade(hold, 0.17, 0.014, 0.0)


def cup(hold: Hold) -> None:
    """Add a cup."""
    h = upright(hold)
    radii = ((0, 0.032, 0.032), (1, 0.042, 0.042))
    body = tube(h.point(up=-0.045, palm=0.02), h.point(up=0.055, palm=0.02), h.out, radii, scale=h.scale, rows=3)
    part = h.part(outline(body, h.sitter.pen.camera), h.colour)
    if h.sitter.seen(body.centre[-1], h.up) > 0.03:
        part.after += h.sitter.pen.patch(h.sitter.pen.flat(body.rings()[-1]), cloth((120, 84, 60)), 0.6)


def bottle(hold: Hold) -> None:
    """Add a bottle."""
    h = upright(hold)
    keys = ((0, 0.036, 0.036), (0.55, 0.036, 0.036), (0.72, 0.014, 0.014), (1, 0.014, 0.014))
    h.part(
        outline(tube(h.point(up=-0.10), h.point(up=0.16), h.out, keys, scale=h.scale, rows=9), h.sitter.pen.camera),
        h.colour,
    )


def flower(hold: Hold) -> None:
    """Add a flower."""
    h = upright(hold)
    h.rod(h.point(up=-0.14), h.point(up=0.20), 0.005, (90, 140, 80))
    for i, (x, z) in enumerate(((0.0, 0.0), (0.05, 0.02), (-0.045, 0.02), (0.01, -0.05), (0.0, 0.055))):
        h.ball(
            h.point(up=0.21 + 0.02 * (i % 2), out=x, palm=z),
            0.036,
            h.colour if i else (250, 214, 110),
            0.002 if i == 0 else 0.001,
        )


def letter(hold: Hold) -> None:
    """Add a letter."""
    part = hold.block(hold.point(out=0.08, palm=0.012), (0.055, 0.085, 0.002), hold.colour)
    c = hold.point(out=0.08, palm=0.016)
    a, b = (c + (hold.up * 0.055 + hold.out * s * 0.085) * hold.scale for s in (-1, 1))
    part.after += hold.line(a, c, b, weight=0.45)


def pen(hold: Hold) -> None:
    """Add a pen."""
    tilt = unit(hold.up + hold.out * 0.5)
    hold.rod(hold.at - tilt * 0.06 * hold.scale, hold.at + tilt * 0.11 * hold.scale, 0.006, hold.colour, 0.003)


def fork(hold: Hold) -> None:
    """Add a fork."""
    tip = hold.point(up=0.12, out=0.02)
    part = hold.rod(hold.point(up=-0.06), tip, 0.005, hold.colour, 0.003)
    for s in (-1, 0, 1):
        part.after += hold.line(tip, tip + (hold.up * 0.05 + hold.palm * 0.012 * s) * hold.scale, weight=0.6)


def ball(hold: Hold) -> None:
    """Add a ball."""
    part = hold.ball(hold.point(out=0.03, palm=0.10), 0.105, hold.colour)
    c, r = hold.point(out=0.03, palm=0.10), 0.104 * hold.scale
    turn = np.linspace(0, 2 * np.pi, 24)
    arc = c + r * (np.cos(turn)[:, None] * hold.up + np.sin(turn)[:, None] * hold.out)
    part.after += hold.sitter.pen.line_on(arc, unit(arc - c), 0.5, (0.05, 0.05))


def camera(hold: Hold) -> None:
    """Add a camera before the eyes."""
    h = Hold(hold.sitter, hold.at, *face_axes(hold), hold.colour, hold.depth - 0.02, hold.scale, True)
    h.block(h.point(), (0.045, 0.03, 0.07), h.colour)
    if h.sitter.seen(h.at, h.out) > 0.1:
        turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        for r, colour in ((0.034, (86, 88, 98)), (0.020, (30, 34, 50))):
            disc = h.point(out=0.05) + (np.cos(turn)[:, None] * h.up + np.sin(turn)[:, None] * h.palm) * r * h.scale
            h.solid(colour, disc, near=0.002)


def gun(hold: Hold) -> None:
    """Add a pistol."""
    hold.block(hold.point(out=0.075, up=0.055), (0.016, 0.095, 0.012), hold.colour)
    hold.block(hold.point(out=0.0, up=0.0), (0.055, 0.020, 0.012), hold.colour, -0.001)
