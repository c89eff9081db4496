"""A staging into anchors: where each character's head, mouth and body are in the picture."""

import numpy as np

from ..geometry import Rect
from . import Anchor, Staging
from .blocking.measure import Measure, measure
from .camera import NEAR, Array, Camera

FLESH = 0.42
"""How far the body reaches round its joints, in head heights."""
LEAST = 0.12
"""Share of a head's box that must be in the frame for it to have an anchor."""


def anchors(staging: Staging) -> tuple[Anchor, ...]:
    """Return the exact head, mouth and body of each character whom the frame shows, in fractions of it."""
    found = []
    cast = {a.character: a for a in staging.actors}
    for actor in staging.actors:
        body = measure(actor, cast.get(actor.partner))
        if (anchor := _anchor(actor.character, body, staging.camera)) is not None:
            found.append(anchor)
    return tuple(found)


def _anchor(character: str, body: Measure, camera: Camera) -> Anchor | None:
    ball = body.ball()
    if float(camera.view(ball)[:, 2].min()) < NEAR:
        return None
    head = _box(ball, camera)
    if _inside(head) < LEAST:
        return None
    mouth = camera.project(body.in_head(body.lips)) / np.array((camera.aspect, 1.0))
    pad = FLESH * body.head.unit
    flesh = np.concatenate(
        [ball, body.points + pad * np.array(camera.right), body.points - pad * np.array(camera.right)]
    )
    flesh = flesh[camera.view(flesh)[:, 2] > NEAR]
    return Anchor(character, _cut(head), (_clamp(mouth[0]), _clamp(mouth[1])), _cut(_box(flesh, camera)))


def _box(points: Array, camera: Camera) -> Rect:
    frame = camera.project(points) / np.array((camera.aspect, 1.0))
    (x0, y0), (x1, y1) = frame.min(axis=0), frame.max(axis=0)
    return Rect(float(x0), float(y0), float(x1 - x0), float(y1 - y0))


def _cut(box: Rect) -> Rect:
    x0, y0, x1, y1 = _clamp(box.x), _clamp(box.y), _clamp(box.right), _clamp(box.bottom)
    return Rect(x0, y0, x1 - x0, y1 - y0)


def _inside(box: Rect) -> float:
    cut = _cut(box)
    return cut.w * cut.h / (box.w * box.h)


def _clamp(v: float) -> float:
    return min(max(float(v), 0.0), 1.0)
