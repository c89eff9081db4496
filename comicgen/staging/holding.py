"""What a deed and a look put into a character's hands."""

from ..drawing import Colour
from . import Look, Wear
from .deeds import Deed
from .figure.poses import POSES

THINGS: dict[str, Colour] = {
    "book": (150, 70, 60),
    "phone": (48, 50, 60),
    "umbrella": (70, 90, 140),
    "sword": (200, 205, 212),
    "cup": (236, 232, 222),
    "bag": (120, 84, 56),
    "flower": (214, 84, 110),
    "letter": (246, 240, 224),
    "pen": (40, 44, 70),
    "ball": (214, 92, 52),
    "stick": (132, 96, 62),
    "lamp": (240, 196, 90),
    "bottle": (84, 130, 96),
    "guitar": (176, 112, 58),
    "camera": (52, 52, 58),
    "gun": (60, 62, 68),
    "box": (190, 150, 104),
    "sign": (240, 236, 226),
    "baby": (244, 222, 206),
    "knife": (196, 200, 208),
    "broom": (170, 130, 80),
    "map": (226, 208, 164),
}
"""The usual colours of held things."""
STEEL: Colour = (150, 152, 158)


def held(deed: Deed, look: Look) -> tuple[Wear, ...]:
    """Return the things in hand: what the script says, else what the pose itself carries."""
    if look.species not in ("human", "robot"):
        return ()
    own = POSES[deed.pose].carries if deed.pose in POSES else ()
    names = deed.holds or own
    return tuple(Wear(name, _colour(name, look)) for name in names)


def _colour(name: str, look: Look) -> Colour:
    worn = next((w.colour for w in look.accessories if w.name == name), None)
    return worn or THINGS.get(name, STEEL)
