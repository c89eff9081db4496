"""A frame cut from another panel's picture: on the same page, and on a later one."""

from pathlib import Path

import pytest

from comicgen.geometry import Rect
from comicgen.pages import Desk, make_page, views_of
from comicgen.script import Script, resolve
from comicgen.story import read_story

STORY = """\
title: Crops
characters: {ann: {name: Ann, look: woman}}
pages:
  - template: [[1], [1, 1]]
    panels:
      - {id: one, shot: full shot, characters: {ann: smile}, dialogue: [{ann: Hello there.}]}
      - {id: same, crop: {of: one, box: [0.25, 0.25, 0.4, 0.4]}}
      - {id: other, shot: close-up, characters: {ann: smile}}
  - panels:
      - {id: later, crop: {of: one, box: [0.25, 0.25, 0.4, 0.4]}}
"""


@pytest.fixture(scope="module")
def script() -> Script:
    return resolve(read_story("crops.yaml", STORY.encode()))


def test_a_crop_is_a_window_on_its_panels_own_shot(script: Script) -> None:
    desk = Desk(script, width=300)
    views = dict(pair for page in script.pages for pair in views_of(page, desk))
    for name in ("same", "later"):
        assert views[name].shot.key() == views["one"].shot.key()
        assert views[name].window != Rect(0, 0, 1, 1)
        assert abs(views[name].window.centre[0] - 0.45) < 0.05
    assert views["other"].shot.key() != views["one"].shot.key()


def test_pages_with_crops_are_made(script: Script, tmp_path: Path) -> None:
    desk = Desk(script, width=300, cache=tmp_path)
    for page in script.pages:
        ((made, taken),) = make_page(page, desk)
        assert len(made.panels) == len(taken) == len(page.panels)
        assert all(p.picture.pixels.std() > 1 for p in made.panels)
