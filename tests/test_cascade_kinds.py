"""The other kinds of stage: a latent upscaler against the library's, whole latent pipelines, Lanczos, windows, LoRA."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from test_cascade_exact import Replay, seeds
from tiny_cascade import clip, clip_tokenizer, ddpm, latent_pipeline, unet, upscaler

from comicgen.errors import ComicError, MissingError
from comicgen.picture import Options, Shot, open_backend, quiet
from comicgen.picture.cascade.crew import go_on
from comicgen.picture.cascade.encode import encode
from comicgen.picture.cascade.lora import add_lora
from comicgen.picture.cascade.noise import NoiseStream
from comicgen.picture.cascade.pipelines import PIPELINES, pipeline_of
from comicgen.picture.cascade.preset import StageSpec
from comicgen.picture.cascade.runner import ResizeRunner
from comicgen.picture.cascade.schedule import schedule_of
from comicgen.picture.cascade.stage import Job, PixelStage, Walk
from comicgen.picture.cascade.tiles import Window, WindowNoise, tiled, windows
from comicgen.picture.cascade.upscale import UpscaleStage
from comicgen.picture.cascade.work import Work
from comicgen.staging import Scenery, Staging
from comicgen.staging.camera import look_at

PROMPTS = ["a girl in the rain", "a dog on the street"]


def low_pictures() -> torch.Tensor:
    """One bright picture and one dark one: a range guessed for the batch would spoil the bright one."""
    dice = torch.Generator().manual_seed(1)
    return torch.stack(
        [torch.rand((3, 16, 24), generator=dice) * 0.5 + 0.4, torch.rand((3, 16, 24), generator=dice) - 0.9]
    )


@pytest.fixture(scope="module")
def text() -> tuple[object, object]:
    return clip_tokenizer(), clip()


@pytest.mark.parametrize("guidance", [1.0, 6.0])
def test_the_upscaler_agrees_with_the_librarys_pipeline(text, guidance: float) -> None:
    from diffusers import StableDiffusionUpscalePipeline

    pipe = StableDiffusionUpscalePipeline(**upscaler(), max_noise_level=350)
    pipe.set_progress_bar_config(disable=True)
    low = low_pictures()
    theirs = pipe(prompt=PROMPTS, image=low / 2 + 0.5, generator=seeds(), num_inference_steps=4,
                  guidance_scale=guidance, noise_level=20, output_type="pt").images * 2 - 1  # fmt: skip
    parts = upscaler()
    pipe.scheduler.set_timesteps(4)
    walk = Walk(sampler="ddim", guidance=guidance, augmentation=20, micro_batch=2,
                timesteps=tuple(pipe.scheduler.timesteps.tolist()))  # fmt: skip
    stage = UpscaleStage(parts["unet"], parts["vae"], schedule_of(parts["scheduler"].config),
                         schedule_of(parts["low_res_scheduler"].config), walk)  # fmt: skip
    made = encode([*PROMPTS, ""], *text, 77, masked=False)
    jobs = [Job(made[p].embedding, made[""].embedding, Replay(7 + i), (64, 96), low[i]) for i, p in enumerate(PROMPTS)]
    together = stage.run(jobs)
    ours = torch.stack([m.pixels for m in together]).clamp(-1, 1)
    assert ours.shape == (2, 3, 64, 96)
    assert torch.allclose(ours, theirs, atol=2e-4)
    (alone,) = stage.run([replace(jobs[0], noise=Replay(7))])
    assert torch.equal(alone.pixels, together[0].pixels)


def a_shot(**more: object) -> Shot:
    staging = Staging((), Scenery("street", 1), look_at((0, -4, 1.5), (0, 0, 1), 1.2, 1.5), "full shot", 1)
    return replace(Shot("one", "a girl in the rain", "text", 60, 40, 5, staging, tone="colour"), **more)


def test_lanczos_finish_keeps_a_flat_picture_and_grows_it() -> None:
    spec = StageSpec("final", "resize", scale=4)
    work = Work(a_shot(), None, None, "", (32, 48), pixels=torch.full((3, 8, 12), 0.25))
    ResizeRunner(spec).run([work], go_on)
    assert work.pixels.shape == (3, 32, 48)
    assert torch.allclose(work.pixels, torch.tensor(0.25), atol=1e-6)


def test_windows_cover_a_picture_and_blend_to_it() -> None:
    picture = torch.rand((3, 40, 72), generator=torch.Generator().manual_seed(1))
    large = torch.nn.functional.interpolate(picture[None], scale_factor=2, mode="nearest")[0]
    made = tiled(picture, 24, 2, lambda w: w.cut(large, 2).clone())
    assert torch.allclose(made, large, atol=1e-5)
    assert len({(w.h, w.w) for w in windows((40, 72), 24)}) == 1


def test_windows_share_the_noise_of_the_whole() -> None:
    whole = NoiseStream(3, "final").normal((1, 3, 40, 72))
    part = WindowNoise(NoiseStream(3, "final"), Window(4, 6, 16, 16), (20, 36)).normal((1, 3, 32, 32))
    assert torch.equal(part, whole[..., 8:40, 12:44])


def test_lora_changes_the_layers_it_names_by_its_product(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    network = unet(1, 32, (32, 64), enlarges=False)
    layer = next(n for n, m in network.named_modules() if n.endswith("to_q"))
    before = network.get_submodule(layer).weight.clone()
    dice = torch.Generator().manual_seed(1)
    up, down = torch.randn((before.shape[0], 2), generator=dice), torch.randn((2, before.shape[1]), generator=dice)
    save_file({f"unet.{layer}.lora_A.weight": down, f"unet.{layer}.lora_B.weight": up}, tmp_path / "ann.safetensors")
    assert add_lora(network, "unet", "ann.safetensors", tmp_path, 0.5) == 1
    assert torch.allclose(network.get_submodule(layer).weight, before + 0.5 * up @ down, atol=1e-6)
    kohya = f"lora_unet_{layer.replace('.', '_')}"
    save_file({f"{kohya}.lora_down.weight": down, f"{kohya}.lora_up.weight": up, f"{kohya}.alpha": torch.tensor(1.0)},
              tmp_path / "bob.safetensors")  # fmt: skip
    add_lora(network, "unet", "bob.safetensors", tmp_path, -1.0)
    assert torch.allclose(network.get_submodule(layer).weight, before, atol=1e-5)


def test_lora_of_another_model_is_refused(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    save_file({"unet.nowhere.lora_A.weight": torch.ones(1, 2)}, tmp_path / "x.safetensors")
    with pytest.raises(ComicError, match="none of its 1 layers"):
        add_lora(unet(1, 32, (32, 64), enlarges=False), "unet", "x.safetensors", tmp_path, 1.0)
    with pytest.raises(MissingError):
        add_lora(None, "unet", "y.safetensors", tmp_path, 1.0)


@pytest.fixture(scope="module")
def latent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model") / "latent"
    latent_pipeline().save_pretrained(folder / "stage1", safe_serialization=True)
    (folder / "cascade.yaml").write_text(
        "stages:\n"
        "  - {name: base, kind: latent, folder: stage1, size: 32, steps: 3, guidance: 4, step: 8}\n"
        "  - {name: final, kind: resize, scale: 2}\n"
    )
    return folder


def test_a_latent_pipeline_is_a_cascade_of_one_stage(latent: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path))
    shots = [a_shot(), a_shot(seed=6), a_shot(composition=0.5)]
    pictures = list(open_backend(str(latent), Options()).take(shots, quiet))
    assert [p.pixels.shape for p in pictures] == [(40, 60, 3)] * 3
    assert not any(p.fault for p in pictures)
    assert len({p.pixels.tobytes() for p in pictures}) == 3
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "other"))
    (alone,) = open_backend(str(latent), Options()).take(shots[1:2], quiet)
    assert np.array_equal(alone.pixels, pictures[1].pixels)


def test_a_plain_pipeline_directory_needs_no_description(latent: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path))
    assert open_backend(str(latent / "stage1"), Options()).name == "cascade"
    assert pipeline_of(latent / "stage1") == "StableDiffusionPipeline"


def test_every_pipeline_of_the_table_is_in_the_library() -> None:
    import diffusers

    for name, kind in PIPELINES.items():
        assert hasattr(diffusers, name)
        assert not kind.start or hasattr(diffusers, kind.start)


@pytest.mark.parametrize(
    ("index", "told"),
    [
        ({"_class_name": "EvilPipeline"}, "no pipeline 'EvilPipeline'"),
        ({"_class_name": "ZImagePipeline", "unet": ["my_code", "Net"]}, "code of their own are refused: unet"),
        ([], "not a pipeline's index"),
    ],
)
def test_a_directory_cannot_ask_for_code(tmp_path: Path, index: object, told: str) -> None:
    (tmp_path / "model_index.json").write_text(json.dumps(index))
    with pytest.raises(ComicError, match=told):
        pipeline_of(tmp_path)


def test_a_stage_at_once_smaller_gives_the_same_picture_within_rounding() -> None:
    def stage() -> PixelStage:
        walk = Walk(steps=2, micro_batch=2, sampler="ddim")
        return PixelStage(unet(1, 32, (32, 64), enlarges=False), schedule_of(ddpm(1.5).config), walk)

    job = Job(torch.ones(5, 32), torch.zeros(5, 32), Replay(1), (32, 32))
    whole, small = stage(), stage()
    small.at_once = 1
    first, second = whole.run([job])[0].pixels, small.run([replace(job, noise=Replay(1))])[0].pixels
    assert torch.allclose(first, second, atol=1e-3)
