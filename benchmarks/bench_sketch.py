"""How long the director stages a panel, and how long the embedded artist draws it at 1024 x 768.

The floor is the raster of 3000 filled and stroked curves at the same size, as many as a street has: a drawing cannot be
had for less. Times of different machines compare as multiples of it.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bench_paint import curves
from director_panels import cast, panel, script

from comicgen.doors import names
from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.picture import Shot
from comicgen.picture.sketch import draw
from comicgen.picture.sketch.guides import depth_map, masks
from comicgen.staging import stage
from comicgen.staging.guides import pose_map
from comicgen.staging.sets import PLACES

BOOK = script()
TWO = cast("mei", "standing", "smile"), cast("ken", "pointing", "angry")
PANEL = panel(*TWO, place="street")


@pytest.fixture(scope="module")
def staging():
    return stage(PANEL, 4 / 3, BOOK)


def test_stage(benchmark):
    benchmark(stage, PANEL, 4 / 3, BOOK)


@pytest.mark.parametrize("manner", names("picture.sketch.manners"))
def test_draw(benchmark, staging, manner):
    benchmark(draw, Shot("p", "", "", 1024, 768, 1, staging, "mono", manner))


def test_floor_of_3000_curves(benchmark):
    benchmark(to_pixels, curves(3000, 1024, 768), Rect(0, 0, 1024, 768), 1024, 768, "ink", 3.7)


@pytest.mark.parametrize("place", sorted(PLACES))
def test_draw_two_figures_in_a_full_set(benchmark, place):
    found = stage(panel(*TWO, place=place), 4 / 3, BOOK)
    benchmark.pedantic(draw, (Shot("p", "", "", 1024, 768, 1, found, "mono", "ink"),), rounds=4, warmup_rounds=1)


@pytest.mark.parametrize("time", ["day", "dusk", "night"])
@pytest.mark.parametrize("weather", ["", "rain"])
def test_draw_by_light(benchmark, time, weather):
    """Night costs more than day: gradations, lines of paper, light along edges."""
    told = panel(cast("mei", "standing", "smile"), cast("ken", "pointing", "angry"), place="street", time=time)
    found = stage(replace(told, weather=weather), 4 / 3, BOOK)
    benchmark(draw, Shot("p", "", "", 1024, 768, 1, found, "mono", "ink"))


@pytest.mark.parametrize("guide", [pose_map, depth_map, masks])
def test_guides(benchmark, staging, guide):
    benchmark(guide, staging, 512, 384)
