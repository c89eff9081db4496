"""Latent families in random weights, each through its explicit class: starts, reference pictures, ControlNets."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from test_cascade_book import STORY, book, pixels
from test_cascade_kinds import a_shot
from tiny_latents import FAMILIES, save, sdxl_control

from comicgen.cli import run
from comicgen.errors import ComicError
from comicgen.picture import Options, Picture, Shot, open_backend, quiet
from comicgen.picture.cascade.guide import GUIDES
from comicgen.script import resolve
from comicgen.staging import stage
from comicgen.story import read_story

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("families")
    return {name: save(name, root / name) for name in FAMILIES}


def taken(folder: Path, *shots: Shot) -> list[Picture]:
    found = list(open_backend(str(folder), Options()).take(shots, quiet))
    assert not any(p.fault for p in found)
    return found


def differ(*pictures: Picture) -> bool:
    return len({p.pixels.tobytes() for p in pictures}) == len(pictures)


@pytest.mark.parametrize("name", FAMILIES)
def test_each_family_draws_by_seed_and_by_composition(families, name: str, monkeypatch) -> None:
    shots = [a_shot(), a_shot(seed=6), a_shot(composition=0.5)]
    pictures = taken(families[name], *shots)
    assert [p.pixels.shape for p in pictures] == [(40, 60, 3)] * 3
    assert differ(*pictures)
    monkeypatch.setenv("COMICGEN_CACHE", "other")
    assert np.array_equal(taken(families[name], shots[1])[0].pixels, pictures[1].pixels)


def reference(path: Path, shade: int) -> None:
    Image.new("RGB", (96, 96), (shade, 40, 200 - shade)).save(path)


def with_reference(words: str) -> str:
    return STORY.replace('blue coat"}', f'blue coat", reference: {words}}}')


def test_a_storys_reference_picture_reaches_a_model_that_looks_at_pictures(families) -> None:
    folder = families["Flux2KleinPipeline"]
    book(folder, "plain", STORY, "--panels", "one,two")
    for shade in (20, 180):
        reference(Path("ann.png"), shade)
        book(folder, f"shade{shade}", with_reference("ann.png"), "--panels", "one,two")
    assert not np.array_equal(pixels("plain", "one"), pixels("shade20", "one"))
    assert not np.array_equal(pixels("shade180", "one"), pixels("shade20", "one")), "the file's content counts"
    assert np.array_equal(pixels("plain", "two"), pixels("shade20", "two")), "who is not there is not looked at"


def test_a_model_that_does_not_look_at_pictures_says_so(families, capsys) -> None:
    reference(Path("ann.png"), 20)
    Path("tiny.yaml").write_text(with_reference("[ann.png]"))
    words = ["--model", str(families["ZImagePipeline"]), "-o", "out", "--width", "400", "--panels", "one"]
    assert run(["render", "tiny.yaml", *words]) == 0
    assert "does not look at the reference pictures of ann" in capsys.readouterr().err


def test_a_missing_reference_picture_names_its_place(capsys) -> None:
    Path("tiny.yaml").write_text(with_reference("nowhere.png"))
    assert run(["render", "tiny.yaml", "-q"]) == 2
    told = capsys.readouterr().err
    assert "tiny.yaml:4:" in told
    assert "there is no such picture: nowhere.png" in told


def test_a_reference_that_only_looks_like_a_picture_is_an_error(families) -> None:
    Path("ann.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    shot = a_shot(phrases=(("ann", "a girl"),), references=(("ann", "0", "ann.png"),))
    with pytest.raises(ComicError, match="cannot read the picture"):
        taken(families["Flux2KleinPipeline"], shot)


def staged() -> Shot:
    script = resolve(read_story("tiny.yaml", STORY.encode()))
    return a_shot(staging=stage(script.pages[0].panels[2], 1.5, script))


@pytest.mark.parametrize("guide", GUIDES)
def test_a_control_net_follows_the_staging(families, guide: str, tmp_path: Path, monkeypatch) -> None:
    folder = save("StableDiffusionXLPipeline", tmp_path / "m", f"guidance: 4, control: control, guide: {guide}")
    sdxl_control().save_pretrained(folder / "control", safe_serialization=True)
    empty, people = a_shot(), staged()
    (plain,) = taken(families["StableDiffusionXLPipeline"], people)
    pictures = taken(folder, empty, people, a_shot(staging=people.staging, composition=0.5))
    assert differ(plain, *pictures)
    monkeypatch.setenv("COMICGEN_CACHE", "other")
    assert np.array_equal(taken(folder, people)[0].pixels, pictures[1].pixels)


def test_a_control_net_beside_a_family_without_one_is_refused(tmp_path: Path) -> None:
    folder = save("ZImagePipeline", tmp_path / "m", "guidance: 4, control: control")
    with pytest.raises(ComicError, match="ZImagePipeline takes no ControlNet"):
        taken(folder, a_shot())


def test_guides_show_the_staging_at_the_pictures_size() -> None:
    empty, people = a_shot(), staged()
    for guide in GUIDES.values():
        seen = guide(people, (64, 96))
        assert seen.shape == (3, 64, 96)
        assert 0 <= float(seen.min()) < float(seen.max()) <= 1
        assert not np.array_equal(seen.numpy(), guide(empty, (64, 96)).numpy())
