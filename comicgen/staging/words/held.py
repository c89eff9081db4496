"""What a deed and a look put into a character's hands."""

from ...drawing import Colour
from .. import Look, Wear
from ..figure.poses import POSES
from .deeds import Deed
from .looks import HELD, STEEL, UPRIGHT


def held(deed: Deed, look: Look) -> tuple[Wear, ...]:
    """Return the things in hand: what the script says, else what the pose itself carries."""
    if look.species not in UPRIGHT:
        return ()
    own = POSES[deed.pose].carries if deed.pose in POSES else ()
    names = deed.holds or own
    return tuple(Wear(name, _colour(name, look)) for name in names)


def _colour(name: str, look: Look) -> Colour:
    worn = next((w.colour for w in look.accessories if w.name == name), None)
    return worn or HELD.get(name, STEEL)
