"""People of the crowd into pieces: small background figures without faces, who stand, walk or sit where seats are."""

from collections.abc import Sequence
from random import Random

import numpy as np

from ....staging.sets.solids import Growth, Seat, Set
from ..marks import Area, Array, Mark, Paint, Stroke
from ..order import Piece, figure_piece
from .hand import Hand
from .stands import Stand, stands_of
from .subject import Subject

CROWD = 22
SEATS = 5
"""A place with so many seats has its crowd sit."""
APART = 1.0
"""Metres squared that the crowd keeps from a subject."""
BEHIND = 1.35
"""The crowd stands farther away than the subject by this factor at least, for it has no faces."""


def draw_crowd(place: Set, hand: Hand, seed: int, subjects: Sequence[Subject]) -> list[Piece]:
    """Return people in the background, off the subjects, the same for every camera."""
    chairs = [s for s in place.seats if s.kind in ("chair", "bench", "sofa", "stool")]
    if place.interior and len(chairs) >= SEATS:
        people = [_sitter(s, seed + 31 * k) for k, s in enumerate(chairs)]
    else:
        people = _standing(place, seed)
    pieces = []
    stands = stands_of(hand, tuple(person for person, _, _ in people))
    for (person, seat, yaw), stand in zip(people, stands, strict=True):
        x, _, z = person.at
        if any((x - s.at[0]) ** 2 + (z - s.at[2]) ** 2 < APART for s in subjects):
            continue
        if stand is None or stand.depth < BEHIND * hand.reference or person.height * stand.metre < 1.5:
            continue
        marks = _drawn(hand, stand, person, (seat, yaw))
        tall = person.height + (seat * 0.2 if seat else 0.0)
        pieces.append(figure_piece(marks, (x, 0.0, z), tall, hand.camera, seat=seat))
    return pieces


def _sitter(seat: Seat, seed: int) -> tuple[Growth, float, float]:
    return Growth("person", (seat.at[0], 0.0, seat.at[2]), 0.5, 1.28, seed), seat.height, seat.yaw


def _standing(place: Set, seed: int) -> list[tuple[Growth, float, float]]:
    rng = Random(seed * 7 + 3)
    a = place.stand
    far = a.z0 if place.interior else min(a.z0, -10.0) - 8
    out = []
    for k in range(CROWD):
        at = (rng.uniform(a.x0 - 0.3, a.x1 + 0.3), 0.0, rng.uniform(far, min(a.z1, -2.2)))
        out.append((Growth("person", at, 0.5, rng.uniform(1.55, 1.8), seed + 31 * k), 0.0, rng.choice((0.0, 180.0))))
    return out


def _drawn(hand: Hand, s: Stand, g: Growth, pose: tuple[float, float]) -> list[Mark]:
    """Return a figure from the front or, turned away from the camera, from behind; seated ones from the hips up."""
    dice = np.random.default_rng(g.seed)
    seat, yaw = pose
    top = hand.light.paint(("white", "blue cloth", "black", "cloth", "red")[int(dice.integers(5))], s.depth)
    legs = hand.light.paint(("navy", "black", "cloth")[int(dice.integers(3))], s.depth)
    h, width = (1.7 if seat else g.height), hand.weight("edge", s.depth)
    drop = 0.5 * h - seat if seat else 0.0
    forward = hand.camera.forward
    away = forward[0] * np.sin(np.radians(yaw)) + forward[2] * np.cos(np.radians(yaw)) > 0
    marks: list[Mark] = [] if seat else _legs(s, h, legs, width, float(dice.uniform(0.02, 0.07)))
    for ring, paint in _upper(h, top, hand, s, away=bool(away)):
        marks += _blob(s, ring - (0.0, drop), paint, width)
    return marks


def _legs(s: Stand, h: float, paint: Paint, width: float, stride: float) -> list[Mark]:
    marks: list[Mark] = []
    for x in (-1, 1):
        leg = np.array([(x * 0.008, 0.5), (x * 0.075, 0.5), (x * (0.06 + stride), 0.0), (x * (0.015 + stride), 0.0)])
        marks += _blob(s, leg * h, paint, width)
    return marks


def _upper(h: float, top: Paint, hand: Hand, s: Stand, *, away: bool) -> list[tuple[Array, Paint]]:
    """Return arms, coat, head and hair as (ring in metres, paint), back to front."""
    angle = np.arange(14) * np.pi / 7
    head = np.stack([0.05 * np.cos(angle), 0.93 + 0.066 * np.sin(angle)], axis=1)
    cap = head[:8]
    fringe = np.array([(-0.044, 0.915), (-0.02, 0.955), (0.02, 0.955), (0.044, 0.915)])
    hair = head * (1.06, 1.0) if away else np.concatenate([cap, fringe])
    coat = [
        (-0.1, 0.825),
        (-0.04, 0.86),
        (0.04, 0.86),
        (0.1, 0.825),
        (0.098, 0.5),
        (0.08, 0.46),
        (-0.08, 0.46),
        (-0.098, 0.5),
    ]
    arms = [np.array([(x * 0.095, 0.825), (x * 0.135, 0.78), (x * 0.15, 0.5), (x * 0.115, 0.5)]) for x in (-1, 1)]
    skin, black = hand.light.paint("skin", s.depth), hand.light.paint("black", s.depth)
    parts = [(a * h, top) for a in arms] + [(np.array(coat) * h, top), (head * h, skin)]
    return [*parts, (hair * h, black)]


def _blob(s: Stand, shape: Array, paint: Paint, width: float) -> list[Mark]:
    ring = s.shape(shape)
    return [Area((ring,), paint), Stroke(ring, width, closed=True, taper=False)]
