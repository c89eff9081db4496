"""Shots: the prompt's order, seeds that keep to their panel, sizes on the page's pixel grid."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story_texts import PEOPLE, read

from comicgen.errors import ComicError
from comicgen.geometry import Rect
from comicgen.layout import Frame
from comicgen.script import Panel, Script, resolve
from comicgen.shots import lost_words, over_limit, prompt, seed, shoot

TEXT = f"""\
title: T
seed: 7
style: {{look: "manga, clean ink", negative: watermark, tone: grey, sketch: pencil, composition: 0.4}}
{PEOPLE}places: {{hall: a long hall}}
pages:
  - panels:
      - id: one
        shot: full shot
        angle: low
        place: hall
        time: night
        weather: rain
        action: They meet.
        prompt: dramatic light
        characters:
          ken: {{pose: standing, facing: mei, holds: [lamp]}}
          mei: {{pose: running, expression: angry, facing: camera}}
      - {{id: two, characters: {{mei: sad}}, place: hall}}
"""


def script(text: str = TEXT) -> Script:
    return resolve(read(text))


def panel(made: Script, k: int = 0) -> Panel:
    return made.pages[0].panels[k]


def test_prompt_in_its_order() -> None:
    told = prompt(panel(script()), script())
    assert told.positive == (
        "greyscale comic panel, full shot, low angle, a long hall, at night, rain, "
        "girl in a red scarf, running, angry expression, facing the camera, "
        "tall guard, standing, facing Mei, holding lamp, They meet, dramatic light, manga, clean ink"
    )
    assert told.negative == "watermark"
    assert [who for who, _ in told.phrases] == ["mei", "ken"]
    assert all(words in told.positive for _, words in told.phrases)


def test_seeds_by_policy() -> None:
    made = script()
    one, two = panel(made), panel(made, 1)
    assert seed(made, one) == 4080096773, "a change here takes every picture of every book again"
    assert len({seed(made, one), seed(made, two), seed(made, one, 1)}) == 3
    by_story = script(TEXT.replace("seed: 7", "seed: 7\nseeds: story"))
    assert seed(by_story, panel(by_story)) == seed(by_story, panel(by_story, 1))
    assert seed(by_story, panel(by_story)) != seed(by_story, panel(by_story), 1)
    by_scene = script(TEXT.replace("seed: 7", "seed: 7\nseeds: scene"))
    assert seed(by_scene, panel(by_scene)) == seed(by_scene, panel(by_scene, 1))


def test_an_inserted_panel_changes_no_seed() -> None:
    made = script()
    more = script(TEXT.replace("      - id: one", "      - action: a bird sings\n      - id: one"))
    assert seed(more, panel(more, 1)) == seed(made, panel(made))
    assert seed(more, panel(more, 2)) == seed(made, panel(made, 1))


def frame(box: Rect) -> Frame:
    return Frame(panel(script()), box.corners)


STAGING: Any = None  # what a shot carries on; shoot never looks into it


@given(
    st.floats(-10, 200),
    st.floats(-10, 300),
    st.floats(5, 200),
    st.floats(5, 200),
    st.sampled_from([3.0, 8.7912, 800 / 170]),
)
def test_the_picture_lies_on_the_pixel_grid_and_covers_the_frame(
    x: float, y: float, w: float, h: float, k: float
) -> None:
    box = Rect(x, y, w, h)
    shot, covered = shoot(frame(box), STAGING, script(), k)
    for edge, pixels in ((covered.x, 0), (covered.y, 0), (covered.w, shot.width), (covered.h, shot.height)):
        assert edge * k == pytest.approx(round(edge * k), abs=1e-6)
        assert not pixels or round(edge * k) == pixels
    assert covered.x <= box.x + 1e-6
    assert covered.y <= box.y + 1e-6
    assert covered.right >= box.right - 1e-6
    assert covered.bottom >= box.bottom - 1e-6
    assert shot.width < w * k + 2.001
    assert shot.height < h * k + 2.001


def test_a_shot_carries_the_style() -> None:
    shot, _ = shoot(frame(Rect(0, 0, 40, 30)), STAGING, script(), 10, take=2)
    made = script()
    assert (shot.width, shot.height, shot.panel, shot.tone, shot.manner) == (400, 300, "one", "grey", "pencil")
    assert shot.composition == 0.4
    assert shot.seed == seed(made, panel(made), 2)
    assert shot.screen == pytest.approx(4.2)


def test_64_megapixels_are_the_limit() -> None:
    assert shoot(frame(Rect(0, 0, 80, 80)), STAGING, script(), 100)[0].width == 8000
    with pytest.raises(ComicError, match="64 megapixels") as caught:
        shoot(frame(Rect(0, 0, 80.01, 80)), STAGING, script(), 100)
    assert caught.value.where == panel(script()).where


def test_over_limit_names_the_lost_words() -> None:
    assert over_limit("a girl runs") == ""
    words = " ".join(f"w{'o' * (k % 5)}" for k in range(80))
    lost = over_limit(words)
    assert words.endswith(lost)
    assert len(lost.split()) == 80 - 75
    assert over_limit("猫" * 80) == "猫" * 5


def test_over_limit_with_a_tokenizer() -> None:
    assert over_limit("one two three four", 5, str.split) == "four"
    assert over_limit("one two three", 5, str.split) == ""
    assert over_limit("one", 2, str.split) == "one"


def test_the_sketch_artist_loses_no_words() -> None:
    long = script(TEXT.replace("They meet.", "They meet " + "again " * 90))
    assert lost_words(panel(long), long) == ""
    other = script(
        TEXT.replace("They meet.", "They meet " + "again " * 90).replace("seed: 7", "seed: 7\nmodel: cascade")
    )
    assert lost_words(panel(other), other).endswith("clean ink")
