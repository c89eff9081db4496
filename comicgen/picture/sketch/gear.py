"""Things in a figure's hands into parts: each thing is a few solids in the hand's own axes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...drawing import Colour
from .loft import across, hull, outline, profile, ring, strand, tube, unit
from .marks import Array, Mark
from .pen import Part
from .sitter import Sitter, coloured
from .wardrobe import GOLD, STEEL, WHITE, cloth, leather

COLOURS: dict[str, Colour] = {
    "book": (170, 70, 66),
    "phone": (52, 54, 64),
    "umbrella": (196, 72, 78),
    "sword": (206, 212, 222),
    "cup": (246, 244, 238),
    "bag": (138, 92, 60),
    "flower": (232, 104, 132),
    "letter": (250, 247, 238),
    "pen": (60, 70, 110),
    "ball": (232, 150, 60),
    "stick": (140, 102, 66),
    "lamp": (250, 218, 130),
    "fork": STEEL,
    "bottle": (110, 160, 130),
    "guitar": (196, 132, 72),
    "camera": (56, 56, 64),
    "rope": (200, 172, 120),
    "gun": (60, 62, 70),
    "box": (206, 172, 124),
    "sign": (246, 240, 224),
    "baby": (250, 236, 214),
    "knife": (206, 212, 222),
    "broom": (206, 172, 104),
    "map": (236, 222, 184),
}
"""Own colour of each thing, where the script gives none."""
WOOD: Colour = (140, 102, 66)


@dataclass(frozen=True, slots=True, eq=False)
class Hold:
    """Where a thing is: its middle in the grip and three unit axes. Metres."""

    sitter: Sitter
    at: Array
    up: Array
    """Along a rod in the fist, towards the thumb."""
    out: Array
    """Along the fingers."""
    palm: Array
    colour: Colour
    depth: float
    scale: float
    """1 for an adult, less for children."""
    both: bool

    def point(self, up: float = 0.0, out: float = 0.0, palm: float = 0.0) -> Array:
        """Return the point so many metres along the three axes."""
        spot: Array = self.at + (self.up * up + self.out * out + self.palm * palm) * self.scale
        return spot

    def part(self, shape: object, colour: Colour, near: float = 0.0, weight: float = 0.8) -> Part:
        """Add and return a part of a colour, ``near`` metres nearer than the hand."""
        part = Part(self.depth - near, shape, leather(colour), weight=weight, shade=0.45, smooth=1, name="held")
        return self.sitter.add(part)

    def solid(self, colour: Colour, *corners: Array, near: float = 0.0) -> Part:
        """Add the convex solid round points."""
        return self.part(
            hull(np.concatenate([np.atleast_2d(c) for c in corners]), self.sitter.pen.camera), colour, near
        )

    def rod(self, start: Array, end: Array, radius: float, colour: Colour, near: float = 0.0) -> Part:
        """Add a round bar."""
        r = radius * self.scale
        bar = tube(start, end, self.palm + self.out * 0.3, ((0, r, r), (1, r, r)), rows=2)
        return self.part(outline(bar, self.sitter.pen.camera), colour, near)

    def block(self, centre: Array, half: tuple[float, float, float], colour: Colour, near: float = 0.0) -> Part:
        """Add a box with half sizes along up, out and palm."""
        a, b, c = (self.up * half[0], self.out * half[1], self.palm * half[2])
        corners = [centre + (i * a + j * b + k * c) * self.scale for i in (-1, 1) for j in (-1, 1) for k in (-1, 1)]
        return self.solid(colour, np.array(corners), near=near)

    def line(self, *points: Array, weight: float = 0.6) -> list[Mark]:
        """Return an ink line through points."""
        return self.sitter.pen.line_on(np.array(points), None, weight, (0.0, 0.0))

    def ball(self, centre: Array, radius: float, colour: Colour, near: float = 0.0) -> Part:
        """Add a sphere."""
        r = radius * self.scale
        turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        camera = self.sitter.pen.camera
        right, up = np.array(camera.right), np.array(camera.up)
        rim = centre + r * (np.cos(turn)[:, None] * right + np.sin(turn)[:, None] * up)
        return self.solid(colour, rim, near=near)


def draw_held(sitter: Sitter) -> None:
    """Add what the hands hold."""
    colours = {w.name: w.colour for w in sitter.actor.holds}
    for thing, hand in sitter.bones.held:
        colour = colours.get(thing, COLOURS.get(thing, WOOD))
        THINGS.get(thing, _stick)(_hold(sitter, hand, colour))


def _hold(sitter: Sitter, hand: int, colour: Colour) -> Hold:
    bones = sitter.bones
    grips = bones.grips if hand == 2 else (bones.grips[hand],)
    size = 0.95 * bones.build.hand * sitter.unit
    centres = [g.frame.at((0.0, 0.30 * size, 0.10 * size)) for g in grips]
    at = np.mean(centres, axis=0)
    first = grips[0].frame
    up, out, palm = (np.array(v) for v in (first.left, first.up, first.facing))
    if hand == 2:
        up, out = np.array(bones.chest.up), np.array(bones.chest.facing)
        palm = unit(centres[0] - centres[1])
    names = ["left hand", "right hand"] if hand == 2 else [("left hand", "right hand")[hand]]
    depths = [p.depth for p in sitter.parts if p.name in names]
    near = min(depths) if depths else sitter.z(at)
    covers = hand != 2 and sitter.seen(at, palm) > 0.25
    scale = min(1.0, bones.build.shoulder / 1.25)
    return Hold(sitter, at, up, out, palm, colour, near + (-0.002 if covers else 0.002), max(scale, 0.5), hand == 2)


def _upright(hold: Hold) -> Hold:
    """Return the hold with its rod turned most of the way to the vertical: gravity and habit keep things so."""
    up = unit(hold.up * 0.25 + np.array((0.0, 1.0, 0.0)) * (1.0 if hold.up[1] > -0.5 else -1.0))
    up = up if up[1] > 0 else -up
    side, front = across(up, hold.out)
    return Hold(hold.sitter, hold.at, up, front, side, hold.colour, hold.depth, hold.scale, hold.both)


def _book(hold: Hold) -> None:
    if not hold.both:
        hold.block(hold.point(out=0.04), (0.11, 0.08, 0.018), hold.colour)
        return
    _sheets(hold, (0.20, 0.15, 0.05), hold.colour, lines=True)


def _map(hold: Hold) -> None:
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


def _phone(hold: Hold) -> None:
    part = hold.block(hold.point(out=0.045, palm=0.012), (0.037, 0.075, 0.005), hold.colour)
    if hold.sitter.seen(hold.at, hold.palm) > 0.1:
        centre = hold.point(out=0.045, palm=0.018)
        corners = [
            centre + (hold.up * i * 0.031 + hold.out * j * 0.064) * hold.scale
            for i, j in ((1, 1), (1, -1), (-1, -1), (-1, 1))
        ]
        part.after += hold.sitter.pen.patch(hold.sitter.pen.flat(np.array(corners)), cloth((150, 190, 220)), 0.4)


def _umbrella(hold: Hold) -> None:
    h = _upright(hold)
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


def _blade(hold: Hold, length: float, width: float, guard: float) -> None:
    tip, base = hold.point(up=0.06 + length), hold.point(up=0.06)
    side = hold.out * width * hold.scale
    neck = tip - hold.up * width * 2
    part = hold.solid(hold.colour, np.array([base + side, base - side, neck + side, neck - side, tip]))
    part.after += hold.line(base, tip - hold.up * width * 2.5, weight=0.4)
    if guard:
        hold.rod(hold.point(up=0.055, out=-guard), hold.point(up=0.055, out=guard), 0.012, GOLD, 0.001)
    hold.rod(hold.point(up=-0.11), hold.point(up=0.05), 0.015, (70, 50, 44), 0.0005)


def _sword(hold: Hold) -> None:
    _blade(hold, 0.80, 0.022, 0.075)


def _knife(hold: Hold) -> None:
    _blade(hold, 0.17, 0.014, 0.0)


def _cup(hold: Hold) -> None:
    h = _upright(hold)
    radii = ((0, 0.032, 0.032), (1, 0.042, 0.042))
    body = tube(h.point(up=-0.045, palm=0.02), h.point(up=0.055, palm=0.02), h.out, radii, scale=h.scale, rows=3)
    part = h.part(outline(body, h.sitter.pen.camera), h.colour)
    if h.sitter.seen(body.centre[-1], h.up) > 0.03:
        part.after += h.sitter.pen.patch(h.sitter.pen.flat(body.rings()[-1]), cloth((120, 84, 60)), 0.6)


def _bottle(hold: Hold) -> None:
    h = _upright(hold)
    keys = ((0, 0.036, 0.036), (0.55, 0.036, 0.036), (0.72, 0.014, 0.014), (1, 0.014, 0.014))
    h.part(
        outline(tube(h.point(up=-0.10), h.point(up=0.16), h.out, keys, scale=h.scale, rows=9), h.sitter.pen.camera),
        h.colour,
    )


def _bag(hold: Hold) -> None:
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


def _flower(hold: Hold) -> None:
    h = _upright(hold)
    h.rod(h.point(up=-0.14), h.point(up=0.20), 0.005, (90, 140, 80))
    for i, (x, z) in enumerate(((0.0, 0.0), (0.05, 0.02), (-0.045, 0.02), (0.01, -0.05), (0.0, 0.055))):
        h.ball(
            h.point(up=0.21 + 0.02 * (i % 2), out=x, palm=z),
            0.036,
            h.colour if i else (250, 214, 110),
            0.002 if i == 0 else 0.001,
        )


def _letter(hold: Hold) -> None:
    part = hold.block(hold.point(out=0.08, palm=0.012), (0.055, 0.085, 0.002), hold.colour)
    c = hold.point(out=0.08, palm=0.016)
    a, b = (c + (hold.up * 0.055 + hold.out * s * 0.085) * hold.scale for s in (-1, 1))
    part.after += hold.line(a, c, b, weight=0.45)


def _pen(hold: Hold) -> None:
    tilt = unit(hold.up + hold.out * 0.5)
    hold.rod(hold.at - tilt * 0.06 * hold.scale, hold.at + tilt * 0.11 * hold.scale, 0.006, hold.colour, 0.003)


def _fork(hold: Hold) -> None:
    tip = hold.point(up=0.12, out=0.02)
    part = hold.rod(hold.point(up=-0.06), tip, 0.005, hold.colour, 0.003)
    for s in (-1, 0, 1):
        part.after += hold.line(tip, tip + (hold.up * 0.05 + hold.palm * 0.012 * s) * hold.scale, weight=0.6)


def _ball(hold: Hold) -> None:
    part = hold.ball(hold.point(out=0.03, palm=0.10), 0.105, hold.colour)
    c, r = hold.point(out=0.03, palm=0.10), 0.104 * hold.scale
    turn = np.linspace(0, 2 * np.pi, 24)
    arc = c + r * (np.cos(turn)[:, None] * hold.up + np.sin(turn)[:, None] * hold.out)
    part.after += hold.sitter.pen.line_on(arc, unit(arc - c), 0.5, (0.05, 0.05))


def _stick(hold: Hold) -> None:
    h = _upright(hold)
    low = h.at + h.up * (float(h.sitter.actor.position[1]) + 0.01 - h.at[1]) / h.up[1]
    h.rod(low, h.point(up=0.42), 0.016, h.colour)


def _lamp(hold: Hold) -> None:
    down = np.array((0.0, -1.0, 0.0))
    side, front = across(down, hold.out)
    h = Hold(hold.sitter, hold.at, -down, front, side, hold.colour, hold.depth, hold.scale, hold.both)
    glass = h.block(h.point(up=-0.20), (0.075, 0.055, 0.055), h.colour)
    h.block(h.point(up=-0.115), (0.014, 0.065, 0.065), (70, 64, 60), 0.001)
    h.block(h.point(up=-0.285), (0.012, 0.065, 0.065), (70, 64, 60), 0.001)
    glass.after += h.line(h.point(up=-0.13), h.point(up=-0.27), weight=0.5)
    glass.after += h.line(h.point(up=-0.10, out=0.05), h.point(), h.point(up=-0.10, out=-0.05), weight=0.8)


def _guitar(hold: Hold) -> None:
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


def _camera(hold: Hold) -> None:
    h = Hold(hold.sitter, hold.at, *_face_axes(hold), hold.colour, hold.depth - 0.02, hold.scale, True)
    h.block(h.point(), (0.045, 0.03, 0.07), h.colour)
    if h.sitter.seen(h.at, h.out) > 0.1:
        turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)
        for r, colour in ((0.034, (86, 88, 98)), (0.020, (30, 34, 50))):
            disc = h.point(out=0.05) + (np.cos(turn)[:, None] * h.up + np.sin(turn)[:, None] * h.palm) * r * h.scale
            h.solid(colour, disc, near=0.002)


def _face_axes(hold: Hold) -> tuple[Array, Array, Array]:
    head = hold.sitter.bones.head
    return np.array(head.up), np.array(head.facing), np.array(head.left)


def _rope(hold: Hold) -> None:
    turn = np.linspace(0, 2 * np.pi, 18)[:, None]
    rise = np.array((0.0, 1.0, 0.0))
    for k in (0, 1, 2):
        loop = hold.out * (0.02 * k + 0.09 * np.sin(turn)) + rise * (0.18 * np.cos(turn) - 0.18 - 0.02 * k)
        points = hold.at + (loop + hold.palm * 0.01 * k) * hold.scale
        rope = strand(points, hold.palm, np.full(18, 0.011 * hold.scale), rows=24)
        hold.part(outline(rope, hold.sitter.pen.camera), hold.colour)


def _gun(hold: Hold) -> None:
    hold.block(hold.point(out=0.075, up=0.055), (0.016, 0.095, 0.012), hold.colour)
    hold.block(hold.point(out=0.0, up=0.0), (0.055, 0.020, 0.012), hold.colour, -0.001)


def _box(hold: Hold) -> None:
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


def _sign(hold: Hold) -> None:
    h = _upright(hold)
    h.rod(h.point(up=-0.25), h.point(up=0.45), 0.012, WOOD)
    board = h.block(h.point(up=0.55, out=0.015), (0.14, 0.012, 0.22), h.colour, 0.001)
    for k in (0.06, 0.0, -0.06):
        board.after += h.line(
            h.point(up=0.55 + k, out=0.03, palm=0.15), h.point(up=0.55 + k, out=0.03, palm=-0.15), weight=0.6
        )


def _baby(hold: Hold) -> None:
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


def _broom(hold: Hold) -> None:
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


THINGS: dict[str, Callable[[Hold], None]] = {
    "book": _book,
    "phone": _phone,
    "umbrella": _umbrella,
    "sword": _sword,
    "cup": _cup,
    "bag": _bag,
    "flower": _flower,
    "letter": _letter,
    "pen": _pen,
    "ball": _ball,
    "stick": _stick,
    "lamp": _lamp,
    "fork": _fork,
    "bottle": _bottle,
    "guitar": _guitar,
    "camera": _camera,
    "rope": _rope,
    "gun": _gun,
    "box": _box,
    "sign": _sign,
    "baby": _baby,
    "knife": _knife,
    "broom": _broom,
    "map": _map,
}
"""How each held thing is drawn."""
