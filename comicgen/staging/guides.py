"""A staging into a pose map: the 18 joints of the COCO body model as coloured limbs on black, at any size.

Colours and order are those of Z. Cao et al., "OpenPose" (2019), which pose-guided models were trained on.
"""

from typing import Any

import numpy as np

from ..geometry import Rect
from . import Actor, Staging
from .anchoring import anchors
from .camera import NEAR, Array, Camera
from .figure import OPENPOSE, OPENPOSE_LIMBS, skeleton

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Shown = np.ndarray[Any, np.dtype[np.bool_]]

HUES = np.array(
    [
        *((255, 0, 0), (255, 85, 0), (255, 170, 0), (255, 255, 0), (170, 255, 0), (85, 255, 0), (0, 255, 0)),
        *((0, 255, 85), (0, 255, 170), (0, 255, 255), (0, 170, 255), (0, 85, 255), (0, 0, 255), (85, 0, 255)),
        *((170, 0, 255), (255, 0, 255), (255, 0, 170), (255, 0, 85)),
    ],
    dtype=float,
)
LIMB = 0.6
"""Brightness of limbs; joints are full."""
STICK = 1 / 128
"""Half width of a limb, as a share of the picture's shorter side."""
FACE = ("nose", "left eye", "right eye", "left ear", "right ear")


def pose_map(staging: Staging, width: int, height: int) -> Pixels:
    """Return (height, width, 3) RGB: farther figures first, hidden parts of a face left out."""
    sheet = np.zeros((height, width, 3))
    size = max(1.5, STICK * min(width, height))
    cast = {a.character: a for a in staging.actors}
    found = [joints(a, staging.camera, cast.get(a.partner)) for a in staging.actors]
    for points, shown, _ in sorted(found, key=lambda f: -f[2]):
        spots = points * (width, height)
        for k, (a, b) in enumerate(OPENPOSE_LIMBS):
            if shown[a] and shown[b]:
                _capsule(sheet, (spots[a], spots[b]), size, HUES[k] * LIMB)
        for k in np.flatnonzero(shown).tolist():
            _capsule(sheet, (spots[k], spots[k]), size, HUES[k])
    pixels: Pixels = np.rint(sheet).astype(np.uint8)
    return pixels


def joints(actor: Actor, camera: Camera, partner: Actor | None = None) -> tuple[Array, Shown, float]:
    """Return (18, 2) joints in fractions of the frame, which of them are to be seen, and their mean depth."""
    bones = skeleton(actor, partner)
    world = np.array([point for _, point in bones.openpose()])
    view = camera.view(world)
    points: Array = camera.lens(view) / np.array((camera.aspect, 1.0))
    shown = view[:, 2] > NEAR
    middle = np.array(bones.head.at((0.0, 0.45, -0.05)))
    for k, name in enumerate(OPENPOSE):
        if name in FACE:
            outward, sight = world[k] - middle, np.array(camera.eye) - world[k]
            lean = float(outward @ sight / (np.linalg.norm(outward) * np.linalg.norm(sight)))
            shown[k] &= lean > (-0.35 if "ear" in name else -0.15)
    return points, shown, float(view[:, 2].mean())


def boxes(staging: Staging) -> dict[str, Rect]:
    """Return each seen character's whole box in fractions of the frame."""
    return {a.character: a.body for a in anchors(staging)}


def _capsule(sheet: Array, ends: tuple[Array, Array], radius: float, hue: Array) -> None:
    """Paint a thick line with soft edges."""
    a, b = ends
    low = np.floor(np.minimum(a, b) - radius - 1).astype(int)
    high = np.ceil(np.maximum(a, b) + radius + 2).astype(int)
    x0, y0 = np.maximum(low, 0).tolist()
    x1, y1 = np.minimum(high, (sheet.shape[1], sheet.shape[0])).tolist()
    if x0 >= x1 or y0 >= y1:
        return
    y, x = np.mgrid[y0:y1, x0:x1] + 0.5
    way = b - a
    t = np.clip(((x - a[0]) * way[0] + (y - a[1]) * way[1]) / max(float(way @ way), 1e-9), 0, 1)
    far = np.hypot(x - a[0] - t * way[0], y - a[1] - t * way[1])
    cover = np.clip(radius + 0.5 - far, 0, 1)[..., None]
    sheet[y0:y1, x0:x1] = sheet[y0:y1, x0:x1] * (1 - cover) + hue * cover
