"""Sounds: letters along an arc, growing or shrinking, turned, with outline and halo; katakana upright."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from lettering_pages import head, lettered, panel
from shapely import Polygon, box

from comicgen.drawing import BLACK, WHITE, Path, Text
from comicgen.geometry import Rect
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


def test_a_sound_in_a_close_up_is_large_and_off_the_features():
    face = head("ann", 55, 45, 90)
    _, done = lettered(panel((), ("BA-DUM",)), (face,))
    (sound,) = done.sfx
    assert sound.size > 2 * 3.07, "a sound is larger than the words"
    x, y, w, h = face.head.x, face.head.y, face.head.w, face.head.h
    features = box(x + 0.14 * w, y + 0.32 * h, x + 0.86 * w, y + 0.9 * h)
    assert not Polygon(sound.outline).intersects(features)


def test_a_sound_is_no_smaller_for_one_whose_body_fills_the_frame():
    slim, wide = head("ann", 50, 30, 12), replace(head("ann", 50, 30, 12), body=Rect(12, 22, 86, 60))
    sizes = [lettered(panel((), ("BANG",)), (who,))[1].sfx[0].size for who in (slim, wide)]
    assert sizes[1] > 0.6 * sizes[0]
