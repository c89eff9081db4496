"""Words of a place into a set: places and props as solids in metres, the same from every angle.

The stage is round the origin, the camera by default on the +z side, the set mostly towards -z.
"""

from functools import lru_cache

from .builder import PROPS, Builder
from .places import PLACES
from .small_things import SMALL_THINGS
from .solids import Area, Seat, Set, Thing
from .words import find_place, find_props, is_small, missing_props, seat_of

__all__ = [
    "PLACES",
    "PROPS",
    "SMALL_THINGS",
    "build_set",
    "camera_area",
    "find_place",
    "find_props",
    "is_small",
    "missing_props",
    "prop_parts",
    "seat_of",
    "seats",
    "stand_area",
]


@lru_cache(maxsize=64)
def build_set(place: str, seed: int = 0) -> Set:
    """Return the set of a place. The same place and seed give the same set."""
    builder = Builder(place, seed)
    PLACES[place].build(builder)
    return builder.done()


def seats(place: str, seed: int = 0) -> tuple[Seat, ...]:
    """Return where one may sit or lie in a place, nearest to the stage's middle first."""
    return tuple(sorted(build_set(place, seed).seats, key=lambda s: s.at[0] ** 2 + (s.at[2] + 1.0) ** 2))


def stand_area(place: str, seed: int = 0) -> Area:
    """Return where actors may stand."""
    return build_set(place, seed).stand


def camera_area(place: str, seed: int = 0) -> Area:
    """Return where the camera may be."""
    return build_set(place, seed).camera


def prop_parts(prop: str) -> list[Thing]:
    """Return a prop's parts in its own axes: foot at the origin, front towards +z."""
    return PROPS[prop][0]()
