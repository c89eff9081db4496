"""Random panels, drawn in colour: count, place, size, way and the asked colours are in the pixels."""

import numpy as np
import pytest
from director_panels import LOOKS, cast, panel, random_panel, script

from comicgen.picture import Shot
from comicgen.picture.sketch import draw
from comicgen.picture.sketch.guides import masks
from comicgen.staging import stage
from comicgen.staging.blocking.measure import measure
from comicgen.staging.words.descriptor import read_look

BOOK = script()
HEIGHT = 360
HAIR = ("ana", "boy")
"""Those whose hair is of a colour that nothing else in their picture has."""
PATCH = 120
"""Pixels of a figure that must be seen before its colours are asked for."""
LEAST = 0.05


def drawn_as_written(seed):
    """Draw one random panel and compare it with what was written."""
    written, aspect = random_panel(seed)
    written = panel(*written.cast, shot=written.shot, angle=written.angle, place=written.place, id=written.id)
    staging, width = stage(written, aspect, BOOK), round(HEIGHT * aspect)
    picture = draw(Shot("p", "", "", width, HEIGHT, staging.seed, staging, "colour", "colour"))
    seen, anchors = masks(staging, width, HEIGHT), {a.character: a for a in picture.anchors}
    assert set(seen) == set(anchors) == {c.character.id for c in written.cast}, seed
    for person, actor in zip(written.cast, staging.actors, strict=True):
        key = person.character.id
        assert seen[key].any(), (seed, key)
        _placed(person, anchors[key], (seed, key))
        _sized(actor, staging.camera, anchors[key], (seed, key))
        _coloured(written.shot, key, (picture.pixels, seen[key], anchors[key].head), (seed, key))


def _placed(person, anchor, told):
    if anchor.head.x > 0 and anchor.head.right < 1:
        assert anchor.head.centre[0] == pytest.approx(person.at, abs=0.03), told


def _sized(actor, camera, anchor, told):
    """A head is as high in the picture as its size in the script makes it at its distance."""
    head = measure(actor).head
    if anchor.head.y > 0 and anchor.head.bottom < 1:
        assert 0.7 < anchor.head.h / (head.unit * camera.scale(head.origin)) < 2.6, told


def _coloured(shot, key, seen, told):
    """Hair is looked for inside the head box, the garment over the chest, each where enough of it shows."""
    look, (pixels, mask, head) = read_look(LOOKS[key]), seen
    hair = _inside(pixels, mask, (head.x, head.y, head.right, head.bottom))
    if key in HAIR and shot not in ("full shot", "long shot", "extreme long shot") and len(hair) >= PATCH:
        assert share(hair, look.hair_colour) > LEAST, told
    side = 0.3 * head.w
    chest = _inside(
        pixels, mask, (head.x - side, head.bottom + 0.3 * head.h, head.right + side, head.bottom + 1.5 * head.h)
    )
    if shot not in ("extreme close-up", "close-up", "medium close-up") and len(chest) >= PATCH:
        assert share(chest, look.top) > LEAST, told


def _inside(pixels, mask, box):
    """Return the masked pixels inside a box of fractions: left, top, right, bottom; none where most of it is hidden."""
    h, w = mask.shape
    left, top, right, bottom = (int(np.clip(v, 0, 1) * n) for v, n in zip(box, (w, h, w, h), strict=True))
    shown = mask[top:bottom, left:right]
    return pixels[top:bottom, left:right][shown] if shown.size and shown.mean() > 0.35 else pixels[:0, 0]


def share(pixels, wanted, near=48):
    """Return the share of pixels of a colour, lit or in shadow."""
    part = pixels.astype(float)
    tints = (np.ones(3), np.array((0.70, 0.68, 0.84)))
    return float(np.any([np.abs(part - np.array(wanted) * t).max(axis=1) < near for t in tints], axis=0).mean())


@pytest.mark.parametrize("seed", range(3, 500, 50))
def test_a_sample_of_random_panels_is_drawn_as_written(seed):
    drawn_as_written(seed)


DESK = pytest.mark.xfail(
    reason="seed 193: a classroom desk before a runner's body counts as his in the mask", strict=True
)


@pytest.mark.slow
@pytest.mark.parametrize("block", [pytest.param(b, marks=DESK) if b == 7 else b for b in range(20)])
def test_500_random_panels_are_drawn_as_written(block):
    for seed in range(block * 25, block * 25 + 25):
        drawn_as_written(seed)


def test_a_wrong_colour_is_noticed():
    staging = stage(panel(cast("ana", facing="camera")), 1.0, BOOK)
    picture = draw(Shot("p", "", "", 200, 200, 1, staging, "colour", "colour"))
    pixels = picture.pixels[masks(staging, 200, 200)["ana"]]
    assert share(pixels, read_look(LOOKS["ana"]).top) > LEAST
    assert share(pixels, (20, 90, 250)) < LEAST / 5
