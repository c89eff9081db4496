"""Pictures over the processor's cores, and in batches: neither how many nor which changes a bit."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest
import torch
from test_cascade_book import model  # noqa: F401 - a fixture
from test_cascade_kinds import a_shot
from tiny_cascade import clip, clip_tokenizer, latent_pipeline, unet, upscaler

from comicgen.picture import Options, Picture, open_backend, quiet
from comicgen.picture.cascade import backend
from comicgen.picture.cascade.attention import install
from comicgen.picture.cascade.crew import HaltedError, over_cores, threads, twin
from comicgen.picture.cascade.place import Place
from comicgen.picture.cascade.stage import PixelStage


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def on_cores(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    """Let pictures be made on so many cores; 0 makes them in batches, as on a card."""
    monkeypatch.setattr(backend, "this_place", lambda *_: Place(torch.float32, "cpu", cores))


def taken(model: Path, shots: list, monkeypatch: pytest.MonkeyPatch, cores: int) -> list[Picture]:  # noqa: F811
    """Return the pictures of shots, made afresh."""
    on_cores(monkeypatch, cores)
    shutil.rmtree("cache", ignore_errors=True)
    return list(open_backend(str(model), Options()).take(shots, quiet))


def alike(a: list[Picture], b: list[Picture]) -> bool:
    assert not any(p.fault for p in (*a, *b))
    return all(np.array_equal(p.pixels, q.pixels) for p, q in zip(a, b, strict=True))


def shots(count: int = 3) -> list:
    return [a_shot(panel=f"p{i}", seed=i, width=80 + 40 * (i % 2), height=80) for i in range(count)]


@pytest.fixture(scope="module")
def upscaled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base stage, and a latent upscaler with an encoder of its own."""
    from tiny_cascade import build

    folder = build(tmp_path_factory.mktemp("model") / "upscaled")
    shutil.rmtree(folder / "stage2")
    for name, part in (upscaler() | {"tokenizer": clip_tokenizer(), "text_encoder": clip()}).items():
        part.save_pretrained(folder / "stage2" / name)
    (folder / "cascade.yaml").write_text(
        "encoder: {folder: stage1, tokens: 320}\nstages:\n"
        "  - {name: base, kind: pixel, folder: stage1, size: 16, steps: 2, guidance: 4}\n"
        "  - {name: final, kind: upscale, folder: stage2, scale: 4, steps: 2, sampler: ddim, guidance: 3}\n"
    )
    return folder


@pytest.fixture(scope="module")
def latent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model") / "latent"
    latent_pipeline().save_pretrained(folder / "stage1", safe_serialization=True)
    (folder / "cascade.yaml").write_text(
        "stages:\n  - {name: final, kind: latent, folder: stage1, size: 32, steps: 3, guidance: 4}\n"
    )
    return folder


@pytest.mark.parametrize("kind", ["model", "upscaled", "latent"])
def test_the_number_of_cores_changes_no_bit(kind: str, request: pytest.FixtureRequest, monkeypatch) -> None:
    folder = request.getfixturevalue(kind)
    one, three = (taken(folder, shots(), monkeypatch, cores) for cores in (1, 3))
    assert alike(one, three)
    for shot, picture in zip(shots(), one, strict=True):
        assert alike(taken(folder, [shot], monkeypatch, 2), [picture])


def test_a_panel_alone_equals_the_panel_in_a_batch(model: Path, monkeypatch) -> None:  # noqa: F811
    together = taken(model, shots(4), monkeypatch, 0)
    for shot, picture in zip(shots(4), together, strict=True):
        assert alike(taken(model, [shot], monkeypatch, 0), [picture])


def test_memory_that_is_short_beside_others_is_tried_alone(model: Path, monkeypatch) -> None:  # noqa: F811
    plain = taken(model, shots(), monkeypatch, 3)
    kept = PixelStage.run

    def crowded(self, jobs, *words, **more):
        if threading.current_thread() is not threading.main_thread() and jobs[0].size[0] > 64:
            raise MemoryError
        return kept(self, jobs, *words, **more)

    monkeypatch.setattr(PixelStage, "run", crowded)
    with pytest.warns(UserWarning, match="going on with one picture at a time"):
        assert alike(plain, taken(model, shots(), monkeypatch, 3))


def test_shots_that_are_alike_in_a_stage_are_made_once(model: Path, monkeypatch) -> None:  # noqa: F811
    ran, kept = [], PixelStage.run
    monkeypatch.setattr(
        PixelStage, "run", lambda self, jobs, **more: (ran.append(len(jobs)), kept(self, jobs, **more))[1]
    )
    pictures = taken(model, [a_shot(width=80, height=80), a_shot(width=96, height=96)], monkeypatch, 2)
    assert ran == [1, 1, 1]
    assert [p.pixels.shape[0] for p in pictures] == [80, 96]


def test_a_twin_shares_weights_and_nothing_else() -> None:
    network = unet(1, 32, (32, 64), enlarges=False)
    state = install(network)
    other = twin(network, [network])
    assert {p.data_ptr() for p in network.parameters()} == {p.data_ptr() for p in other.parameters()}
    theirs = {id(p._state) for p in other.attn_processors.values()}
    assert len(theirs) == 1
    assert id(state) not in theirs


def test_a_fault_on_one_core_halts_the_others() -> None:
    started, halted = threading.Event(), []

    def make(worker: int, part: int, check) -> None:
        if part == 1:
            started.wait(10)
            raise ValueError("broken")
        started.set()
        try:
            while True:
                check()
        except HaltedError:
            halted.append(part)
            raise

    with pytest.raises(ValueError, match="broken"):
        list(over_cores([1, 2], [0, 1, 2, 3], make))
    assert halted == [0]


def test_threads_are_as_before_afterwards() -> None:
    before = torch.get_num_threads()
    with threads(before + 1):
        assert torch.get_num_threads() == before + 1
    assert torch.get_num_threads() == before
    with threads(0):
        assert torch.get_num_threads() == before
