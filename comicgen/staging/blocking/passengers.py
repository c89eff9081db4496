"""One who sits beside somebody driving out of doors into the other seat of the car."""

from dataclasses import replace

import numpy as np

from .block import Blocked
from .measure import moved

DRIVES: str = "driving"
CAR: str = "open car"
ABREAST = 0.72
"""Metres between the two seats in the front."""


def beside_driver(found: Blocked, i: int) -> Blocked:
    """Return the picture with the ``i``-th actor in the driver's car, on the side where the frame has them."""
    j = next((k for k, a in enumerate(found.actors) if a.pose == DRIVES and a.seat == CAR and k != i), -1)
    if j < 0 or any(a.seat == CAR for k, a in enumerate(found.actors) if k not in (i, j)):
        return found
    actors, bodies, driver = list(found.actors), list(found.bodies), found.actors[j]
    way = np.radians(driver.yaw)
    across = np.array((np.cos(way), 0.0, -np.sin(way)))
    right = np.array(found.camera.right)
    wish = float((np.array(actors[i].position) - np.array(driver.position)) @ right) * float(across @ right)
    hips = bodies[j].hips + across * (ABREAST if wish >= 0 else -ABREAST)
    x, _, z = (hips - moved(bodies[i], actors[i], (0.0, 0.0, 0.0), driver.yaw).hips).tolist()
    bodies[i] = moved(bodies[i], actors[i], (x, 0.0, z), driver.yaw)
    actors[i] = replace(actors[i], position=(x, 0.0, z), yaw=driver.yaw, seat=CAR, desk="")
    return replace(found, actors=tuple(actors), bodies=tuple(bodies))
