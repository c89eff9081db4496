"""Large things in the hands into parts: umbrella, bag, guitar, box, broom and their like."""

import numpy as np

from .hold import WOOD, Hold, upright
from .loft import across, outline, profile, ring, strand, tube, unit
from .sitter import coloured
from .wardrobe import leather


def umbrella(hold: Hold) -> None:
    """Add an open umbrella."""
    h = upright(hold)
    h.rod(h.point(up=-0.10), h.point(up=0.74), 0.008, (70, 70, 78))
    turn = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    rim = h.point(up=0.60) + (np.cos(turn)[:, None] * h.palm + np.sin(turn)[:, None] * h.out) * 0.52 * h.scale
    middle = h.point(up=0.72) + (np.cos(turn)[:, None] * h.palm + np.sin(turn)[:, None] * h.out) * 0.34 * h.scale
    top = h.point(up=0.78)
    below = h.sitter.seen(h.point(up=0.60), -h.up) > 0
    canopy = h.solid(h.colour, rim, middle, top[None], near=-0.05)
    ribs = rim if below else middle
    hub = h.point(up=0.64) if below else top
    for i in range(8):
        way = unit(middle[i] - h.point(up=0.60))
        if below or h.sitter.seen(middle[i], way + h.up * 0.6) > 0.02:
            canopy.after += h.line(hub, ribs[i], rim[i], weight=0.45)
    canopy.after += h.line(top, h.point(up=0.84), weight=1.2)


def bag(hold: Hold) -> None:
    """Add a bag on its handles."""
    down = np.array((0.0, -1.0, 0.0))
    side = unit(np.cross(down, hold.palm))
    top = hold.at + down * 0.16 * hold.scale
    half = side * 0.17
    corners = [
        top + (half * i * (1 + 0.06 * j) + down * j * 0.25 + hold.palm * k * 0.055) * hold.scale
        for i in (-1, 1)
        for j in (0, 1)
        for k in (-1, 1)
    ]
    part = hold.solid(hold.colour, np.array(corners))
    for k in (-1, 1):
        ends = [top + (side * i * 0.10 + hold.palm * k * 0.04) * hold.scale for i in (-1, 1)]
        part.after += coloured(hold.line(ends[0], hold.at, ends[1], weight=1.5), leather(hold.colour))
    flap = [top + (side * i * 0.17 + down * 0.08 + hold.palm * 0.06) * hold.scale for i in (-1, 1)]
    part.after += hold.line(*flap, weight=0.5)


def stick(hold: Hold) -> None:
    """Add a staff down to the floor."""
    h = upright(hold)
    low = h.at + h.up * (float(h.sitter.actor.position[1]) + 0.01 - h.at[1]) / h.up[1]
    h.rod(low, h.point(up=0.42), 0.016, h.colour)


def lamp(hold: Hold) -> None:
    """Add a lantern on its ring."""
    down = np.array((0.0, -1.0, 0.0))
    side, front = across(down, hold.out)
    h = Hold(hold.sitter, hold.at, -down, front, side, hold.colour, hold.depth, hold.scale, hold.both)
    glass = h.block(h.point(up=-0.20), (0.075, 0.055, 0.055), h.colour)
    h.block(h.point(up=-0.115), (0.014, 0.065, 0.065), (70, 64, 60), 0.001)
    h.block(h.point(up=-0.285), (0.012, 0.065, 0.065), (70, 64, 60), 0.001)
    glass.after += h.line(h.point(up=-0.13), h.point(up=-0.27), weight=0.5)
    glass.after += h.line(h.point(up=-0.10, out=0.05), h.point(), h.point(up=-0.10, out=-0.05), weight=0.8)


def guitar(hold: Hold) -> None:
    """Add a guitar across the belly, its neck to the left hand."""
    sitter = hold.sitter
    left, chest = np.array(sitter.bones.grips[0].frame.origin), sitter.bones.chest
    belly = sitter.bones["pelvis"] + np.array(chest.up) * 0.17 * hold.scale + np.array(chest.facing) * 0.17 * hold.scale
    neck = unit(left - belly)
    front = unit(np.array(chest.facing) - neck * np.dot(np.array(chest.facing), neck))
    across_ = np.cross(neck, front)
    keys = (
        (-0.21, 0.02),
        (-0.195, 0.10),
        (-0.16, 0.15),
        (-0.07, 0.172),
        (0.02, 0.128),
        (0.08, 0.112),
        (0.14, 0.125),
        (0.19, 0.085),
        (0.205, 0.02),
    )
    t, wide = (profile(keys, 18) * hold.scale).T
    rows = belly + neck * t[:, None]
    thin = np.full(18, 0.045 * hold.scale)
    tile = np.ones((18, 1))
    near = sitter.z(belly + front * 0.08)
    h = Hold(sitter, belly, neck, across_, front, hold.colour, min(near, hold.depth) - 0.01, hold.scale, True)
    body = h.part(
        outline(ring(rows, across_ * tile, front * tile, (wide, thin, thin), 2.4), sitter.pen.camera), h.colour
    )
    if sitter.seen(belly, front) > 0.1:
        turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        hole = (
            h.point(up=0.04, palm=0.047)
            + (np.cos(turn)[:, None] * neck + np.sin(turn)[:, None] * across_) * 0.04 * h.scale
        )
        body.after += sitter.pen.patch(sitter.pen.flat(hole), leather((50, 40, 36)), 0.5)
    fret = h.block(h.point(up=0.38, palm=0.04), (0.22, 0.022, 0.01), (90, 64, 50), 0.001)
    fret.after += h.line(h.point(up=-0.1, palm=0.052), h.point(up=0.6, palm=0.052), weight=0.35)
    h.block(h.point(up=0.64, palm=0.035), (0.05, 0.034, 0.01), (90, 64, 50), 0.001)


def rope(hold: Hold) -> None:
    """Add a coil of rope."""
    turn = np.linspace(0, 2 * np.pi, 18)[:, None]
    rise = np.array((0.0, 1.0, 0.0))
    for k in (0, 1, 2):
        loop = hold.out * (0.02 * k + 0.09 * np.sin(turn)) + rise * (0.18 * np.cos(turn) - 0.18 - 0.02 * k)
        points = hold.at + (loop + hold.palm * 0.01 * k) * hold.scale
        rope = strand(points, hold.palm, np.full(18, 0.011 * hold.scale), rows=24)
        hold.part(outline(rope, hold.sitter.pen.camera), hold.colour)


def box(hold: Hold) -> None:
    """Add a box, between both hands or on one."""
    if not hold.both:
        hold.block(hold.point(out=0.05, palm=0.09), (0.09, 0.09, 0.07), hold.colour)
        return
    centre = hold.point(up=0.08, out=0.06)
    part = hold.block(centre, (0.13, 0.15, 0.17), hold.colour, -0.004)
    half = np.array((0.13, 0.15, 0.17)) * hold.scale
    axes = np.array((hold.up, hold.out, hold.palm))
    for fixed, a, b in ((0, 1, 2), (1, 0, 2), (2, 0, 1)):
        for sign in (1, -1):
            if hold.sitter.seen(centre + axes[fixed] * sign * half[fixed], axes[fixed] * sign) > 0.02:
                signs = np.zeros((5, 3))
                signs[:, fixed] = sign
                signs[:, a], signs[:, b] = (1, 1, -1, -1, 1), (1, -1, -1, 1, 1)
                part.after += hold.line(*(centre + (signs * half) @ axes), weight=0.6)


def sign(hold: Hold) -> None:
    """Add a board on a pole."""
    h = upright(hold)
    h.rod(h.point(up=-0.25), h.point(up=0.45), 0.012, WOOD)
    board = h.block(h.point(up=0.55, out=0.015), (0.14, 0.012, 0.22), h.colour, 0.001)
    for k in (0.06, 0.0, -0.06):
        board.after += h.line(
            h.point(up=0.55 + k, out=0.03, palm=0.15), h.point(up=0.55 + k, out=0.03, palm=-0.15), weight=0.6
        )


def baby(hold: Hold) -> None:
    """Add a baby in its wrap."""
    left = np.array(hold.sitter.bones.chest.left)
    centre = hold.point(up=0.06, out=0.02)
    keys = ((0, 0.05, 0.05), (0.3, 0.10, 0.10), (0.8, 0.09, 0.09), (1, 0.06, 0.06))
    wrap = tube(
        centre - left * 0.20 * hold.scale, centre + left * 0.14 * hold.scale, hold.up, keys, scale=hold.scale, rows=8
    )
    hold.part(outline(wrap, hold.sitter.pen.camera), hold.colour, 0.01)
    face = centre + (left * 0.19 + hold.up * 0.03) * hold.scale
    part = hold.ball(face, 0.075, hold.sitter.actor.look.skin, 0.012)
    for s in (-0.022, 0.022):
        eye = face + (hold.out * 0.07 + left * s) * hold.scale
        part.after += hold.line(eye - left * 0.008, eye + hold.up * -0.005, eye + left * 0.008, weight=0.5)


def broom(hold: Hold) -> None:
    """Add a broom from hand to hand to the floor."""
    grips = hold.sitter.bones.grips
    high, low = (np.array(g.frame.origin) for g in grips)
    if high[1] < low[1]:
        high, low = low, high
    way = unit(low - high) if hold.both else np.array((0.0, -1.0, 0.0))
    floor = float(hold.sitter.actor.position[1]) + 0.02
    foot = high + way * min(1.5, (high[1] - floor) / max(-way[1], 0.25))
    hold.rod(high - way * 0.2, foot - way * 0.2, 0.012, WOOD)
    side, _ = across(way, hold.out)
    top, end = foot - way * 0.24, foot
    corners = np.array([top + side * 0.04, top - side * 0.04, end + side * 0.13, end - side * 0.13])
    part = hold.solid(hold.colour, corners, near=0.001)
    for k in (-0.08, -0.03, 0.03, 0.08):
        part.after += hold.line(top + side * k * 0.35, end + side * k, weight=0.4)
