"""Whole books through all three stages of a tiny random cascade, offline."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from comicgen.cli import run
from comicgen.errors import ComicError, MissingError
from comicgen.picture import Options, open_backend

STORY = """\
title: Tiny
seed: 5
characters:
  ann: {name: Ann, look: "woman, short red hair, blue coat"}
  bob: {name: Bob, look: "man, long black hair"}
pages:
  - template: [[1, 1], [2]]
    panels:
      - {id: one, shot: medium shot, place: street, characters: {ann: smile}, dialogue: [{ann: Yes.}]}
      - {id: two, shot: close-up, characters: {bob: surprised}}
      - id: three
        shot: full shot
        characters: {ann: {at: left}, bob: {at: right}}
        dialogue: [{ann: Rain?}, {bob: "Rain."}]
"""


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_cascade import build

    return build(tmp_path_factory.mktemp("model") / "tiny")


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.chdir(tmp_path)


def book(model: Path, out: str, story: str = STORY, *words: str) -> dict[str, object]:
    Path("tiny.yaml").write_text(story)
    assert run(["render", "tiny.yaml", "--model", str(model), "-o", out, "--width", "400", "-q", *words]) == 0
    return json.loads(Path(out, "render.json").read_text())


def pixels(out: str, panel: str) -> np.ndarray:
    return np.asarray(Image.open(Path(out, f"panel-{panel}.png")))


def test_a_book_goes_through_all_stages_twice_alike(model: Path, tmp_path: Path, monkeypatch) -> None:
    record = book(model, "one")
    assert [p["fault"] for p in record["pages"][0]["panels"]] == ["", "", ""]
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "other"))
    book(model, "two")
    assert Path("one/page-001.png").read_bytes() == Path("two/page-001.png").read_bytes()


def test_one_panel_alone_equals_the_same_panel_in_the_book(model: Path, tmp_path: Path, monkeypatch) -> None:
    book(model, "all", STORY, "--panels", "one,two,three")
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "other"))
    for panel in ("one", "two", "three"):
        book(model, "alone", STORY, "--panels", panel)
        assert np.array_equal(pixels("all", panel), pixels("alone", panel))


def test_an_edited_line_runs_no_stage(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book(model, "one")
    capsys.readouterr()
    record = book(model, "one", STORY.replace("Yes.", "No."))
    assert all(p["cached"] for p in record["pages"][0]["panels"])


def test_stages_are_resumed_where_they_stopped(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from comicgen.picture.cascade import runner

    ran = []
    kept = runner.PixelRunner.make

    def counted(self, works):
        ran.append((self.spec.name, len(works)))
        kept(self, works)

    monkeypatch.setattr(runner.PixelRunner, "make", counted)
    book(model, "one", STORY, "--until", "base")
    assert {name for name, _ in ran} == {"base"}
    ran.clear()
    book(model, "one", STORY)
    assert {name for name, _ in ran} == {"sr256", "final"}


def test_a_stage_that_gives_no_numbers_marks_its_panel_and_finishes_the_others(model: Path, monkeypatch) -> None:
    from comicgen.picture.cascade import runner

    kept = runner.PixelRunner.make

    def poisoned(self, works):
        kept(self, works)
        for work in works:
            if work.shot.panel == "two":
                work.pixels = torch.full_like(work.pixels, float("nan"))

    monkeypatch.setattr(runner.PixelRunner, "make", poisoned)
    Path("tiny.yaml").write_text(STORY)
    assert run(["render", "tiny.yaml", "--model", str(model), "-o", "out", "--width", "400", "-q"]) == 1
    record = json.loads(Path("out/render.json").read_text())
    faults = {p["id"]: p["fault"] for p in record["pages"][0]["panels"]}
    assert "not finite" in faults["two"]
    assert faults["one"] == faults["three"] == ""


def test_a_missing_model_says_size_licence_and_command() -> None:
    with pytest.raises(MissingError) as told:
        open_backend("deepfloyd-if", Options())
    assert told.value.exit_code == 3
    assert "22 GB" in str(told.value)
    assert "non-commercial" in str(told.value)
    assert "comicgen models pull deepfloyd-if" in str(told.value)


def test_words_the_encoder_does_not_know_are_named(model: Path) -> None:
    Path("tiny.yaml").write_text(
        STORY.replace("woman, short red hair, blue coat", "一个穿着蓝色衣服的女人，红色短发，在雨里等着" * 3)
    )
    assert run(["render", "tiny.yaml", "--model", str(model), "-q"]) == 2


def test_a_pickle_under_a_safe_name_is_refused(model: Path, tmp_path: Path) -> None:
    import pickle
    import shutil

    from comicgen.picture.cascade.load import check_safetensors

    copy = shutil.copytree(model, tmp_path / "bad")
    weights = next((copy / "stage1" / "unet").glob("*.safetensors"))
    weights.write_bytes(pickle.dumps({"a": os.getcwd()}) + b"\0" * 64)
    with pytest.raises(ComicError, match="not a safetensors file"):
        check_safetensors(weights)


def test_a_scene_shares_noise_and_looks_at_its_lead_whichever_are_rendered(
    model: Path, tmp_path: Path, monkeypatch
) -> None:
    import shutil

    scene = STORY.replace("id: two, shot", "id: two, place: street, shot")
    book(model, "plain", scene, "--panels", "two")
    shared = shutil.copytree(model, tmp_path / "shared")
    words = (shared / "cascade.yaml").read_text()
    (shared / "cascade.yaml").write_text(
        words.replace("micro_batch: 2}", "micro_batch: 2, shared_tokens: 32}", 1) + "shared_noise: 0.3\n"
    )
    record = book(shared, "all", scene)
    assert not any(p["fault"] for p in record["pages"][0]["panels"])
    book(shared, "together", scene, "--panels", "one,two")
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "other"))
    book(shared, "alone", scene, "--panels", "two")
    assert np.array_equal(pixels("together", "two"), pixels("alone", "two"))
    assert not np.array_equal(pixels("plain", "two"), pixels("alone", "two"))


def test_a_composition_starts_the_base_stage(model: Path) -> None:
    book(model, "free", STORY, "--panels", "three", "--until", "base")
    guided = STORY.replace("seed: 5", "seed: 5\nstyle: {composition: 0.9}")
    book(model, "guided", guided, "--panels", "three", "--until", "base")
    book(model, "sketch", STORY, "--panels", "three", "--until", "sketch")
    sketch = np.asarray(Image.open("sketch/panel-three.png").convert("L"), float)

    def likeness(out: str) -> float:
        return float(np.corrcoef(pixels(out, "three").astype(float).ravel(), sketch.ravel())[0, 1])

    assert likeness("guided") > likeness("free")


def test_anchors_stay_where_the_author_placed_someone() -> None:
    from test_cascade_kinds import a_shot

    from comicgen.picture.cascade.guide import moved_anchors
    from comicgen.script import resolve
    from comicgen.staging import anchors, stage
    from comicgen.story import read_story

    script = resolve(read_story("tiny.yaml", STORY.encode()))
    panel = script.pages[0].panels[2]
    shot = a_shot(staging=stage(panel, 1.5, script))
    far = {"ann": (0.95, 0.5), "bob": (0.05, 0.5)}
    at_home = {a.character: a for a in anchors(shot.staging)}
    moved = {a.character: a for a in moved_anchors(shot, far)}
    assert moved["ann"].mouth[0] > at_home["ann"].mouth[0]
    kept = a_shot(staging=shot.staging, placed=("ann",))
    assert next(a for a in moved_anchors(kept, far) if a.character == "ann") == at_home["ann"]
