"""Looking at a cascade while it runs: previews of each stage, progress and time left."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from test_cascade_book import STORY, book, model  # noqa: F401 - a fixture

from comicgen.cli import run
from comicgen.cli.console import Progress, TimeLeft, duration
from comicgen.paint.contact import Shown, contact_sheet, in_rows


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("tiny.yaml").write_text(STORY)


def rendered(model: Path, capsys, *words: str, code: int = 0) -> list[dict]:  # noqa: F811
    """Return a render's events."""
    capsys.readouterr()
    told = ["render", "tiny.yaml", "--model", str(model), "-o", "out", "--width", "400", "--json", *words]
    assert run(told) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_stage_shows_its_pictures_as_it_finishes(model: Path, capsys) -> None:  # noqa: F811
    stages = [e for e in rendered(model, capsys, "--previews", "seen") if e["event"] == "stage"]
    assert list(dict.fromkeys(e["stage"] for e in stages)) == ["encode", "base", "sr256", "final"]
    for stage, side in (("base", 32), ("sr256", 64), ("final", 128)):
        told = [e for e in stages if e["stage"] == stage]
        assert [e["preview"] for e in told if "preview" in e] == [str(Path("seen", f"{stage}.png"))]
        assert told[-1]["done"] == told[-1]["total"] == 3
        assert np.asarray(Image.open(f"seen/{stage}.png")).std() > 10
        seen = [np.asarray(Image.open(f"seen/{stage}/{panel}.png")) for panel in ("one", "two", "three")]
        areas = [pixels.size / 3 for pixels in seen]
        assert all(0.6 * side**2 < area < 1.5 * side**2 for area in areas)


def test_previews_of_a_book_that_is_kept_run_no_stage(model: Path, capsys, monkeypatch) -> None:  # noqa: F811
    rendered(model, capsys)
    from comicgen.picture.cascade import runner

    monkeypatch.setattr(runner.PixelRunner, "make", None)
    events = rendered(model, capsys, "--previews", "seen")
    assert Path("seen/base/two.png").is_file()
    assert [e["cached"] for e in events if e["event"] == "panel.done"] == [True, True, True]


def test_a_picture_is_said_to_be_cached_only_when_this_run_did_not_take_it(model: Path, capsys) -> None:  # noqa: F811
    first, second = ([e["cached"] for e in rendered(model, capsys) if e["event"] == "panel.done"] for _ in range(2))
    assert first == [False, False, False]
    assert second == [True, True, True]


def test_a_panel_that_failed_has_a_blank_in_the_previews(model: Path, capsys, monkeypatch) -> None:  # noqa: F811
    from comicgen.picture.cascade import runner

    kept = runner.PixelRunner.make

    def poisoned(self, works):
        kept(self, works)
        for work in works:
            if work.shot.panel == "two":
                work.pixels = torch.full_like(work.pixels, float("inf"))

    monkeypatch.setattr(runner.PixelRunner, "make", poisoned)
    rendered(model, capsys, "--previews", "seen", code=1)
    assert not Path("seen/base/two.png").exists()
    assert Path("seen/base/one.png").is_file()


def test_previews_without_stages_are_refused(capsys) -> None:
    assert run(["render", "tiny.yaml", "--previews", "seen", "-q"]) == 2
    assert "--model" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_an_authors_error(model: Path, capsys) -> None:  # noqa: F811
    Path("file").write_text("in the way")
    code = run(["render", "tiny.yaml", "--model", str(model), "-o", "out", "--previews", "file/seen", "-q"])
    assert code in (2, 4)
    assert "cannot write" in capsys.readouterr().err


@pytest.mark.parametrize("shape", [(40, 200), (200, 40, 3), (5000, 3), (1, 1)])
def test_a_sheet_keeps_the_shape_of_its_pictures(shape: tuple[int, ...]) -> None:
    width, height = Shown(np.zeros(shape, np.uint8), "one").size
    assert 1 <= width <= 220
    assert 1 <= height <= 250
    if min(width, height) > 10:
        assert width / height == pytest.approx(shape[1] / shape[0], rel=0.1)
    assert contact_sheet(in_rows([Shown(np.zeros(shape, np.uint8), "one")] * 8)).ndim == 3


def stage(done: int, total: int = 10, name: str = "base") -> dict:
    return {"event": "stage", "stage": name, "done": done, "total": total}


def test_time_left_follows_the_pictures_of_this_run() -> None:
    now, told = iter([0.0, 6.0, 8.0, 100.0, 103.0]), []
    say = TimeLeft(told.append, lambda: next(now))
    for event in (stage(4), stage(6), stage(8), stage(10), stage(0, name="sr256"), stage(1, name="sr256")):
        say(event)
    assert [e.get("seconds_left") for e in told] == [None, 12.0, 4.0, None, None, 27.0]


def test_time_left_is_said_on_lines_now_and_then(capsys) -> None:
    progress = Progress("Book", 1, quiet=False)
    for done in (1, 2, 3):
        progress(stage(done) | {"seconds_left": 75.0})
    progress(stage(10))
    assert capsys.readouterr().err.splitlines() == ["Book: base 1/10, about 1 min 15 s left", "Book: base 10/10"]


@pytest.mark.parametrize(("seconds", "told"), [(4.4, "4 s"), (60, "1 min 0 s"), (7322, "2 h 2 min")])
def test_durations_are_said_as_people_say_them(seconds: float, told: str) -> None:
    assert duration(seconds) == told
