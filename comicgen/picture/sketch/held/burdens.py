"""Large things in the hands into parts: umbrella, bag, guitar, box, broom and their like."""

from dataclasses import replace

import numpy as np
import shapely

from ..hulls import outline
from ..loft import across, profile, ring, unit
from ..marks import Array
from ..mending import mended
from ..tubes import strand, tube
from ..wardrobe.outfits import leather, mixed
from .hold import WOOD, Hold, upright

GORES = 8
"""Panels of an umbrella."""
LEVEL, LEAN = 0.12, 2.2
"""Sine of the camera's downward look from which an umbrella leans, and how much more with each unit of it."""
STEEP = 0.62
"""Sine from which the camera looks at the crown: there is no face to hide, and the canopy is held over the head."""
OVER_HEAD = 1.45
"""Head heights from the chin up to where the canopy's top then is."""
CANOPY = (0.80, 0.20, 0.54)
"""Metres over the hand of an umbrella's top, how far its rim is lower, and its radius."""


def umbrella(hold: Hold) -> None:
    """Add an open umbrella: panels show their inside or outside, those beyond the stick lie behind the head."""
    h = _leaning(upright(hold))
    h.rod(h.point(up=-0.10), h.point(up=CANOPY[0] - 0.02), 0.008, (70, 70, 78))
    r, g, b = (mixed(c, 0.0, 0.38) for c in h.colour)
    stick = h.sitter.z(h.point(up=CANOPY[0]))
    panels: dict[tuple[bool, bool], list[Array]] = {}
    for gore in (_gore(h, i) for i in range(GORES)):
        outside = h.sitter.seen(gore[2], _outward(h, gore)) > 0.0
        panels.setdefault((outside, h.sitter.z(*gore) > stick), []).append(gore)
    for (outside, _), group in panels.items():
        flat = [mended(shapely.polygons(h.sitter.pen.flat(gore))) for gore in group]
        part = h.part(shapely.union_all(flat), h.colour if outside else (r, g, b))
        part.depth = h.sitter.z(*np.concatenate(group))
        part.after += [m for gore in group for m in h.line(*gore[:5], weight=0.45)]
    tip = h.part(shapely.Polygon(), h.colour)
    tip.depth = stick
    tip.after += h.line(h.point(up=CANOPY[0]), h.point(up=CANOPY[0] + 0.06), weight=1.3)


def _leaning(hold: Hold) -> Hold:
    """Return an umbrella's hold that leans away from a camera above it, or over the head, seen steeply from above."""
    x, down, z = hold.sitter.pen.camera.forward
    lean = LEAN * max(0.0, -down - LEVEL)
    up = unit(hold.up + lean * unit(np.array((x, 0.0, z))))
    if -down > STEEP:
        up = unit(np.array(hold.sitter.bones.head.at((0.0, OVER_HEAD, 0.0))) - hold.at)
    side, front = across(up, hold.out)
    return hold.turned(up, front, side)


def _gore(h: Hold, i: int) -> Array:
    """Return the outline (n, 3) of one panel: down a rib, along the hollow rim, up the next rib."""
    high, drop, wide = CANOPY
    turns = 2 * np.pi * (i + np.array((0.0, 1.0))) / GORES + 0.2
    t = np.linspace(0.0, 1.0, 5)
    ribs = [_spots(h, np.full(5, a), wide * t, high - drop * t**2) for a in turns]
    k = np.linspace(0.0, 1.0, 7)[1:-1]
    hollow = 4 * k * (1 - k)
    rim = _spots(h, turns[0] + (turns[1] - turns[0]) * k, wide * (1 - 0.10 * hollow), high - drop + 0.035 * hollow)
    return np.concatenate([ribs[0], rim, ribs[1][::-1]])


def _spots(h: Hold, turn: Array, out: Array, up: Array) -> Array:
    """Return points (n, 3) round an umbrella's stick."""
    across = np.cos(turn)[:, None] * h.palm + np.sin(turn)[:, None] * h.out
    spots: Array = h.at + (across * out[:, None] + h.up * up[:, None]) * h.scale
    return spots


def _outward(h: Hold, gore: Array) -> Array:
    """Return the normal of a panel that looks up and out."""
    normal = np.cross(gore[4] - gore[0], gore[10] - gore[0])
    return unit(normal * np.sign(float(normal @ h.up)))


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
        part.after += hold.line(ends[0], hold.at, ends[1], weight=1.5, paint=leather(hold.colour))
    flap = [top + (side * i * 0.17 + down * 0.08 + hold.palm * 0.06) * hold.scale for i in (-1, 1)]
    part.after += hold.line(*flap, weight=0.5)


def stick(hold: Hold) -> None:
    """Add a staff down to the floor, or a club raised to strike."""
    if hold.at[1] > np.array(hold.sitter.bones.chest.origin)[1] - 0.5 * hold.sitter.unit:
        h = hold.turned(unit(hold.up * 0.6 + np.array((0.0, 0.5, 0.0))), hold.out, hold.palm)
        keys = ((0, 0.016, 0.016), (0.45, 0.018, 0.018), (0.8, 0.034, 0.034), (1, 0.034, 0.034))
        club = tube(h.point(up=-0.10), h.point(up=0.72), h.out, keys, scale=h.scale, rows=9)
        h.part(outline(club, h.sitter.pen.camera), h.colour)
        return
    h = upright(hold)
    low = h.at + h.up * (float(h.sitter.actor.position[1]) + 0.01 - h.at[1]) / h.up[1]
    h.rod(low, h.point(up=0.42), 0.016, h.colour)


def cane(hold: Hold) -> None:
    """Add a walking stick from the floor to the hand, its crook over the fist."""
    h = upright(hold)
    low = h.at + h.up * (float(h.sitter.actor.position[1]) + 0.01 - h.at[1]) / h.up[1]
    h.rod(low, h.point(up=0.03), 0.013, h.colour)
    bend = np.linspace(0.0, np.pi, 7)
    crook = np.array([h.point(up=0.03 + 0.05 * np.sin(t), out=0.045 * (1 - np.cos(t))) for t in bend])
    handle = strand(crook, h.palm, np.full(len(crook), 0.014 * h.scale), rows=14)
    h.part(outline(handle, h.sitter.pen.camera), h.colour, 0.002)


def lamp(hold: Hold) -> None:
    """Add a lantern on its ring."""
    down = np.array((0.0, -1.0, 0.0))
    side, front = across(down, hold.out)
    h = hold.turned(-down, front, side)
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
    h = replace(hold.turned(neck, across_, front), at=belly, depth=min(near, hold.depth) - 0.01)
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
    """Add a coil of rope that hangs from the hand."""
    left = np.array(hold.sitter.bones.chest.left)
    rise = np.array((0.0, 1.0, 0.0))
    turn = np.linspace(0, 2 * np.pi, 18)[:, None]
    for k in range(4):
        wide, tall = 0.085 + 0.018 * k, 0.17 + 0.012 * k
        loop = left * wide * np.sin(turn) + rise * (tall * np.cos(turn) - tall)
        points = hold.at + (loop + hold.palm * 0.012 * (k - 2)) * hold.scale
        coil = strand(points, hold.palm, np.full(18, 0.014 * hold.scale), rows=26)
        hold.part(outline(coil, hold.sitter.pen.camera), hold.colour, 0.0002 * k)
    end = np.array([hold.point(), hold.at - rise * 0.2 + left * 0.10, hold.at - rise * 0.46 * hold.scale + left * 0.08])
    hold.part(
        outline(strand(end, hold.palm, np.full(3, 0.014 * hold.scale), rows=10), hold.sitter.pen.camera), hold.colour
    )


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


def baby(hold: Hold) -> None:
    """Add a baby in its wrap, asleep on the arm."""
    chest = hold.sitter.bones.chest
    left, front, up = (np.array(v) for v in (chest.left, chest.facing, chest.up))
    centre = hold.point() + (up * 0.07 + front * 0.03) * hold.scale
    way = unit(left + up * 0.35)
    keys = ((0, 0.05, 0.05), (0.25, 0.095, 0.10), (0.7, 0.10, 0.10), (1, 0.075, 0.075))
    wrap = tube(
        centre - way * 0.22 * hold.scale, centre + way * 0.10 * hold.scale, front, keys, scale=hold.scale, rows=9
    )
    part = hold.part(outline(wrap, hold.sitter.pen.camera), hold.colour, 0.01)
    for t, a in ((0.35, 0.0), (0.6, 0.0)):
        part.after += hold.sitter.crease(wrap, np.linspace(t - 0.12, t + 0.12, 7), np.linspace(a - 60, a + 60, 7), 0.5)
    head = centre + way * 0.17 * hold.scale
    hold.ball(head, 0.088, hold.colour, 0.011)
    face = hold.ball(head + (front * 0.045 + up * 0.01) * hold.scale, 0.066, hold.sitter.actor.look.skin, 0.012)
    if hold.sitter.seen(head, front) > 0.1:
        side = unit(np.cross(front, way))
        for s in (-0.028, 0.028):
            eye = head + (front * 0.105 + side * s + way * 0.008) * hold.scale
            lid = np.array([eye - side * 0.012, eye - way * 0.008, eye + side * 0.012])
            face.after += hold.line(*lid, weight=0.6)
        mouth = head + (front * 0.105 - way * 0.03) * hold.scale
        face.after += hold.line(mouth - side * 0.008, mouth + side * 0.008, weight=0.5)


def suitcase(hold: Hold) -> None:
    """Add a suitcase by its handle, with its straps and corners."""
    down = np.array((0.0, -1.0, 0.0))
    side = unit(hold.sitter.bones.chest.facing * np.array((1.0, 0.0, 1.0)))
    thick = np.cross(down, side)
    grip = np.array(
        [
            hold.at + (down * y + side * x) * hold.scale
            for x, y in ((-0.07, 0.09), (-0.06, 0.01), (0.06, 0.01), (0.07, 0.09))
        ]
    )
    handle = strand(grip, thick, np.full(4, 0.014 * hold.scale), rows=12)
    hold.part(outline(handle, hold.sitter.pen.camera), (70, 50, 44), -0.001)
    h = hold.turned(-down, side, thick)
    case = h.block(h.point(up=-0.26), (0.17, 0.26, 0.075), h.colour, -0.002)
    face = 0.077 if h.sitter.seen(h.at, thick) > 0 else -0.077
    for x in (-0.15, 0.15):
        case.after += h.line(h.point(-0.09, x, face), h.point(-0.43, x, face), weight=1.3)
    case.after += h.line(h.point(-0.15, -0.26, face), h.point(-0.15, 0.26, face), weight=0.5)


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
