"""Frames and pictures into a Page: balloons, tails, captions, SFX and effect lines. Geometry only, in mm."""

from .letterer import Options, crowding, letter
from .page import Balloon, Effect, LetteredPanel, Page, Sfx

__all__ = ["Balloon", "Effect", "LetteredPanel", "Options", "Page", "Sfx", "crowding", "letter"]
