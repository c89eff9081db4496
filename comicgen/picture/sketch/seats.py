"""Those who sit where the set has no seat or desk get their own: props under and before their hips, as pieces."""

import numpy as np

from ...staging import Actor, Staging
from ...staging.sets import prop_parts
from ...staging.sets.solids import Growth, Seat, Set, Solid, Thing, arranged, turned
from .body import Figure
from .order import Piece
from .setting import Light
from .setting.hand import Hand
from .setting.plants import draw_plants
from .setting.solids import draw_solids

BEFORE = 0.68
"""Metres from the hips to the middle of a desk."""


def own_seats(staging: Staging, figures: tuple[Figure, ...], light: Light) -> list[Piece]:
    """Return the pieces of the seats that actors bring with them."""
    things = [t for a, f in zip(staging.actors, figures, strict=True) if a.seat for t in _seat(a, f)]
    things += [t for a, f in zip(staging.actors, figures, strict=True) if a.desk for t in _desk(a, f)]
    if not things:
        return []
    solids = tuple(t for t in things if isinstance(t, Solid))
    growths = tuple(t for t in things if isinstance(t, Growth))
    brought, hand = Set("seats", solids=solids, growths=growths), Hand(staging.camera, light, 1.0)
    return draw_solids(brought, hand, frozenset()) + draw_plants(brought, hand, frozenset())


def _seat(actor: Actor, figure: Figure) -> list[Thing]:
    """Return the prop's parts with its seat under the hips."""
    x, _, z = figure.bones.pelvis.origin
    parts = prop_parts(actor.seat)
    here = next((p.at for p in parts if isinstance(p, Seat)), (0.0, 0.0, 0.0))
    off = np.array(here) @ turned(actor.yaw)
    return arranged(parts, (x - float(off[0]), 0.0, z - float(off[2])), actor.yaw, 1)


def _desk(actor: Actor, figure: Figure) -> list[Thing]:
    """Return the prop's parts before one who sits, its front to them."""
    hips = np.array(figure.bones.pelvis.origin) + np.array((0.0, 0.0, BEFORE)) @ turned(actor.yaw)
    return arranged(prop_parts(actor.desk), (float(hips[0]), 0.0, float(hips[2])), actor.yaw + 180.0, 2)
