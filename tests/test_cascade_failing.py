"""A cascade that fails well: short memory, damaged entries, kills, interrupts, held pictures."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from test_cascade_book import STORY, book, model, pixels  # noqa: F401 - a fixture
from test_cascade_cores import on_cores
from test_cascade_kinds import a_shot

from comicgen.picture import Options, open_backend, quiet
from comicgen.picture.cascade.stage import PixelStage


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def shots(count: int = 3) -> list[object]:
    return [a_shot(panel=f"p{i}", seed=i, width=80, height=80) for i in range(count)]


def short_of_memory(monkeypatch: pytest.MonkeyPatch, room: int, fault: type[Exception]) -> list[int]:
    """Let the loop fail where batch times area is more than ``room``; note each batch that fits."""
    kept, fitted = PixelStage.run, []

    def run(self, jobs, *words, **more):
        rows = self.at_once or self.walk.micro_batch
        if rows * jobs[0].size[0] * jobs[0].size[1] > room:
            raise fault("DefaultCPUAllocator: can't allocate memory")
        fitted.append(rows)
        return kept(self, jobs, *words, **more)

    monkeypatch.setattr(PixelStage, "run", run)
    return fitted


@pytest.mark.parametrize("fault", [torch.cuda.OutOfMemoryError, MemoryError, RuntimeError])
def test_short_memory_halves_the_batch(model: Path, tmp_path: Path, monkeypatch, fault) -> None:  # noqa: F811
    on_cores(monkeypatch, 0)
    plain = list(open_backend(str(model), Options(until="sr256")).take(shots(2), quiet))
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "other"))
    fitted = short_of_memory(monkeypatch, 64 * 64, fault)
    with pytest.warns(UserWarning, match="memory is short"):
        halved = list(open_backend(str(model), Options(until="sr256")).take(shots(2), quiet))
    assert set(fitted) == {2, 1}
    for a, b in zip(plain, halved, strict=True):
        assert not b.fault
        assert np.abs(a.pixels.astype(int) - b.pixels.astype(int)).max() <= 2


def test_shorter_memory_makes_large_stages_in_windows(model: Path, monkeypatch) -> None:  # noqa: F811
    short_of_memory(monkeypatch, 80 * 80, MemoryError)
    with pytest.warns(UserWarning, match="memory is short") as told:
        pictures = list(open_backend(str(model), Options()).take(shots(1), quiet))
    assert not pictures[0].fault
    assert pictures[0].pixels.shape == (80, 80, 3)
    assert any("stage final made in windows" in str(w.message) for w in told)


def test_no_memory_at_all_marks_the_panel(model: Path, monkeypatch) -> None:  # noqa: F811
    short_of_memory(monkeypatch, 0, MemoryError)
    on_cores(monkeypatch, 0)
    with pytest.warns(UserWarning, match="memory is short"):
        (picture,) = open_backend(str(model), Options()).take(shots(1), quiet)
    assert "ran out of memory" in picture.fault
    assert picture.pixels.shape == (80, 80, 3)


def test_a_panel_that_failed_is_not_tried_again_by_its_page(model: Path, monkeypatch) -> None:  # noqa: F811
    asked, kept = [], PixelStage.run

    def no_room(self, jobs, *words, **more):
        asked.append(len(jobs))
        raise MemoryError

    Path("tiny.yaml").write_text(STORY)
    monkeypatch.setattr(PixelStage, "run", no_room)
    from comicgen.cli import run

    words = ["render", "tiny.yaml", "--model", str(model), "-o", "out", "--width", "400", "-q"]
    assert run(words) == 1
    assert len(asked) == 3
    monkeypatch.setattr(PixelStage, "run", kept)
    assert run(words) == 0, "the next run tries again"


def test_a_whole_book_is_made_once_where_the_cache_cannot_be_written(model: Path, monkeypatch) -> None:  # noqa: F811
    Path("file").write_text("in the way")
    monkeypatch.setenv("COMICGEN_CACHE", str(Path("file").resolve()))
    ran, kept = [], PixelStage.run
    monkeypatch.setattr(PixelStage, "run", lambda self, jobs, **more: (ran.append(1), kept(self, jobs, **more))[1])
    book(model, "out")
    assert len(ran) == 9


def test_another_fault_of_the_loop_is_not_hidden(model: Path, monkeypatch) -> None:  # noqa: F811
    def broken(self, jobs, **_):
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(PixelStage, "run", broken)
    with pytest.raises(RuntimeError, match="shapes"):
        list(open_backend(str(model), Options()).take(shots(1), quiet))


@pytest.mark.parametrize("damage", [b"", b"not tensors at all", None])
def test_a_damaged_entry_is_set_aside_and_made_again(model: Path, tmp_path: Path, damage) -> None:  # noqa: F811
    first = list(open_backend(str(model), Options()).take(shots(2), quiet))
    entries = sorted((tmp_path / "cache" / "stages").rglob("*.safetensors"))
    for path in entries:
        path.write_bytes(path.read_bytes()[:-7] if damage is None else damage)
    with pytest.warns(UserWarning, match="is damaged"):
        again = list(open_backend(str(model), Options()).take(shots(2), quiet))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first, again, strict=True))
    assert len(list((tmp_path / "cache" / "stages").rglob("*.damaged"))) == len(entries)


def test_a_cache_that_cannot_be_written_costs_only_time(model: Path, tmp_path: Path, monkeypatch) -> None:  # noqa: F811
    first = list(open_backend(str(model), Options()).take(shots(2), quiet))
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "file"))
    with pytest.warns(UserWarning, match="cannot be written"):
        again = list(open_backend(str(model), Options()).take(shots(2), quiet))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first, again, strict=True))


KILLED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background starts with interrupts ignored
sys.path.insert(0, {tests!r})
import tiny_cascade
import torch
from comicgen.picture.cascade import backend, place, runner
backend.this_place = lambda *_: place.Place(torch.float32, "cpu", 2)
kept = runner.PixelRunner.make
def make(self, works):
    kept(self, works)
    if self.spec.name == "sr256":
        os.kill(os.getpid(), {number})
runner.PixelRunner.make = make
from comicgen.cli import run
sys.exit(run(["render", "tiny.yaml", "--model", {model!r}, "-o", "out", "--width", "400", "-q"]))
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_a_run_broken_off_goes_on_where_it_stopped(model: Path, tmp_path: Path, monkeypatch, number, code) -> None:  # noqa: F811
    Path("tiny.yaml").write_text(STORY)
    words = {"tests": str(Path(__file__).parent), "number": int(number), "model": str(model)}
    done = subprocess.run([sys.executable, "-c", KILLED.format(**words)], check=False, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert not list(Path("out").glob("page*"))
    from comicgen.picture.cascade import runner

    ran = []
    kept = runner.PixelRunner.make
    monkeypatch.setattr(runner.PixelRunner, "make", lambda self, works: (ran.append(self.spec.name), kept(self, works)))
    book(model, "out")
    assert "base" not in ran
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "fresh"))
    book(model, "whole")
    assert Path("out/page-001.png").read_bytes() == Path("whole/page-001.png").read_bytes()


def with_guard(model: Path, folder: Path, holds: bool) -> Path:  # noqa: F811
    """Copy the model and give its first stage a safety checker and a watermark, as DeepFloyd directories have."""
    from diffusers.pipelines.deepfloyd_if.safety_checker import IFSafetyChecker
    from diffusers.pipelines.deepfloyd_if.watermark import IFWatermarker
    from transformers import CLIPConfig, CLIPImageProcessorPil

    copy = shutil.copytree(model, folder)
    torch.manual_seed(1)
    side = {"hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = CLIPConfig(text_config=side | {"vocab_size": 600}, projection_dim=8,
                        vision_config=side | {"image_size": 32, "patch_size": 16, "projection_dim": 8})  # fmt: skip
    checker = IFSafetyChecker(config)
    checker.post_init()
    checker.p_head.bias.data.fill_(9.0 if holds else -9.0)
    checker.w_head.bias.data.fill_(-9.0)
    checker.save_pretrained(copy / "stage1" / "safety_checker", safe_serialization=True)
    processor = CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    processor.save_pretrained(copy / "stage1" / "feature_extractor")
    mark = IFWatermarker()
    mark.watermark_image[:] = torch.tensor([255.0, 0.0, 0.0, 255.0])
    mark.save_pretrained(copy / "stage1" / "watermarker", safe_serialization=True)
    return copy


def test_the_models_own_safety_checker_stays_on(model: Path, tmp_path: Path) -> None:  # noqa: F811
    Path("tiny.yaml").write_text(STORY)
    guarded = with_guard(model, tmp_path / "guarded", holds=True)
    from comicgen.cli import run

    assert run(["render", "tiny.yaml", "--model", str(guarded), "-o", "out", "--width", "400", "-q"]) == 1
    record = json.loads(Path("out/render.json").read_text())
    assert all("safety checker" in p["fault"] for p in record["pages"][0]["panels"])


def test_the_models_own_watermark_stays_on(model: Path, tmp_path: Path) -> None:  # noqa: F811
    guarded = with_guard(model, tmp_path / "guarded", holds=False)
    big = a_shot(width=512, height=512)
    (plain,) = open_backend(str(model), Options()).take([big], quiet)
    (marked,) = open_backend(str(guarded), Options()).take([big], quiet)
    changed = np.abs(plain.pixels.astype(int) - marked.pixels.astype(int)).max(2) > 20
    assert changed.any()
    assert not changed[: 512 * 3 // 4].any()


def test_only_one_stage_is_in_memory_at_a_time(model: Path, monkeypatch) -> None:  # noqa: F811
    import weakref

    from comicgen.picture.cascade import load

    kept, alive = load.load_part, []

    def counted(*words):
        assert not [ref for ref in alive if ref() is not None], "the stage before is still loaded"
        network = kept(*words)
        alive.append(weakref.ref(network))
        return network

    monkeypatch.setattr(load, "load_part", counted)
    list(open_backend(str(model), Options()).take(shots(2), quiet))
    assert len(alive) == 4
