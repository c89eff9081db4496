"""A cast's colours as values: in order, apart where they can be, and the same in every panel."""

import itertools
from pathlib import Path
from random import Random

import pytest

from comicgen.script import resolve
from comicgen.staging import Look, Wear, stage
from comicgen.staging.values import DARK, LIGHT, PAPER, SOLID, TONES, cast_values, lightness, look_values, step_of
from comicgen.staging.words.descriptor import read_look
from comicgen.story import read_story

STORIES = sorted((Path(__file__).parents[1] / "stories").glob("*.yaml"))


def tops(*looks):
    return [dict(v)[read_look(words).top] for words, v in zip(looks, cast_values(looks), strict=True)]


def test_steps_are_told_apart_at_a_glance():
    assert all(b - a > 0.12 for a, b in itertools.pairwise(TONES))
    assert (TONES[PAPER], TONES[SOLID]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("word", "step"), [("black", SOLID), ("navy", SOLID), ("white", PAPER), ("cream", PAPER), ("brown", DARK)]
)
def test_dark_colours_are_black_and_light_ones_paper(word, step):
    assert step_of(read_look(f"man, {word} shirt").top) == step


def test_two_people_get_one_black_top_and_one_white():
    assert tops("girl, dark grey sailor uniform", "boy, white school shirt") == [SOLID, PAPER]


def test_near_colours_move_apart_and_uniforms_stay_uniform():
    navy, blue = tops("girl, navy sailor uniform", "guard, dark blue uniform")
    assert navy > blue
    red, brown = tops("woman, red shirt", "man, brown shirt")
    assert red < brown
    assert len(set(tops("girl, navy sailor uniform", "tall girl, navy sailor uniform"))) == 1


def test_the_order_of_lightness_is_kept_in_any_cast():
    rng = Random(3)
    words = ("black", "navy", "brown", "red", "purple", "blue", "green", "grey", "orange", "pink", "yellow", "white")
    for _ in range(60):
        cast = tuple(f"person, {word} shirt" for word in rng.choices(words, k=rng.randint(2, 9)))
        found = sorted((lightness(read_look(look).top), step) for look, step in zip(cast, tops(*cast), strict=True))
        assert all(a[1] >= b[1] for a, b in itertools.pairwise(found)), (cast, found)
        assert len({step for _, step in found}) >= min(len(set(cast)), 2)


def test_what_is_worn_with_a_top_is_off_its_step_where_colours_differ():
    look = Look(top=(60, 66, 84), bottom=(84, 88, 104), accessories=(Wear("scarf", (92, 60, 60)),))
    steps = dict(look_values(look))
    assert steps[look.top] == SOLID
    assert steps[look.bottom] < SOLID
    pale = dict(look_values(Look(top=(246, 245, 241), bottom=(222, 214, 190))))
    assert pale[222, 214, 190] in (PAPER, LIGHT)


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_a_character_has_the_same_values_in_every_panel(path):
    script = resolve(read_story(path.name, path.read_text(encoding="utf-8")))
    found = {}
    for page in script.pages:
        for panel in page.panels:
            for actor in () if panel.crop else stage(panel, 1.2, script).actors:
                assert actor.values
                found.setdefault(actor.character, set()).add(actor.values)
    assert found
    assert all(len(values) == 1 for values in found.values())
