"""Wheels and bicycles into marks, in their own plane."""

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Area, Array, Mark, Stroke
from .hand import Hand
from .stands import Stand

ROUND = 36
"""Corners of a drawn circle."""
LONG = 1.7
"""Metres: a grown-up's bicycle from tyre to tyre."""
RINGS = (
    (-0.52, 0.34, 0.33, "silhouette", 1.3), (-0.52, 0.34, 0.29, "detail", 1.0), (-0.52, 0.34, 0.03, "detail", 1.0),
    (0.52, 0.34, 0.33, "silhouette", 1.3), (0.52, 0.34, 0.29, "detail", 1.0), (0.52, 0.34, 0.03, "detail", 1.0),
    (-0.05, 0.3, 0.09, "edge", 1.0),
)  # fmt: skip
"""Tyres, rims, hubs and the chain ring: middle ahead and up, radius in metres, role and weight of the line."""
BARS: dict[str, tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]] = {
    "silhouette": (
        ((-0.52, 0.34), (-0.05, 0.3)), ((-0.52, 0.34), (-0.2, 0.78)), ((-0.05, 0.3), (-0.2, 0.84)),
        ((-0.05, 0.3), (0.36, 0.74)), ((-0.2, 0.74), (0.36, 0.74)), ((0.52, 0.34), (0.34, 0.97)),
        ((-0.34, 0.87), (-0.06, 0.85)), ((-0.34, 0.87), (-0.3, 0.82)), ((0.34, 0.97, -0.26), (0.34, 0.97, 0.26)),
    ),
    "edge": (
        ((-0.05, 0.3, 0.06), (0.1, 0.34, 0.06)), ((-0.05, 0.3, -0.06), (-0.2, 0.26, -0.06)),
        ((0.1, 0.34, 0.05), (0.1, 0.34, 0.16)), ((-0.2, 0.26, -0.05), (-0.2, 0.26, -0.16)),
        ((0.34, 0.97, 0.24), (0.24, 0.98, 0.28)), ((0.34, 0.97, -0.24), (0.24, 0.98, -0.28)),
    ),
    "detail": (((-0.52, 0.37), (-0.05, 0.39)), ((-0.52, 0.31), (-0.05, 0.21))),
}  # fmt: skip
"""Frame, saddle and handlebar; cranks, pedals and grips; the chain: ends ahead, up and to the left in metres."""


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
    angle = 2 * np.pi * np.arange(ROUND) / ROUND
    c, sn = np.cos(np.radians(g.yaw)), np.sin(np.radians(g.yaw))
    along = np.array((sn, 0.0, c)) if g.kind == "bicycle" else np.array((c, 0.0, -sn))
    middle = np.array(g.at) + along * offset[0] + (0, offset[1] or g.height / 2, 0)
    points = middle + r * np.cos(angle)[:, None] * along + r * np.sin(angle)[:, None] * np.array((0, 1, 0))
    return hand.ring(points)


def bicycle(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a bicycle along its yaw: wheels with mudguards, frame, cranks, saddle, handlebar, basket."""
    c, sn, k = np.cos(np.radians(g.yaw)), np.sin(np.radians(g.yaw)), g.width / LONG
    along, cross = np.array((sn, 0.0, c)), np.array((c, 0.0, -sn))

    def at(u: float, v: float, w: float = 0.0) -> Array:
        return np.array(g.at) + (along * u + (0, v, 0) + cross * w) * k

    marks: list[Mark] = []
    for u, v, r, role, weight in RINGS:
        ring = _circle(hand, g, r * k, (u * k, v * k))
        if ring is not None:
            marks.append(Stroke(ring, weight * hand.weight(role, s.depth), closed=True, taper=False))
    for role, bars in BARS.items():
        marks += hand.lines(np.array([at(*a) for a, _ in bars]), np.array([at(*b) for _, b in bars]), role)
    corners = ((0.42, 0.64), (0.74, 0.64), (0.78, 0.9), (0.4, 0.9))
    sides = [np.array([at(u, v, w) for u, v in corners]) for w in (-0.15, 0.15)]
    front = np.stack([sides[0][1], sides[1][1], sides[1][2], sides[0][2]])
    basket = np.stack([sides[0], front, sides[1]])
    wires = hand.lines(basket.reshape(-1, 3), np.roll(basket, -1, axis=1).reshape(-1, 3), "detail")
    return marks + hand.fill(basket, hand.light.paint("metal", s.depth)) + wires


def steering_wheel(hand: Hand, s: Stand, g: Growth) -> list[Mark]:
    """Return a rim with three spokes, upright before the driver."""
    angle = 2 * np.pi * np.arange(44) / 44
    rim = np.stack([np.cos(angle), np.sin(angle) * 0.92 + 1], axis=1) * g.width / 2
    hub = s.at(0, g.width / 2)
    width = hand.weight("silhouette", s.depth) * 1.8
    spokes = [Stroke(np.stack([hub, s.shape(rim[k][None])[0]]), width * 0.8) for k in (0, 22, 33)]
    return [Stroke(s.shape(rim), width, closed=True, taper=False), *spokes]
