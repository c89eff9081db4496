"""A place's light before a camera into the side of the frame on which people lie in shade."""

import numpy as np

from ....staging import Scenery
from ....staging.camera import Camera
from ....staging.sets import build_set
from ..setting.light import light_of

FRONTAL = 0.12
"""Cosine between the light and the frame's right up to which it counts as light from before: shade falls right."""


def lee_side(scenery: Scenery, camera: Camera) -> float:
    """Return the side of the frame that lies in shade: 1 right, -1 left.

    The light of a place stays where it is in every panel of a scene, so shade changes sides only with the camera.
    """
    sun = light_of(build_set(scenery.place, scenery.seed), scenery.time, scenery.weather, 1.0).sun
    return 1.0 if float(np.array(sun) @ camera.right) < FRONTAL else -1.0
