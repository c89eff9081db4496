"""Sounds: letters along an arc, growing or shrinking, turned, with outline and halo; katakana upright."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from lettering_pages import head, lettered, panel

from comicgen.drawing import BLACK, WHITE, Path, Text
from comicgen.lettering.sfx import lettered as letters_of


@pytest.mark.parametrize("seed", range(6))
def test_letters_stand_along_an_arc_and_grow_or_shrink(seed):
    letters = letters_of("KRAKOOM", "en", False, Random(seed))
    points = np.array([(x.x, x.y) for x in letters])
    # the circle through first, middle and last letter holds the others
    a, b, c = points[0], points[3], points[-1]
    double = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]))
    sq = [float(p @ p) for p in (a, b, c)]
    centre = np.array((
        (sq[0] * (b[1] - c[1]) + sq[1] * (c[1] - a[1]) + sq[2] * (a[1] - b[1])) / double,
        (sq[0] * (c[0] - b[0]) + sq[1] * (a[0] - c[0]) + sq[2] * (b[0] - a[0])) / double,
    ))  # fmt: skip
    radius = np.hypot(*(points - centre).T)
    assert np.allclose(radius, radius[0], rtol=1e-3)
    assert radius[0] < 20, "it is bent"
    sizes = [x.size for x in letters]
    steps = np.sign(np.diff(sizes))
    assert abs(steps.sum()) == len(sizes) - 1
    assert max(sizes) / min(sizes) > 1.15
    turns = [x.turn for x in letters]
    assert max(turns) - min(turns) > 0.15


def test_a_sound_has_an_outline_over_a_halo_and_copies_as_one_word():
    _, done = lettered(panel((), ("KRAK!",)), (head("ann", 70, 50, 12),))
    (sound,) = done.sfx
    halo, rim, *texts = sound.letters
    assert isinstance(halo, Path)
    assert isinstance(rim, Path)
    assert (halo.stroke, rim.stroke) == (WHITE, BLACK)
    assert halo.width > rim.width > 0
    assert all(isinstance(t, Text) and t.outline and t.fill == WHITE for t in texts)
    assert len({t.turn for t in texts}) > 1
    assert "".join(t.actual for t in texts) == "KRAK!"


@pytest.mark.parametrize(("sound", "language", "upright"), [("ゴゴゴ", "ja", True), ("BANG", "ja", False)])
def test_katakana_stands_upright(sound, language, upright):
    _, done = lettered(panel((), (sound,)), (head("ann", 70, 50, 12),), language=language)
    texts = [t for t in done.sfx[0].letters if isinstance(t, Text)]
    spots = np.array([(t.glyphs[0].x, t.glyphs[0].y) for t in texts])
    wide, high = np.ptp(spots, axis=0)
    assert (high > wide) == upright
    along = spots[:, 1] if upright else spots[:, 0]
    assert all(a < b for a, b in pairwise(along))
