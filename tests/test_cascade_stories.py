"""Shipped stories through all three stages of a small cascade: every balloon's tail finds its speaker's head."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from shapely import LineString, box
from test_cascade_book import STORY, book, model, pixels  # noqa: F401 - a fixture

from comicgen.cli import run
from comicgen.cli.load import load
from comicgen.files import cache_folder
from comicgen.lettering.page import Balloon, LetteredPanel
from comicgen.pages import Desk, make_page, take_ahead
from comicgen.picture import quiet
from comicgen.picture.cascade import stage
from comicgen.script import Script

STORIES = Path(__file__).parent.parent / "stories"
LATIN = sorted(p.stem for p in STORIES.glob("*.yaml") if p.stem != "park-bench")
"""Whose descriptors the small encoder knows."""


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def lettered(script: Script, model: Path, pages: int) -> Iterator[LetteredPanel]:  # noqa: F811
    """Yield the panels of the first pages over their pictures, all of which the model made."""
    desk = Desk(script, width=400, model=str(model), cache=cache_folder())
    chosen = script.pages[:pages]
    fresh = take_ahead(chosen, desk, quiet)
    assert fresh
    for page in chosen:
        for made, taken in make_page(page, desk):
            assert not [t.fault for t in taken if t.fault]
            assert {t.key for t in taken} <= fresh.keys()
            yield from made.panels


def aims(balloon: Balloon, panel: LetteredPanel, who: str) -> bool:
    """Say whether a tail, made longer, meets a character's head."""
    head = next(a.head for a in panel.anchors if a.character == who)
    root, tip = np.array(balloon.tail[0]), np.array(balloon.tail[-1])
    return LineString([root, root + (tip - root) * 3]).intersects(box(head.x, head.y, head.right, head.bottom))


def tailed(panels: Iterator[LetteredPanel]) -> Iterator[tuple[LetteredPanel, Balloon]]:
    for panel in panels:
        seen = {a.character for a in panel.anchors}
        for balloon in panel.balloons:
            if balloon.tail and balloon.speaker in seen:
                yield panel, balloon


def all_tails_find_their_heads(name: str, model: Path, pages: int) -> int:  # noqa: F811
    found = list(tailed(lettered(load(str(STORIES / f"{name}.yaml")), model, pages)))
    for panel, balloon in found:
        assert aims(balloon, panel, balloon.speaker), (panel.frame.panel.id, balloon.text)
    return len(found)


@pytest.mark.parametrize(("name", "least"), [("ame-no-eki", 4), ("tea-for-two", 5)])
def test_a_page_of_a_shipped_story_has_its_balloons_on_the_right_heads(model, name: str, least: int) -> None:  # noqa: F811
    assert all_tails_find_their_heads(name, model, 1) >= least


@pytest.mark.slow
@pytest.mark.parametrize("name", LATIN)
def test_a_whole_shipped_story_has_its_balloons_on_the_right_heads(model: Path, name: str) -> None:  # noqa: F811
    assert all_tails_find_their_heads(name, model, 99) >= 4
    assert run(["render", str(STORIES / f"{name}.yaml"), "--model", str(model), "-o", "out", "--width", "400"]) == 0
    assert np.asarray(Image.open("out/page-001.png")).std() > 10


PLANTED = """\
title: Planted
characters: {ann: {name: Ann, look: woman}}
pages:
  - panels:
      - {shot: long shot, place: street, characters: {ann: {AT}}, dialogue: [{ann: Here.}]}
"""


@pytest.mark.parametrize(("at", "moves"), [("pose: standing", True), ("at: centre", False)])
def test_a_balloon_follows_the_model_that_moved_its_speaker_unless_the_author_placed_her(
    model: Path, monkeypatch: pytest.MonkeyPatch, at: str, moves: bool  # noqa: F811
) -> None:  # fmt: skip
    def at_the_left(maps: list[torch.Tensor]) -> torch.Tensor:
        planted = torch.zeros((*maps[0].shape[:2], 16, 16))
        planted[:, :, 5:9, :2] = 1
        return planted

    Path("tiny.yaml").write_text(PLANTED.replace("AT", at))
    script = load("tiny.yaml")
    plain = Desk(script, width=400)
    ((staged, _),) = make_page(script.pages[0], plain)
    monkeypatch.setattr(stage, "heat_map", at_the_left)
    (panel,) = lettered(script, model, 1)
    (before,), (after,) = staged.panels[0].anchors, panel.anchors
    assert (after.head.centre[0] < before.head.centre[0] - 0.2 * panel.frame.box.w) == moves
    assert (after == before) != moves
    ((_, balloon),) = tailed(iter([panel]))
    assert aims(balloon, panel, "ann")


def test_two_frames_are_two_crops_of_one_picture(model: Path) -> None:  # noqa: F811
    crop = "      - {id: eyes, crop: {of: three, box: [0.1, 0.1, 0.4, 0.4]}}\n"
    record = book(model, "out", STORY.replace("[[1, 1], [2]]", "[[1, 1], [2, 1]]") + crop)
    panels = {p["id"]: p for p in record["pages"][0]["panels"]}
    assert panels["eyes"]["key"] == panels["three"]["key"]
    assert len({p["key"] for p in panels.values()}) == 3
