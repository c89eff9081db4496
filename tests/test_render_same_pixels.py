"""The same story gives the same pixels: in any process, by any number of jobs, whatever stands beside a panel."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
PANEL = """\
      - id: {id}
        shot: {shot}
        place: park
        characters: {{ann: {{pose: {pose}}}}}
        dialogue: [{{ann: {text}}}]
"""
HEAD = """\
title: Same
seed: 9
characters:
  ann: {name: Ann, look: "girl, long red hair, green dress"}
pages:
"""
ONE = PANEL.format(id="one", shot="full shot", pose="standing", text="Good morning.")
TWO = PANEL.format(id="two", shot="close-up", pose="waving", text="Is it you?")
NEW = PANEL.format(id="new", shot="medium shot", pose="sitting", text="A line between.")


def render(folder: Path, story: str, *words: str, seed: str = "0") -> Path:
    folder.mkdir()
    (folder / "s.yaml").write_text(story)
    env = os.environ | {"COMICGEN_CACHE": str(folder / "cache"), "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "comicgen", "render", "s.yaml", "-o", "out", "--width", "500", "-q", *words]
    subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
    return folder / "out"


def pages(folder: Path) -> dict[str, bytes]:
    return {p.name: np.asarray(Image.open(p)).tobytes() for p in sorted(folder.glob("*.png"))}


def book(*panels: tuple[str, ...]) -> str:
    return HEAD + "".join("  - panels:\n" + "".join(page) for page in panels)


def test_two_processes_with_other_hash_seeds_and_jobs(tmp_path: Path) -> None:
    story = book((ONE, TWO), (NEW,))
    first = pages(render(tmp_path / "a", story, "--jobs", "1", seed="1"))
    second = pages(render(tmp_path / "b", story, "--jobs", "2", seed="77"))
    assert list(first) == ["page-001.png", "page-002.png"]
    assert first == second


def test_an_inserted_panel_leaves_all_other_pictures_equal(tmp_path: Path) -> None:
    words = ("--panels", "one,two")
    before = pages(render(tmp_path / "a", book((ONE,), (TWO,)), *words))
    after = pages(render(tmp_path / "b", book((ONE,), (NEW,), (TWO,)), *words))
    assert list(before) == ["panel-one.png", "panel-two.png"]
    assert before == after


def test_a_panel_alone_equals_the_panel_in_its_book(tmp_path: Path) -> None:
    story = book((ONE, NEW, TWO))
    together = pages(render(tmp_path / "a", story, "--panels", "one,new,two"))
    alone = pages(render(tmp_path / "b", story, "--panels", "new"))
    assert alone["panel-new.png"] == together["panel-new.png"]


@pytest.mark.parametrize("story", sorted((ROOT / "stories").glob("*.yaml")), ids=lambda p: p.stem)
def test_every_shipped_story_renders(story: Path, tmp_path: Path) -> None:
    out = render(tmp_path / "a", story.read_text(encoding="utf-8"))
    assert pages(out)
    for page in out.glob("*.png"):
        assert len(np.unique(np.asarray(Image.open(page).convert("L")))) > 2
