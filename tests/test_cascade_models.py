"""Finding, pulling and opening models: what is said, what is refused, what never happens."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from tiny_cascade import build

from comicgen.cli import run
from comicgen.doors import shelf
from comicgen.errors import ComicError, MissingError, UsageError
from comicgen.picture import Options, open_backend
from comicgen.picture.cascade import preset
from comicgen.picture.cascade import pull as puller
from comicgen.picture.cascade.found import find_model
from comicgen.picture.cascade.identity import fingerprint
from comicgen.picture.cascade.pipelines import PIPELINES
from comicgen.picture.cascade.preset import read_preset
from comicgen.picture.cascade.pull import pull
from comicgen.picture.cascade.samplers import SAMPLERS

PRESETS = sorted((shelf("templates") / "models").glob("*.yaml"))


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COMICGEN_MODELS", str(tmp_path / "models"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("path", PRESETS, ids=lambda p: p.stem)
def test_every_preset_reads_and_says_what_its_owner_must_say(path: Path) -> None:
    found = read_preset(path)
    assert found.about
    assert found.licence
    assert found.size or not found.hub
    assert all(s.pipeline in PIPELINES for s in found.stages if s.kind == "latent")
    assert path.read_text().startswith("# ")
    assert sum(s.scale == 1 for s in found.stages) == 1


def fake_hub(monkeypatch: pytest.MonkeyPatch, fault: Exception | None = None) -> list[str]:
    """Stand in for the download; note what was asked for."""
    asked = []

    def snapshot(hub: str, local_dir: Path, **_: object) -> str:
        asked.append(hub)
        if fault:
            raise fault
        folder = Path(local_dir) / "unet"
        folder.mkdir(parents=True)
        save_file({"w": torch.zeros(1)}, folder / "diffusion_pytorch_model.safetensors")
        return str(local_dir)

    monkeypatch.setattr("huggingface_hub.snapshot_download", snapshot)
    return asked


def test_a_pull_shows_licence_and_size_before_it_downloads(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_hub(monkeypatch)
    lines = pull("z-image")
    told = [next(lines) for _ in range(3)]
    assert "Apache-2.0" in told[1]
    assert "GB" in told[2]
    assert not asked
    assert list(lines)[-1] == "use it with: --model z-image"
    assert asked == ["Tongyi-MAI/Z-Image-Turbo"]
    assert find_model("z-image")[1].name == "z-image"


def test_a_restricted_licence_waits_for_a_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_hub(monkeypatch)
    assert run(["models", "pull", "deepfloyd-if"]) == 2
    with pytest.raises(UsageError, match="non-commercial"):
        list(pull("deepfloyd-if"))
    assert not asked
    assert run(["models", "pull", "deepfloyd-if", "--yes"]) == 0
    assert len(asked) == 3
    assert find_model("deepfloyd-if-fast")[0] == find_model("deepfloyd-if")[0]


@pytest.mark.parametrize(
    ("fault", "told", "code"),
    [
        (ConnectionError("no route"), "cannot reach the hub", 3),
        (OSError(28, "No space left on device"), "No space left", 4),
    ],
)
def test_a_pull_that_fails_says_why(monkeypatch, capsys, fault: Exception, told: str, code: int) -> None:
    fake_hub(monkeypatch, fault)
    assert run(["models", "pull", "z-image"]) == code
    assert told in capsys.readouterr().err


def test_a_pull_without_a_network_is_not_an_accident(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from huggingface_hub.errors import OfflineModeIsEnabled

    fake_hub(monkeypatch, OfflineModeIsEnabled("offline mode is on"))
    assert run(["models", "pull", "sdxl"]) == 3
    assert "go online" in capsys.readouterr().err


def test_what_was_pulled_is_looked_at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def evil(hub: str, local_dir: Path, **_: object) -> None:
        Path(local_dir).mkdir(parents=True)
        (Path(local_dir) / "model.safetensors").write_bytes(b"\x80\x04" + b"\0" * 99)

    monkeypatch.setattr("huggingface_hub.snapshot_download", evil)
    with pytest.raises(ComicError, match="not a safetensors file"):
        list(pull("z-image"))
    assert [f for f in puller.FILES if not f.endswith((".bin", ".pt", ".py", ".ckpt"))] == puller.FILES


def test_one_without_files_has_nothing_to_pull() -> None:
    with pytest.raises(UsageError, match="nothing to pull"):
        list(pull("cascade"))


@pytest.mark.parametrize("name", ["deepfloyd-if", "z-image", "nobody/nothing", "cascade"])
def test_a_model_that_is_missing_ends_with_three(name: str, capsys) -> None:
    Path("s.yaml").write_text("title: T\npages:\n  - panels:\n      - {shot: close-up}\n")
    assert run(["render", "s.yaml", "--model", name, "-q"]) == 3
    assert "hint" in capsys.readouterr().err


def test_a_folder_that_is_no_model_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="no stage1/unet"):
        open_backend(str(tmp_path), Options())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("stages: []", "needs a list of stages"),
        ("stages: [{name: a, kind: magic}]", "no stage kind 'magic'"),
        ("stages: [{name: a, kind: pixel}]\ntrust_remote_code: true", "unknown key 'trust_remote_code'"),
        ("stages: [{name: a, kind: pixel, custom_pipeline: x}]", "unknown key 'custom_pipeline'"),
        ("stages: [{name: a, kind: pixel, steps: many}]", "steps"),
        ("stages: [{name: a, kind: pixel, folder: ../../etc}]", "outside"),
        ("stages: [{name: a, kind: pixel, sampler: magic}]", "no sampler 'magic'"),
        ("stages: [{name: a, kind: pixel}, {name: b, kind: resize}]", "scale"),
        (": :", "not a model description"),
    ],
)
def test_a_bad_description_names_its_fault(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "cascade.yaml"
    path.write_text(text)
    with pytest.raises(ComicError, match=told):
        read_preset(path)


def test_the_samplers_a_description_may_name_are_those_there_are() -> None:
    assert set(preset.SAMPLERS) == set(SAMPLERS)


def test_identity_follows_every_file_and_is_remembered(tmp_path: Path) -> None:
    folder = build(tmp_path / "tiny")
    memory = tmp_path / "memory"
    first = fingerprint(folder / "stage1", memory)
    assert fingerprint(folder / "stage1", memory) == fingerprint(folder / "stage1") == first
    assert len(list(memory.iterdir())) == 1
    scheduler = folder / "stage1" / "scheduler" / "scheduler_config.json"
    scheduler.write_text(scheduler.read_text().replace("1.5", "1.6"))
    assert fingerprint(folder / "stage1", memory) != first


def test_the_record_names_all_that_the_promise_of_same_pixels_needs(tmp_path: Path) -> None:
    import json
    from hashlib import sha256
    from importlib.metadata import version

    folder = build(tmp_path / "tiny")
    Path("s.yaml").write_text("title: T\npages:\n  - panels:\n      - {shot: close-up}\n")
    assert run(["render", "s.yaml", "--model", str(folder), "-o", "out", "--width", "200", "-q"]) == 0
    record = json.loads(Path("out/render.json").read_text())
    told = record["model"]
    assert (told["precision"], told["threads"], told["preset"]) == ("float32", 1, "tiny")
    assert told["stages"] == ["base", "sr256", "final"]
    assert told["device"]
    assert {name: record["libraries"][name] for name in ("torch", "diffusers", "transformers")} == {
        name: version(name) for name in ("torch", "diffusers", "transformers")
    }
    assert {"python", "numpy"} <= set(record["libraries"])
    weights = "stage1/unet/diffusion_pytorch_model.safetensors"
    assert told["files"][weights] == sha256((folder / weights).read_bytes()).hexdigest()
    assert {path.partition("/")[0] for path in told["files"]} == {"stage1", "stage2", "stage3"}
    assert str(tmp_path) not in json.dumps(record)


def test_a_hub_id_that_was_downloaded_before_is_found_without_a_network(tmp_path: Path, monkeypatch) -> None:
    hub = tmp_path / "hub"
    home = hub / "models--somebody--tiny"
    build(home / "snapshots" / "0123")
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text("0123")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(hub))
    directory, found = find_model("somebody/tiny")
    assert directory.name == "0123"
    assert [s.name for s in found.stages] == ["base", "sr256", "final"]
    with pytest.raises(MissingError):
        find_model("somebody/else")


def test_a_tokenizer_that_was_made_up_is_refused(tmp_path: Path) -> None:
    import shutil

    from comicgen.picture.cascade import load

    folder = build(tmp_path / "tiny") / "stage1"
    shutil.rmtree(folder / "tokenizer")
    with pytest.raises(MissingError, match="missing"):
        load.load_tokenizer(folder)
    (folder / "tokenizer").mkdir()
    with pytest.raises(MissingError, match="tokens"):
        load.load_t5(folder, load.load_tokenizer(folder), torch.float32, "cpu")
