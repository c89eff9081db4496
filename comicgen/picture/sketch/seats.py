"""Those who sit where the set has no seat get one of their own: a prop's solids under their hips, as pieces."""

from ...staging import Actor, Staging
from ...staging.sets import prop_parts
from ...staging.sets.solids import Set, Solid, arranged
from .body import Figure
from .order import Piece
from .setting import Light
from .setting.hand import Hand
from .setting.solids import draw_solids


def own_seats(staging: Staging, figures: tuple[Figure, ...], light: Light) -> list[Piece]:
    """Return the pieces of the seats that actors bring with them."""
    solids = [s for a, f in zip(staging.actors, figures, strict=True) if a.seat for s in _seat(a, f)]
    if not solids:
        return []
    return draw_solids(Set("seats", solids=tuple(solids)), Hand(staging.camera, light, 1.0), frozenset())


def _seat(actor: Actor, figure: Figure) -> list[Solid]:
    x, _, z = figure.bones.pelvis.origin
    parts = arranged(prop_parts(actor.seat), (x, actor.position[1], z), actor.yaw, 1)
    return [p for p in parts if isinstance(p, Solid)]
