"""The tonal design of whole pictures: a tone budget, figures before their grounds, night in blacks."""

import numpy as np
import pytest
from director_panels import cast, panel, script
from tones import budget, contrasts, painted, scene

from comicgen.errors import Mark
from comicgen.picture import Shot
from comicgen.picture.sketch import draw
from comicgen.picture.sketch import scene as scene_room
from comicgen.picture.sketch.marks import Area
from comicgen.picture.sketch.scene import compose
from comicgen.staging import stage
from comicgen.staging.sets import PLACES
from comicgen.story import Character

GLOOMY = ("dungeon", "cave", "moon", "stage", "spaceship", "library", "car inside", "train inside", "void")
"""Places that are dark at any hour, or black by nature, or (void) nothing but their people."""
DAYLIT = tuple(p for p in PLACES if p not in GLOOMY)
WEATHERS = ("rain", "storm", "snow", "fog")
STEP = 4
"""The fast tests take every so many-th place, another row of them for each hour."""


def some(k: int) -> list[str]:
    return list(PLACES)[k::STEP]


@pytest.mark.parametrize("place", DAYLIT[::3])
def test_by_day_paper_comes_first(place):
    found = budget(scene(place))
    assert found.white > 0.54, found
    assert 0.04 < found.black < 0.19, found
    assert 0.10 < found.mean < 0.28, found


@pytest.mark.slow
def test_by_day_all_places_together_keep_the_tone_budget():
    found = [budget(scene(p)) for p in DAYLIT]
    assert 0.60 <= np.mean([b.white for b in found]) <= 0.76
    assert 0.06 <= np.mean([b.black for b in found]) <= 0.16
    assert 0.12 <= np.mean([b.mean for b in found]) <= 0.22
    for place, b in zip(DAYLIT, found, strict=True):
        assert b.white > 0.54, (place, b)
        assert 0.04 < b.black < 0.19, (place, b)
        assert 0.10 < b.mean < 0.28, (place, b)


@pytest.mark.parametrize("place", some(1))
def test_by_night_pictures_are_black_and_white_not_grey(place):
    found = budget(scene(place, "night"))
    assert found.mean > 0.2, found
    assert found.black > 0.09, found
    if place != "void":
        assert found.white > 0.22, found
        assert found.mean < 0.68, found


def middle_share(drawn) -> float:
    """Return the share of a picture between light and dark tones."""
    dark = painted(drawn, "grey")
    return float(((dark > 0.33) & (dark < 0.62)).mean())


GREYEST = ("street", "station platform", "beach", "kitchen", "classroom")


@pytest.mark.parametrize("place", GREYEST)
def test_no_middle_grey_lies_over_everything(place):
    assert middle_share(scene(place, "night")) < 0.36


def readable(cells) -> float:
    """Return the share of pictures in which every figure differs from its ground along half of its contour."""
    return float(np.mean([min(contrasts(scene(*cell)), default=1.0) >= 0.5 for cell in cells]))


def test_figures_stand_out_from_their_grounds():
    cells = [(p, time) for k, time in enumerate(("day", "night", "dusk", "dawn")) for p in some(k)]
    assert readable(cells) >= 0.9


@pytest.mark.slow
def test_figures_stand_out_in_every_place_at_every_hour_and_in_every_weather():
    for time in ("day", "night", "dusk", "dawn"):
        assert readable([(p, time) for p in PLACES]) >= 0.9, time
    for weather in WEATHERS:
        assert readable([(p, "day", weather) for p in PLACES]) >= 0.9, weather


def test_the_ground_gives_way_to_a_figure_that_would_drown(monkeypatch):
    cells = [("bus stop", "dusk"), ("beach", "night"), ("car inside", "day"), ("cafe", "day"), ("rooftop", "dusk")]
    scene.cache_clear()
    helped = [min(contrasts(scene(*c))) for c in cells]
    monkeypatch.setattr(scene_room, "giving_way", lambda *_: {})
    scene.cache_clear()
    alone = [min(contrasts(scene(*c))) for c in cells]
    scene.cache_clear()
    assert np.mean(helped) > np.mean(alone) + 0.05, (helped, alone)
    assert all(h > a - 0.02 for h, a in zip(helped, alone, strict=True))


def test_the_sky_of_a_night_is_black_and_its_windows_are_lit():
    dark = painted(scene("street", "night"), "grey")
    top = dark[: dark.shape[0] // 3]
    assert (top > 0.9).mean() > 0.3
    assert (top < 0.1).mean() > 0.02


def test_fog_takes_line_and_tone_from_what_is_far():
    clear, fog = (painted(scene("street", "dusk", w), "grey") for w in ("", "fog"))
    far = (slice(0, clear.shape[0] // 3), slice(clear.shape[1] // 4, clear.shape[1] // 2))
    assert fog[far].mean() < 0.6 * clear[far].mean()


def test_rain_mirrors_whoever_stands_on_wet_ground():
    dry, wet = (scene("street", "night", w) for w in ("", "rain"))
    feet = int(0.93 * 300)
    assert painted(wet, "grey")[feet:].mean() != pytest.approx(painted(dry, "grey")[feet:].mean(), abs=1e-3)


def test_in_colour_no_ground_gives_way():
    ann = Character("ann", "Ann", "girl, blonde hair, white dress, white socks, white shoes", Mark("t", 1, 1))
    staging = stage(panel(cast(character=ann), shot="full shot", place="void"), 4 / 3, script(characters=(ann,)))
    assert any(m.fixed for m in compose(staging).marks if isinstance(m, Area)), "in ink the paper darkens"
    pixels = draw(Shot("p", "", "", 200, 150, 1, staging, "colour")).pixels
    assert len(np.unique(pixels[:, :40].reshape(-1, 3), axis=0)) == 1
