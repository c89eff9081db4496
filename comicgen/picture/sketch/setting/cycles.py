"""Wheels and bicycles into marks, in their own plane."""

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Area, Array, Mark, Stroke
from .hand import Hand
from .stands import Stand


def wheel(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a wheel in its own plane, seen from outside: tyre, rim, hub."""
    out: list[Mark] = []
    yaw = np.radians(g.yaw)
    if np.array((np.sin(yaw), 0.0, np.cos(yaw))) @ (np.array(hand.camera.eye) - np.array(g.at)) <= 0:
        return []
    for r, name in ((0.5, "black"), (0.32, "metal"), (0.1, "dark metal")):
        ring = _circle(hand, g, r * g.width)
        if ring is not None:
            out.append(Area((ring,), hand.light.paint(name, s.depth)))
    rim = _circle(hand, g, 0.32 * g.width)
    return [*out, Stroke(rim, hand.weight("detail", s.depth), closed=True, taper=False)] if rim is not None else out


def _circle(hand: Hand, g: Growth, r: float, offset: tuple[float, float] = (0.0, 0.0)) -> Array | None:
    """Return a circle about a growth's middle in the plane that its yaw turns."""
    angle = 2 * np.pi * np.arange(20) / 20
    c, sn = np.cos(np.radians(g.yaw)), np.sin(np.radians(g.yaw))
    along = np.array((sn, 0.0, c)) if g.kind == "bicycle" else np.array((c, 0.0, -sn))
    middle = np.array(g.at) + along * offset[0] + (0, offset[1] or g.height / 2, 0)
    points = middle + r * np.cos(angle)[:, None] * along + r * np.sin(angle)[:, None] * np.array((0, 1, 0))
    return hand.ring(points)


def bicycle(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a bicycle along its yaw: wheels, frame, saddle, handlebar, basket."""
    c, sn = np.cos(np.radians(g.yaw)), np.sin(np.radians(g.yaw))
    along, cross = np.array((sn, 0.0, c)), np.array((c, 0.0, -sn))

    def at(u: float, v: float, w: float = 0.0) -> Array:
        return np.array(g.at) + along * u + (0, v, 0) + cross * w

    marks: list[Mark] = []
    for u in (-0.52, 0.52):
        for r, role in ((0.33, "silhouette"), (0.29, "detail")):
            ring = _circle(hand, g, r, (u, 0.34))
            if ring is not None:
                marks.append(Stroke(ring, hand.weight(role, s.depth), closed=True, taper=False))
    bars = [
        ((-0.52, 0.34), (-0.05, 0.3)),
        ((-0.52, 0.34), (-0.2, 0.78)),
        ((-0.05, 0.3), (-0.2, 0.84)),
        ((-0.05, 0.3), (0.36, 0.74)),
    ]
    bars += [((-0.2, 0.74), (0.36, 0.74)), ((0.52, 0.34), (0.34, 0.97)), ((-0.34, 0.86), (-0.08, 0.86))]
    marks += hand.lines(np.array([at(*a) for a, _ in bars]), np.array([at(*b) for _, b in bars]), "silhouette")
    grips = hand.lines(at(0.34, 0.97, -0.24)[None], at(0.34, 0.97, 0.24)[None], "silhouette")
    corners = ((0.42, 0.64), (0.74, 0.64), (0.78, 0.9), (0.4, 0.9))
    sides = [np.array([at(u, v, w) for u, v in corners]) for w in (-0.15, 0.15)]
    front = np.stack([sides[0][1], sides[1][1], sides[1][2], sides[0][2]])
    basket = np.stack([sides[0], front, sides[1]])
    wires = hand.lines(basket.reshape(-1, 3), np.roll(basket, -1, axis=1).reshape(-1, 3), "detail")
    return marks + hand.fill(basket, hand.light.paint("metal", s.depth)) + wires + grips


def steering_wheel(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a rim with three spokes, upright before the driver."""
    angle = 2 * np.pi * np.arange(44) / 44
    rim = np.stack([np.cos(angle), np.sin(angle) * 0.92 + 1], axis=1) * g.width / 2
    hub = s.at(0, g.width / 2)
    width = hand.weight("silhouette", s.depth) * 1.8
    spokes = [Stroke(np.stack([hub, s.shape(rim[k][None])[0]]), width * 0.8) for k in (0, 22, 33)]
    return [Stroke(s.shape(rim), width, closed=True, taper=False), *spokes]
