"""Hair: a style's locks and cap before the camera into shapes, and shapes into marks."""

from .drawing import draw_behind, draw_front
from .styles import STYLES, style
from .tresses import WET, Mane, hair_paint, mane

__all__ = ["STYLES", "WET", "Mane", "draw_behind", "draw_front", "hair_paint", "mane", "style"]
