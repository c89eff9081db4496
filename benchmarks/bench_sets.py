"""How long a whole setting takes: every place from a long shot at eye level, and the depth sort of the fullest."""

import pytest

from comicgen.picture.sketch.order import sort_pieces
from comicgen.picture.sketch.setting import Subject, draw_setting
from comicgen.staging import Scenery
from comicgen.staging.camera import look_at
from comicgen.staging.sets import PLACES

CAMERA = look_at((0.8, 1.6, 3.6), (0.0, 1.3, -1.0), 1.0, 1024 / 768)
SUBJECTS = [Subject((-0.5, 0.0, -1.0)), Subject((0.7, 0.0, -1.6))]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("time", ["day", "night"])
def test_setting(benchmark, place, time):
    benchmark(draw_setting, Scenery(place, 1, time), CAMERA, SUBJECTS)


def test_sort(benchmark):
    pieces = draw_setting(Scenery("classroom", 1), CAMERA, SUBJECTS).pieces
    benchmark(sort_pieces, pieces, CAMERA)
