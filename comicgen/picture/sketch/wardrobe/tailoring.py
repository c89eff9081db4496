"""Names of trims into what is sewn on: necklines, fastenings and costumes in one table."""

from .costumes import COSTUMES
from .fastenings import FASTENINGS
from .necklines import NECKLINES
from .trims import Trim

TRIMS: dict[str, tuple[Trim, ...]] = {**NECKLINES, **FASTENINGS, **COSTUMES}
"""Trims without an entry (cuff stripes, pauldrons, suit rings, sleeve stripes) are solids or lie on the sleeves."""
