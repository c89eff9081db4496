"""One book through the same random weights twice: the loop of the diffusers documentation, and comicgen's.

Run ``python benchmarks/cascade.py`` for small networks on the processor, ``--gpu`` for networks of
about the true sizes in bf16 on a graphics card. Every contender runs in a process of its own, several
rounds in turn; the best round counts, by the clock. On ``--cores`` of the processor the documentation's
loop has as many threads in each operation, comicgen as many pictures at once. ``--share 0.2`` shortens
every walk to a fifth.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Lock, local

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.pop("OMP_NUM_THREADS", None)
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_VERBOSITY"] = os.environ["DIFFUSERS_VERBOSITY"] = "error"
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

CONTENDERS = ("docs", "comicgen", "fast")
DOCS_STEPS, FAST_STEPS = (100, 50, 75), (12, 8, 8)
SIDE = {"small": (32, 2), "true": (64, 4)}
"""Of each size: the base picture's side and the factor of the second stage."""
PLACES = ("street", "night", "rain", "a dog")


def book(panels: int) -> str:
    """Return a story of square-ish panels that share four prompts."""
    lines = ["title: Bench", "style: {look: ''}", "characters: {ann: {name: Ann, look: woman}}", "pages:"]
    for first in range(0, panels, 4):
        lines += ["  - panels:"]
        lines += [f"      - {{shot: medium shot, place: '{PLACES[k % 4]}', characters: {{ann: {{}}}}}}"
                  for k in range(first, min(first + 4, panels))]  # fmt: skip
    return "\n".join(lines)


def shots(panels: int) -> list:
    """Return the book's shots, staged, 512 pixels square."""
    from comicgen.picture import Shot
    from comicgen.script import resolve
    from comicgen.shots import prompt, seed
    from comicgen.staging import stage
    from comicgen.story import read_story

    script = resolve(read_story("bench.yaml", book(panels).encode()))
    found = []
    for panel in (p for page in script.pages for p in page.panels):
        told = prompt(panel, script)
        staged = stage(panel, 1.0, script)
        found.append(Shot(panel.id, told.positive, told.negative, 512, 512, seed(script, panel), staged, "colour"))
    return found


def description(contender: str, size: str, share: float, batch: int) -> str:
    """Return comicgen's walk: as the documentation's loop, or the fast preset's."""
    one, two, three = (max(1, round(s * share)) for s in (FAST_STEPS if contender == "fast" else DOCS_STEPS))
    walk, interval = ("dpm++", ", interval: [250, 850]") if contender == "fast" else ("ddpm", "")
    side, scale = SIDE[size]
    guidance = 1 if contender == "fast" else 9
    level = 20 if contender == "fast" else 100
    return f"""\
encoder: {{folder: stage1, tokens: 77}}
stages:
  - {{name: base, kind: pixel, folder: stage1, size: {side}, steps: {one}, sampler: {walk}, guidance: 7,
     micro_batch: {batch}{interval}}}
  - {{name: sr256, kind: pixel, folder: stage2, scale: {scale}, steps: {two}, sampler: {walk}, guidance: 4,
     augmentation: 250, micro_batch: {batch}{interval}}}
  - {{name: final, kind: upscale, folder: stage3, scale: 4, steps: {three}, sampler: ddim, guidance: {guidance},
     augmentation: {level}, micro_batch: {batch}}}
"""


class Meter:
    """Counts calls and seconds of the networks and of loading, whoever calls them on whichever thread."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.calls: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self._clock, self._lock, self._here = clock, Lock(), local()

    def watch(self, kind: type, name: str, method: str = "forward") -> None:
        kept = getattr(kind, method)
        setattr(kind, method, lambda this, *words, **more: self._timed(name, kept, this, *words, **more))

    def watch_loading(self, kind: type) -> None:
        kept = kind.from_pretrained.__func__
        kind.from_pretrained = classmethod(
            lambda this, *words, **more: self._timed("loading", kept, this, *words, **more)
        )

    def _timed(self, name: str, kept: Callable[..., object], *words: object, **more: object) -> object:
        if getattr(self._here, "inside", False):
            return kept(*words, **more)
        self._here.inside, start = True, self._clock()
        try:
            return kept(*words, **more)
        finally:
            self._here.inside = False
            with self._lock:
                self.calls[name] += 1
                self.seconds[name] += self._clock() - start


def now() -> float:
    """Return seconds of the clock, with a card's work done."""
    import torch

    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return time.perf_counter()


def work_clock(several: bool) -> Callable[[], float]:
    """Return seconds of work: of a card by the clock; of a processor those of this thread or of all that help it."""
    import torch

    return now if torch.cuda.is_available() else time.thread_time if several else time.process_time


def watched(clock: Callable[[], float]) -> Meter:
    from diffusers import AutoencoderKL, UNet2DConditionModel
    from transformers import CLIPTextModel, CLIPTokenizer, T5EncoderModel, T5Tokenizer

    meter = Meter(clock)
    for kind, name in ((UNet2DConditionModel, "unet"), (T5EncoderModel, "T5"), (CLIPTextModel, "CLIP")):
        meter.watch(kind, name)
        meter.watch_loading(kind)
    meter.watch(AutoencoderKL, "vae", "decode")
    for kind in (AutoencoderKL, T5Tokenizer, CLIPTokenizer):
        meter.watch_loading(kind)
    return meter


def docs_loop(folder: Path, panels: list, steps: tuple[int, int, int], size: str) -> None:
    """Run the loop of the documentation: each panel through all three pipelines, prompt by prompt."""
    import torch
    from diffusers import (
        AutoencoderKL,
        DDIMScheduler,
        DDPMScheduler,
        IFPipeline,
        IFSuperResolutionPipeline,
        StableDiffusionUpscalePipeline,
        UNet2DConditionModel,
    )
    from transformers import CLIPTextModel, CLIPTokenizer, T5EncoderModel, T5Tokenizer

    gpu = torch.cuda.is_available()
    words = {"local_files_only": True, "dtype": torch.bfloat16 if gpu else torch.float32}

    def part(kind: type, stage: str, name: str) -> object:
        return kind.from_pretrained(folder / stage, subfolder=name, **words)

    def plain(kind: type, stage: str, name: str) -> object:
        return kind.from_pretrained(folder / stage / name, local_files_only=True)

    bare = {"safety_checker": None, "feature_extractor": None, "watermarker": None, "requires_safety_checker": False}
    one = IFPipeline(
        tokenizer=plain(T5Tokenizer, "stage1", "tokenizer"),
        text_encoder=part(T5EncoderModel, "stage1", "text_encoder"),
        unet=part(UNet2DConditionModel, "stage1", "unet"),
        scheduler=plain(DDPMScheduler, "stage1", "scheduler"), **bare,
    )  # fmt: skip
    two = IFSuperResolutionPipeline(
        tokenizer=one.tokenizer, text_encoder=None, unet=part(UNet2DConditionModel, "stage2", "unet"),
        scheduler=plain(DDPMScheduler, "stage2", "scheduler"),
        image_noising_scheduler=plain(DDPMScheduler, "stage2", "image_noising_scheduler"), **bare,
    )  # fmt: skip
    three = StableDiffusionUpscalePipeline(
        tokenizer=plain(CLIPTokenizer, "stage3", "tokenizer"),
        text_encoder=part(CLIPTextModel, "stage3", "text_encoder"), unet=part(UNet2DConditionModel, "stage3", "unet"),
        vae=part(AutoencoderKL, "stage3", "vae"),
        scheduler=plain(DDIMScheduler, "stage3", "scheduler"),
        low_res_scheduler=plain(DDPMScheduler, "stage3", "low_res_scheduler"), max_noise_level=350,
    )  # fmt: skip
    for pipe in (one, two, three):
        pipe.set_progress_bar_config(disable=True)
        if gpu:
            pipe.enable_model_cpu_offload()
    side, scale = SIDE[size]
    for panel in panels:
        dice = torch.Generator("cpu").manual_seed(panel.seed)
        told, untold = one.encode_prompt(panel.prompt)
        small = one(prompt_embeds=told, negative_prompt_embeds=untold, generator=dice, num_inference_steps=steps[0],
                    height=side, width=side, output_type="pt").images  # fmt: skip
        middle = two(image=small, prompt_embeds=told, negative_prompt_embeds=untold, generator=dice,
                     height=side * scale, width=side * scale, num_inference_steps=steps[1],
                     output_type="pt").images  # fmt: skip
        three(prompt=panel.prompt, image=(middle / 2 + 0.5).clamp(0, 1), generator=dice, noise_level=100,
              num_inference_steps=steps[2])  # fmt: skip


def contend(name: str, folder: Path, wish: argparse.Namespace) -> dict:
    """Run one contender in this process; return its figures."""
    import torch

    torch.set_num_threads(wish.cores)
    clock = work_clock(several=name != "docs")
    meter, panels = watched(clock), shots(wish.panels)
    from comicgen.picture import Options, quiet
    from comicgen.picture.cascade.backend import CascadeBackend
    from comicgen.picture.cascade.preset import read_preset

    size = "true" if wish.gpu else "small"
    all_clock = now if wish.gpu else time.process_time
    before, start, worked = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, now(), all_clock()
    if name == "docs":
        docs_loop(folder, panels, tuple(max(1, round(s * wish.share)) for s in DOCS_STEPS), size)
    else:
        path = folder / f"{name}.yaml"
        path.write_text(description(name, size, wish.share, wish.batch))
        backend = CascadeBackend(folder, read_preset(path), Options())
        faults = [p.fault for p in backend.take(panels, quiet)]
        assert not any(faults), faults
    seconds, worked = now() - start, all_clock() - worked
    on_card = torch.cuda.max_memory_allocated() / 1e6 if torch.cuda.is_available() else 0.0
    peak = on_card or (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1e3
    by = {k: round(v, 2) for k, v in meter.seconds.items()}
    own = 1 - sum(meter.seconds.values()) / worked
    return {"name": name, "seconds": seconds, "worked": worked, "peak": peak, "own": own, "calls": dict(meter.calls),
            "by": by}  # fmt: skip


def build(folder: Path, size: str) -> None:
    """Save random weights of the wanted size in the ordinary layout."""
    import cascade_sizes

    cascade_sizes.save(folder, size)


def main() -> None:
    """Build the weights, let the contenders run in turn, print the table."""
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--panels", type=int, default=8)
    reader.add_argument("--share", type=float, default=0.2, help="of every walk's steps")
    reader.add_argument("--rounds", type=int, default=3)
    reader.add_argument("--batch", type=int, default=8)
    reader.add_argument(
        "--cores", type=int, default=2, help="threads of the documentation's loop, our pictures at once"
    )
    reader.add_argument("--gpu", action="store_true")
    reader.add_argument("--contender", choices=CONTENDERS)
    reader.add_argument("--folder", type=Path)
    wish = reader.parse_args()
    if wish.contender:
        print(json.dumps(contend(wish.contender, wish.folder, wish)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "weights"
        build(folder, "true" if wish.gpu else "small")
        best: dict[str, dict] = {}
        for turn in range(wish.rounds):
            for name in CONTENDERS:
                os.environ["COMICGEN_CACHE"] = str(Path(temporary) / f"cache-{turn}-{name}")
                made = _child(name, folder)
                if name not in best or made["seconds"] < best[name]["seconds"]:
                    best[name] = made
    table(best, wish)


def _child(name: str, folder: Path) -> dict:
    words = [sys.executable, *sys.argv, "--contender", name, "--folder", str(folder)]
    return json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])


def table(best: dict[str, dict], wish: argparse.Namespace) -> None:
    """Print what each contender took, and how many times faster than the documentation's loop it was."""
    steps = "/".join(str(max(1, round(s * wish.share))) for s in DOCS_STEPS)
    print(f"{wish.panels} panels, 4 prompts, steps {steps}, {wish.cores} core(s)")
    heads = (("s", 8), ("work s", 8), ("panels/s", 9), ("ratio", 6), ("peak MB", 8), ("loads", 6), ("T5", 4))
    print(" " * 10, *(f"{name:>{wide}}" for name, wide in (*heads, ("UNet", 6), ("own", 6))))
    for name, row in best.items():
        calls = Counter(row["calls"])
        ratio, rate = best["docs"]["seconds"] / row["seconds"], wish.panels / row["seconds"]
        print(f"{name:10} {row['seconds']:8.2f} {row['worked']:8.2f} {rate:9.3f} {ratio:5.2f}x {row['peak']:8.0f}"
              f" {calls['loading']:6} {calls['T5']:4} {calls['unet']:6} {row['own']:6.1%}  {row['by']}")  # fmt: skip


if __name__ == "__main__":
    main()
