"""How dark a picture is and where: what the tests of values measure on."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from comicgen.drawing import Group
from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.picture.sketch.light.counterchange import sides_of
from comicgen.picture.sketch.manners import ink
from comicgen.picture.sketch.scene import Scene, compose
from comicgen.picture.sketch.sheets.casting import STORY, staged
from comicgen.picture.sketch.sheets.tables import PAIR, SEATED, TIGHT
from comicgen.staging import Scenery
from comicgen.staging.camera.framing import View

WIDTH = 400
FINE = 2.0
"""Pixels between dots as fine as the eye blends them: tone budgets are measured so."""
BLUR = 0.9
"""Frame units round a place that are looked at together, as when one squints."""
OUT, IN = 3.0, 1.8
"""Frame units off a contour: past the ring of paper, past the line."""


@dataclass(frozen=True)
class Budget:
    """Shares of the picture: bare paper, solid black, and the mean of the ink."""

    white: float
    black: float
    mean: float


@lru_cache(maxsize=512)
def scene(place: str, time: str = "day", weather: str = "") -> Scene:
    """Return two people talking in a place, seen whole; seated where nobody stands."""
    cast, shot = (SEATED, "medium shot") if place in TIGHT else (PAIR, "full shot")
    return compose(staged(cast, View(shot, "eye", 12.0, 4 / 3), Scenery(place, STORY, time, weather)))


def painted(drawn: Scene, mode: str, width: int = WIDTH) -> np.ndarray:
    """Return a scene in ink as darkness 0..1: ``ink`` screened, ``grey`` with its tones as they are."""
    aspect = drawn.staging.camera.aspect
    height = round(width / aspect)
    page, frame = Rect(0, 0, width, height), Rect(0, 0, 100 * aspect, 100)
    items = (Group("sketch", ink.draw(drawn), page.corners, (frame, page)),)
    return 1 - to_pixels(items, page, width, height, mode, FINE) / 255.0


def budget(drawn: Scene) -> Budget:
    """Return a scene's tone budget."""
    dark = painted(drawn, "ink")
    return Budget(float((dark < 0.1).mean()), float((dark > 0.85).mean()), float(dark.mean()))


def contrasts(drawn: Scene, least: float = 0.2) -> list[float]:
    """Return for each figure the share of its contour at which it and its ground differ by ``least`` of darkness."""
    dark = painted(drawn, "grey")
    blurred, scale = _blurred(dark, max(1, round(BLUR * dark.shape[0] / 100))), dark.shape[0] / 100
    found = []
    for figure in drawn.figures:
        sides = sides_of(figure, 100 * drawn.staging.camera.aspect)
        way = sides.out - sides.here
        way /= np.maximum(np.hypot(*way.T), 1e-9)[:, None]
        out, inside = (_at(blurred, scale * p) for p in (sides.here + OUT * way, sides.here - IN * way))
        found.append(float((np.abs(out - inside) > least).mean()))
    return found


def _blurred(dark: np.ndarray, r: int) -> np.ndarray:
    total = np.pad(dark, ((r + 1, r), (r + 1, r)), mode="edge").cumsum(axis=0).cumsum(axis=1)
    n = 2 * r + 1
    return (total[n:, n:] - total[:-n, n:] - total[n:, :-n] + total[:-n, :-n]) / n**2


def _at(dark: np.ndarray, points: np.ndarray) -> np.ndarray:
    x, y = np.clip(points, 0, np.array(dark.shape[::-1]) - 1).astype(int).T
    return dark[y, x]
