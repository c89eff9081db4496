"""What is drawn on the faces of things: boards, drawers, books, screens, goods; each by its drawn size."""

from .alleys import alley_wall
from .facades import FACADES
from .furnishings import FURNISHINGS
from .gear import GEAR
from .patterns import PATTERNS, Detail
from .shopfronts import shop
from .vehicles import VEHICLES
from .workings import WORKINGS, cabin

DETAILS: dict[str, Detail] = {
    **PATTERNS,
    **FURNISHINGS,
    **GEAR,
    **FACADES,
    "shop": shop,
    "alley wall": alley_wall,
    "cabin": cabin,
    **VEHICLES,
    **WORKINGS,
}
"""Name of a surface's detail -> what draws it."""
