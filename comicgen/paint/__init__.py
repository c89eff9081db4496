"""A drawing into PDF, and that PDF into pixels: the one painter of the house."""

from .page import raster, to_pdf, to_pixels
from .store import dumps, loads

__all__ = ["dumps", "loads", "raster", "to_pdf", "to_pixels"]
