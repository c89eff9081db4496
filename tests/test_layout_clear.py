"""No head under a frame set into its own, and none in the fold of a spread."""

from dataclasses import replace
from itertools import product

import pytest
import shapely

from comicgen.clear import staged
from comicgen.layout import lay_out_page
from comicgen.pages import Desk, settle
from comicgen.script import resolve
from comicgen.staging import anchors, stage
from comicgen.story import read_story

HEAD = """
title: Clear
template: {template}
reading: {reading}
characters:
  ann: {{name: Ann, look: "girl, red hair"}}
  bob: {{name: Bob, look: "man, black coat"}}
  cho: {{name: Cho, look: "woman, long black hair"}}
pages:
  - panels: [{{characters: {{ann: smile}}}}]
"""
SPREAD = """
  - spread: yes
    panels:
      - {{id: wide, shot: {shot}, place: park, characters: {{{cast}}}}}
"""
INSET = """
  - template: "1+ | 1"
    panels:
      - {{id: wide, shot: {shot}, place: park, characters: {{{cast}}}}}
      - {{shot: close-up, characters: {{bob: smile}}}}
      - {{shot: close-up, characters: {{ann: smile}}}}
"""
CASTS = ("ann: {}", "ann: {at: centre}", "ann: {}, bob: {}, cho: {}", "ann: {at: left}, bob: {at: right}")
SHOTS = ("medium shot", "full shot", "long shot")


def frames(body: str, shot: str, cast: str, reading: str):
    text = (HEAD.format(template="manga-b5", reading=reading) + body.format(shot=shot, cast=cast)).strip("\n")
    script = resolve(read_story("clear.yaml", text))
    (layout,) = lay_out_page(script.pages[1], script)
    return script, layout.frames


def covered(frame, staging) -> float:
    """Return the largest share of a head that lies in a hole of the frame."""
    heads = [shapely.box(*_corners(frame.box.place(a.head))) for a in anchors(staging)]
    holes = [shapely.Polygon(h) for h in frame.holes]
    return max((h.intersection(hole).area / h.area for h in heads for hole in holes), default=0.0)


def _corners(box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.right, box.bottom


@pytest.mark.parametrize("body", [SPREAD, INSET], ids=["fold", "inset"])
def test_heads_keep_out_of_the_fold_and_from_under_insets(body: str) -> None:
    before, after = [], []
    for reading, shot, cast in product(("rtl", "ltr"), SHOTS, CASTS):
        script, (frame, *_) = frames(body, shot, cast, reading)
        assert frame.holes
        before.append(covered(frame, stage(frame.panel, frame.box.w / frame.box.h, script)))
        after.append(covered(frame, staged(frame, script)))
    assert max(before) > 0.3, "left alone, somebody stands there"
    assert max(after) < 0.05


def test_a_frame_without_holes_is_staged_as_ever() -> None:
    script, (frame, *_) = frames(INSET, "full shot", CASTS[0], "rtl")
    plain = replace(frame, holes=())
    assert staged(plain, script) == stage(frame.panel, frame.box.w / frame.box.h, script)


def test_the_page_is_drawn_from_that_staging() -> None:
    text = HEAD.format(template="manga-b5", reading="rtl") + SPREAD.format(shot="full shot", cast=CASTS[1])
    script = resolve(read_story("clear.yaml", text.strip("\n")))
    (sheet,) = settle(script.pages[1], Desk(script))
    (panel,) = sheet.page.panels
    fold = shapely.Polygon(panel.frame.holes[0])
    assert panel.anchors
    assert not any(shapely.box(*_corners(a.head)).intersects(fold) for a in panel.anchors)
