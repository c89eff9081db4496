"""The stage loop against outside judges: the library's pipelines bit for bit, its schedulers, a closed form."""

from dataclasses import replace

import pytest
import torch
from tiny_cascade import ddpm, plain_ddpm, text_encoder, tokenizer, unet

from comicgen.picture.cascade.attention import TextAttention, install
from comicgen.picture.cascade.encode import encode
from comicgen.picture.cascade.noise import NoiseStream
from comicgen.picture.cascade.samplers import SAMPLERS, Seen, dynamic_threshold
from comicgen.picture.cascade.schedule import Schedule, schedule_of
from comicgen.picture.cascade.stage import Job, PixelStage, Walk

PROMPTS = ["a girl in the rain, night street", "a dog on the street"]


class Replay:
    """A noise stream that gives a generator's draws, as the library's pipelines use them."""

    def __init__(self, seed: int) -> None:
        self._generator = torch.Generator("cpu").manual_seed(seed)

    def normal(self, shape: tuple[int, ...]) -> torch.Tensor:
        return torch.randn(shape, generator=self._generator)


def seeds() -> list[torch.Generator]:
    return [torch.Generator("cpu").manual_seed(s) for s in (7, 8)]


@pytest.fixture(scope="module")
def text() -> tuple[object, object]:
    words = tokenizer()
    return words, text_encoder(len(words))


def base_pipeline(text):
    from diffusers import IFPipeline

    pipe = IFPipeline(
        tokenizer=text[0], text_encoder=text[1], unet=unet(1, 32, (32, 64), enlarges=False), scheduler=ddpm(1.5),
        safety_checker=None, feature_extractor=None, watermarker=None, requires_safety_checker=False,
    )  # fmt: skip
    pipe.set_progress_bar_config(disable=True)
    return pipe


def embeddings(text) -> tuple[torch.Tensor, torch.Tensor]:
    pipe = base_pipeline(text)
    return pipe.encode_prompt(PROMPTS, clean_caption=False)


def jobs(told: torch.Tensor, untold: torch.Tensor, size: tuple[int, int], low: torch.Tensor | None = None) -> list[Job]:
    return [Job(told[i], untold[i], Replay(7 + i), size, None if low is None else low[i]) for i in range(len(PROMPTS))]


def test_our_encoding_is_the_pipelines(text) -> None:
    told, untold = embeddings(text)
    made = encode([*PROMPTS, ""], *text, 77)
    assert torch.equal(torch.stack([made[p].embedding for p in PROMPTS]), told)
    assert torch.equal(made[""].embedding, untold[0])


@pytest.mark.parametrize("size", [(32, 32), (32, 48)])
def test_the_base_stage_gives_the_bits_of_if_pipeline(text, size: tuple[int, int]) -> None:
    told, untold = embeddings(text)
    pipe = base_pipeline(text)
    theirs = pipe(
        prompt_embeds=told, negative_prompt_embeds=untold, generator=seeds(), num_inference_steps=4,
        height=size[0], width=size[1], guidance_scale=7.0, output_type="pt",
    ).images  # fmt: skip
    pipe.scheduler.set_timesteps(4)
    walk = Walk(sampler="ddpm", guidance=7.0, micro_batch=2, timesteps=tuple(pipe.scheduler.timesteps.tolist()))
    stage = PixelStage(unet(1, 32, (32, 64), enlarges=False), schedule_of(ddpm(1.5).config), walk)
    ours = torch.stack([m.pixels for m in stage.run(jobs(told, untold, size))])
    assert torch.equal(ours, theirs)


def test_the_super_resolution_stage_gives_the_bits_of_if_super_resolution_pipeline(text) -> None:
    from diffusers import IFSuperResolutionPipeline

    told, untold = embeddings(text)
    low = torch.rand((2, 3, 32, 48), generator=torch.Generator().manual_seed(1)) * 2 - 1
    pipe = IFSuperResolutionPipeline(
        tokenizer=text[0], text_encoder=None, unet=unet(2, 64, (16, 32), enlarges=True), scheduler=ddpm(1.0),
        image_noising_scheduler=plain_ddpm(), safety_checker=None, feature_extractor=None, watermarker=None,
        requires_safety_checker=False,
    )  # fmt: skip
    pipe.set_progress_bar_config(disable=True)
    theirs = pipe(
        image=low, prompt_embeds=told, negative_prompt_embeds=untold, generator=seeds(), num_inference_steps=3,
        height=64, width=96, guidance_scale=4.0, noise_level=250, output_type="pt",
    ).images  # fmt: skip
    pipe.scheduler.set_timesteps(3)
    walk = Walk(sampler="ddpm", guidance=4.0, augmentation=250, micro_batch=2,
                timesteps=tuple(pipe.scheduler.timesteps.tolist()))  # fmt: skip
    stage = PixelStage(
        unet(2, 64, (16, 32), enlarges=True), schedule_of(ddpm(1.0).config), walk, schedule_of(plain_ddpm().config)
    )
    ours = torch.stack([m.pixels for m in stage.run(jobs(told, untold, (64, 96), low))])
    assert torch.equal(ours, theirs)


def a_stage(**walk: object) -> PixelStage:
    return PixelStage(unet(1, 32, (32, 64), enlarges=False), schedule_of(ddpm(1.5).config),
                      Walk(**({"steps": 3, "micro_batch": 2, "sampler": "ddpm"} | walk)))  # fmt: skip


def some_jobs(count: int = 3) -> list[Job]:
    dice = torch.Generator().manual_seed(3)
    return [Job(torch.randn((9, 32), generator=dice), torch.zeros(9, 32), Replay(i), (32, 32)) for i in range(count)]


def test_neighbours_and_padding_change_nothing() -> None:
    together = [m.pixels for m in a_stage().run(some_jobs())]
    for i, pixels in enumerate(together):
        (alone,) = a_stage().run([some_jobs()[i]])
        assert torch.equal(alone.pixels, pixels)
    turned = a_stage().run(some_jobs()[::-1])
    assert all(torch.equal(a, b.pixels) for a, b in zip(together, reversed(turned), strict=True))


def test_recording_heat_changes_no_bit_and_shares_sum_to_at_most_one() -> None:
    plain, seen = a_stage().run(some_jobs()), a_stage().run(some_jobs(), heat=True)
    assert all(torch.equal(a.pixels, b.pixels) for a, b in zip(plain, seen, strict=True))
    for made in seen:
        assert made.heat.shape[0] == 9
        assert (made.heat >= 0).all()
        assert (made.heat.sum(0) <= 1 + 1e-4).all()


def test_masks_keep_words_out_of_other_places() -> None:
    masks = torch.ones((9, 64, 64))
    masks[:4, :, 32:] = 0
    held = [replace(j, masks=masks) for j in some_jobs(2)]
    for made in a_stage(guidance=1.0).run(held, heat=True):
        w = made.heat.shape[-1]
        assert made.heat[:4, :, w // 2 + 1 :].sum() == 0
        assert made.heat[:4, :, : w // 2 - 1].sum() > 0


def test_guidance_one_is_off_and_costs_half_the_rows() -> None:
    off, on = a_stage(guidance=1.0), a_stage(guidance=3.0)
    off.run(some_jobs(2))
    on.run(some_jobs(2))
    assert on.rows == 2 * off.rows
    part = a_stage(guidance=3.0, interval=(300, 700))
    part.run(some_jobs(2))
    assert off.rows < part.rows < on.rows


def test_a_composition_of_full_strength_is_nearly_kept_and_of_none_is_ignored() -> None:
    start = torch.full((3, 32, 32), -0.5)
    plain = a_stage(steps=10).run(some_jobs(2))
    none = a_stage(steps=10).run([replace(j, start=start, strength=0.0) for j in some_jobs(2)])
    assert all(torch.equal(a.pixels, b.pixels) for a, b in zip(plain, none, strict=True))
    steps = a_stage(steps=10).timesteps(0.7)
    assert len(steps) == 3
    assert steps[0] < 350


def test_two_threads_are_within_the_known_tolerance() -> None:
    kept = torch.get_num_threads()
    try:
        made = []
        for threads in (1, 2):
            torch.set_num_threads(threads)
            made.append(torch.stack([m.pixels for m in a_stage(guidance=1.0).run(some_jobs(2))]))
    finally:
        torch.set_num_threads(kept)
    assert (made[0] - made[1]).abs().max() < 1e-3


def test_every_text_layer_is_ours() -> None:
    network = unet(1, 32, (32, 64), enlarges=False)
    install(network)
    assert {type(p) for p in network.attn_processors.values()} == {TextAttention}


LIBRARY = {"ddim": "DDIMScheduler", "dpm++": "DPMSolverMultistepScheduler"}


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("name", LIBRARY)
def test_samplers_agree_with_the_librarys_schedulers(name: str) -> None:
    import diffusers

    more = (
        {"final_sigmas_type": "zero", "euler_at_final": False, "lower_order_final": True}
        if name == "dpm++"
        else {"set_alpha_to_one": True, "clip_sample": False}
    )
    theirs = getattr(diffusers, LIBRARY[name])(beta_schedule="squaredcos_cap_v2", timestep_spacing="trailing", **more)
    theirs.set_timesteps(8)
    schedule = replace(schedule_of(plain_ddpm().config), clip=False)
    steps = tuple(theirs.timesteps.tolist())
    assert steps == schedule.steps(8)
    x = y = torch.randn((1, 3, 8, 8), generator=torch.Generator().manual_seed(2))
    last_x0 = last = None
    for now, then in zip(steps, (*steps[1:], -1), strict=True):
        ours_noise, their_noise = torch.tanh(x + now / 1000), torch.tanh(y + now / 1000)
        a = schedule.at(now)
        x0 = (x - (1 - a) ** 0.5 * ours_noise) / a**0.5
        x = SAMPLERS[name](Seen(x, x0, None, now, then, last_x0, last), schedule, lambda: torch.zeros(1))
        y = theirs.step(their_noise, now, y, return_dict=False)[0]
        last_x0, last = x0, now
    assert torch.allclose(x, y, atol=2e-3, rtol=1e-3)


@pytest.mark.parametrize("name", SAMPLERS)
def test_samplers_reach_a_gaussian_exactly_enough(name: str) -> None:
    """For data N(m, s^2) the best denoiser is closed-form; samples must come out with that mean and spread."""
    mean, spread, count = 0.4, 0.3, 4000
    schedule = Schedule(alphas=schedule_of(plain_ddpm().config).alphas)
    dice = torch.Generator().manual_seed(1)

    def draw() -> torch.Tensor:
        return torch.randn(count, generator=dice)

    x, last_x0, last = draw(), None, None
    steps = schedule.steps(200)
    for now, then in zip(steps, (*steps[1:], -1), strict=True):
        a = schedule.at(now)
        x0 = mean + a**0.5 * spread**2 / (a * spread**2 + 1 - a) * (x - a**0.5 * mean)
        x, last_x0, last = SAMPLERS[name](Seen(x, x0, None, now, then, last_x0, last), schedule, draw), x0, now
    assert float(x.mean()) == pytest.approx(mean, abs=0.03)
    assert float(x.std()) == pytest.approx(spread, abs=0.03)


def test_dynamic_threshold_is_the_librarys() -> None:
    x = torch.randn((3, 3, 8, 8), generator=torch.Generator().manual_seed(2)) * 2
    assert torch.equal(dynamic_threshold(x, 0.95, 1.5), ddpm(1.5)._threshold_sample(x))


def led_jobs(seed: int = 99) -> list[Job]:
    """Return jobs of one scene; each has the lead's stream of its own, for each batch draws the lead anew."""
    told, untold = torch.ones(9, 32), torch.zeros(9, 32)
    return [replace(j, lead=Job(told, untold, Replay(seed), (32, 32))) for j in some_jobs()]


def test_panels_look_at_their_lead_and_at_nobody_else() -> None:
    plain = [m.pixels for m in a_stage().run(some_jobs())]
    led = [m.pixels for m in a_stage(shared_tokens=16).run(led_jobs())]
    assert len(led) == len(plain)
    assert not any(torch.equal(a, b) for a, b in zip(plain, led, strict=True))
    other = [m.pixels for m in a_stage(shared_tokens=16).run(led_jobs(seed=98))]
    assert not any(torch.equal(a, b) for a, b in zip(led, other, strict=True))
    for i, pixels in enumerate(led):
        (alone,) = a_stage(shared_tokens=16).run([led_jobs()[i]])
        assert torch.equal(alone.pixels, pixels)


def test_the_lead_itself_is_drawn_as_if_alone() -> None:
    stage = a_stage(shared_tokens=16, micro_batch=2)
    jobs = led_jobs()[:2]
    beside = stage._batch([*stage._lead(jobs[0]), *jobs], 3, heat=False)[0]
    (alone,) = a_stage(micro_batch=3).run([replace(jobs[0].lead, noise=Replay(99))])
    assert torch.allclose(alone.pixels, beside.pixels, atol=1e-3)


def test_shared_noise_keeps_unit_variance_and_grows_alike_with_its_weight() -> None:
    def drawn(seed: int, weight: float) -> torch.Tensor:
        return NoiseStream(seed, "base", "7 street", weight).normal((1, 3, 64, 64)).flatten()

    for weight in (0.0, 0.3, 0.8):
        a, b = drawn(1, weight), drawn(2, weight)
        assert float(a.std()) == pytest.approx(1, abs=0.03)
        assert float(torch.corrcoef(torch.stack((a, b)))[0, 1]) == pytest.approx(weight, abs=0.03)
    assert torch.equal(drawn(1, 0.3), drawn(1, 0.3))
    assert torch.equal(NoiseStream(1, "base", "", 0.5).normal((4,)), NoiseStream(1, "base").normal((4,)))
