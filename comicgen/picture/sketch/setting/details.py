"""What is drawn on the faces of things: boards, drawers, books, screens, goods; each by its drawn size."""

from .facades import FACADES
from .furnishings import FURNISHINGS
from .gear import GEAR
from .patterns import PATTERNS, Detail
from .shopfronts import shop
from .vehicles import VEHICLES

DETAILS: dict[str, Detail] = {**PATTERNS, **FURNISHINGS, **GEAR, **FACADES, "shop": shop, **VEHICLES}
"""Name of a surface's detail -> what draws it."""
