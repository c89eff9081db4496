"""A hand that holds something into the place and axes of the thing, with the solids that things are made of."""

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ....drawing import Colour
from ..figure.hands import HAND
from ..figure.sitter import Sitter
from ..hulls import hull, outline
from ..loft import across, unit
from ..marks import Array, Paint
from ..mending import mended
from ..pen import Ink, Line, Part
from ..tubes import tube
from ..wardrobe.outfits import leather

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
    hand: int
    """0 left, 1 right, 2 both."""

    @property
    def both(self) -> bool:
        return self.hand == 2

    def turned(self, up: Array, out: Array, palm: Array) -> "Hold":
        """Return the hold with other axes."""
        return replace(self, up=up, out=out, palm=palm)

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

    def sheet(self, corners: Array, colour: Colour, near: float = 0.0) -> Part:
        """Add a flat sheet round corners (n, 3) in order."""
        shape = mended(shapely.polygons(self.sitter.pen.flat(corners)))
        return self.part(shape, colour, near)

    def leaf(self, between: tuple[float, float], wide: float, rise: float, lift: float) -> Array:
        """Return the outline (n, 3) of a page that curls up from a spine to its edge."""
        u = np.linspace(0, 1, 7)
        x, z = wide * u, rise * u + lift + 0.02 * np.sin(np.pi * u)
        rows = [[self.point(y, b, a) for a, b in zip(x, z, strict=True)] for y in between]
        return np.array(rows[0] + rows[1][::-1])

    def line(self, *points: Array, weight: float = 0.6, paint: Paint | None = None) -> list[Ink]:
        """Return an ink line through points."""
        corners = np.array(points)
        even = np.linspace(0, len(corners) - 1, 4 * len(corners) - 3)
        line = np.stack([np.interp(even, np.arange(len(corners)), corners[:, i]) for i in range(3)], axis=1)
        return [Line(line, None, weight, (0.0, 0.0), paint)]

    def ball(self, centre: Array, radius: float, colour: Colour, near: float = 0.0) -> Part:
        """Add a sphere."""
        r = radius * self.scale
        turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        camera = self.sitter.pen.camera
        right, up = np.array(camera.right), np.array(camera.up)
        rim = centre + r * (np.cos(turn)[:, None] * right + np.sin(turn)[:, None] * up)
        return self.solid(colour, rim, near=near)


def hold_in(sitter: Sitter, hand: int, colour: Colour) -> Hold:
    """Return the hold of one hand (0 left, 1 right) or of both (2)."""
    bones = sitter.bones
    grips = bones.grips if hand == 2 else (bones.grips[hand],)
    size = HAND * bones.build.hand * sitter.unit
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
    return Hold(sitter, at, up, out, palm, colour, near + (-0.002 if covers else 0.002), max(scale, 0.5), hand)


def upright(hold: Hold) -> Hold:
    """Return the hold with its rod turned most of the way to the vertical: gravity and habit keep things so."""
    up = unit(hold.up * 0.25 + np.array((0.0, 1.0, 0.0)) * (1.0 if hold.up[1] > -0.5 else -1.0))
    up = up if up[1] > 0 else -up
    side, front = across(up, hold.out)
    return hold.turned(up, front, side)


def face_axes(hold: Hold) -> tuple[Array, Array, Array]:
    """Return the head's own axes: up, front, left."""
    head = hold.sitter.bones.head
    return np.array(head.up), np.array(head.facing), np.array(head.left)
