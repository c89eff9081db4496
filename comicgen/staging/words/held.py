"""What a deed and a look put into a character's hands."""

from ...drawing import Colour
from .. import Look, Wear
from ..figure.poses import POSES
from .deeds import Deed

STEEL: Colour = (150, 152, 158)
THINGS: dict[str, Colour] = {
    "book": (170, 70, 66),
    "phone": (52, 54, 64),
    "umbrella": (196, 72, 78),
    "sword": (206, 212, 222),
    "cup": (246, 244, 238),
    "bag": (138, 92, 60),
    "flower": (232, 104, 132),
    "letter": (250, 247, 238),
    "pen": (60, 70, 110),
    "ball": (232, 150, 60),
    "stick": (140, 102, 66),
    "lamp": (250, 218, 130),
    "fork": STEEL,
    "bottle": (110, 160, 130),
    "guitar": (196, 132, 72),
    "camera": (56, 56, 64),
    "rope": (200, 172, 120),
    "gun": (60, 62, 70),
    "box": (206, 172, 124),
    "sign": (246, 240, 224),
    "baby": (250, 236, 214),
    "knife": (206, 212, 222),
    "broom": (206, 172, 104),
    "map": (236, 222, 184),
    "microphone": (60, 62, 70),
    "pan": (70, 72, 78),
    "bow": (140, 102, 66),
    "suitcase": (150, 100, 64),
    "key": (70, 70, 78),
    "match": (214, 178, 120),
    "glass": (214, 226, 232),
    "apple": (206, 60, 54),
    "bread": (214, 164, 100),
    "ice cream": (250, 226, 214),
    "binoculars": (56, 56, 64),
    "cane": (116, 80, 54),
    "torch": (120, 84, 56),
}
"""The usual colours of held things."""


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
