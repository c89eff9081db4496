"""Those who are with somebody in a bed onto free ground beside it."""

from dataclasses import replace

import numpy as np

from .. import Scenery
from .block import Blocked
from .grounds import obstacles
from .measure import moved
from .open_ground import meets

STEPS = np.array([s * 0.15 * k for k in range(14) for s in (1.0, -1.0)])
"""Metres farther and nearer that are tried, the least first."""
BODY, NEAREST = 0.18, 1.2
"""Metres: half the width of somebody, and the least to the camera."""


def beside_bed(found: Blocked, scenery: Scenery) -> Blocked:
    """Return the picture with everybody on the ground out of the furniture, where the frame had them."""
    things = obstacles(scenery.place, scenery.seed)
    actors, bodies = list(found.actors), list(found.bodies)
    eye = np.array(found.camera.eye)
    for i, actor in enumerate(actors):
        if actor.position[1] > 0.0:
            continue
        here = np.array(actor.position)
        way = (here - eye) * (1.0, 0.0, 1.0)
        far = max(float(np.linalg.norm(way)), 1e-6)
        spots = here + STEPS[:, None] * way / far
        free = ~meets(spots - BODY, spots + BODY, things) & (far + STEPS > NEAREST)
        if free.any():
            x, y, z = spots[int(free.argmax())].tolist()
            bodies[i] = moved(bodies[i], actor, (x, y, z), actor.yaw)
            actors[i] = replace(actor, position=(x, y, z))
    return replace(found, actors=tuple(actors), bodies=tuple(bodies))
