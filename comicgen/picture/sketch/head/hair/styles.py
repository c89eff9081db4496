"""The table of hair styles: a name into locks, cap and gleam."""

from collections.abc import Callable
from functools import lru_cache

from .close import CLOSE_CUT
from .curls import CURLS
from .locks import Style
from .long import LONG
from .loose import LOOSE
from .tied import BOUND

STYLES: dict[str, Callable[[], Style]] = {**LOOSE, **CLOSE_CUT, **CURLS, **LONG, **BOUND}


@lru_cache(maxsize=64)
def style(name: str) -> Style:
    """Return the hair style of that name; an unknown one is short."""
    return STYLES.get(name, STYLES["short"])()
