"""A drawing into PDF, that PDF into pixels, and the drawing into SVG: the one painter of the house."""

from .page import Paper, raster, to_pdf, to_pixels
from .store import dumps, loads
from .vector import to_svg

__all__ = ["Paper", "dumps", "loads", "raster", "to_pdf", "to_pixels", "to_svg"]
