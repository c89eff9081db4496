"""Shots into pictures, stage by stage: each network is loaded once, drained over the book, and let go.

encode -> base -> super-resolution -> finish. The peak is the largest stage, not their sum. A stage's
tensors are kept by content: prompt, seed, size, walk, network, and the stage they began from.
"""

import warnings
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import torch

from ...files import cache_folder
from .. import Options, Picture, Report, Shot
from . import guide
from .crew import Check, over_cores, threads, twin
from .finish import Finisher, placeholder
from .identity import code, fingerprint, hashes
from .place import Place, let_go, place_facts, this_place
from .preset import Preset, StageSpec
from .previews import write_previews
from .runner import Runner, open_runner
from .shelf import TensorShelf
from .sizes import base_size, grown
from .texts import NOTHING, TextRoom
from .translate import Translator
from .work import Work


class CascadeBackend:
    """A cascade on this machine, described by a preset and lying in a directory."""

    name = "cascade"
    batched = True

    def __init__(self, directory: Path, preset: Preset, options: Options) -> None:
        self._directory, self._preset = directory, preset.until(options.until)
        self._place: Place = this_place(int(options.word("cores") or 0))
        self._previews = options.word("previews")
        translation = options.word("translate")
        self._translator = Translator(Path(translation), cache_folder() / "fingerprints") if translation else None
        self._shelf = TensorShelf(None)
        self._fingerprints: dict[str, str] = {}

    def identity(self) -> str:
        """Return a digest of the model's files, its description, precision, and this code."""
        return self._identity

    @cached_property
    def _identity(self) -> str:
        files = [self._files(self._preset.encoder), *(self._stage_files(s) for s in self._preset.stages)]
        told = self._translator.identity if self._translator else ""
        return _digest(self._preset, files, self._place, told, code())

    def facts(self) -> dict[str, Any]:
        """Return what beside the shot the last bits depend on: precision, threads, versions, each file's SHA-256."""
        named = [self._preset.encoder, *(n for s in self._preset.stages for n in self._names(s))]
        files = {name: hashes(self._directory / name, self._memory) for name in dict.fromkeys(named) if name}
        return place_facts(self._place) | {
            "preset": self._preset.name,
            "stages": [s.name for s in self._preset.stages],
            "files": {
                f"{name}/{path}".removesuffix("/."): sha for name, of in files.items() for path, sha in of.items()
            },
        }

    def told(self, shot: Shot) -> str:
        """Return a shot's prompt as the model reads it: translated, where a translator is set up."""
        shelf = TensorShelf(cache_folder() / "stages")
        return self._translator.text(shot.prompt, shelf) if self._translator else shot.prompt

    def take(self, shots: Sequence[Shot], report: Report) -> Iterator[Picture]:
        """Yield one picture for each shot, in order, after all have been through every stage."""
        if not shots:
            return
        self._shelf = TensorShelf(cache_folder() / "stages")
        if self._translator:
            shots = [self._translator.shot(shot, self._shelf) for shot in shots]
        with threads(self._place.threads):
            works = self._begin(shots, report)
            for spec in self._preset.stages:
                self._stage(spec, works, report)
        finisher = Finisher(self._directory, self._preset, self._place)
        for work in works:
            yield self._finished(work, finisher)

    def _finished(self, work: Work, finisher: Finisher) -> Picture:
        self._fetch(work)
        if work.pixels is None:
            return placeholder(work.shot, work.fault)
        with threads(self._place.threads):
            picture = finisher.finish(work)
        work.pixels = None
        return picture

    def _begin(self, shots: Sequence[Shot], report: Report) -> list[Work]:
        told, identity = {}, ""
        if self._preset.encoder:
            room = TextRoom(self._directory / self._preset.encoder, self._preset.tokens, self._place.dtype,
                            self._place.device, self._files(self._preset.encoder))  # fmt: skip
            panels = {text: s.panel for s in shots for text in self._texts(s)}
            told, identity = room.embeddings(panels, self._shelf), room.identity
            let_go()
            report("encode", len(shots), len(shots))
        first = self._preset.stages[0]
        works = []
        for shot in shots:
            size = base_size(shot.width, shot.height, first.size, first.step)
            work = Work(shot, told.get(shot.prompt, NOTHING), told.get(shot.negative, NOTHING), identity, size)
            work.lead = told[shot.lead[0]] if shot.lead and self._looks else None
            work.masks = guide.word_masks(shot, work.told)
            if shot.composition > 0:
                work.start = guide.composition(shot, size)
            works.append(work)
        return works

    @property
    def _looks(self) -> bool:
        """Whether panels look at their scene's first one."""
        return self._preset.stages[0].shared_tokens > 0

    def _texts(self, shot: Shot) -> tuple[str, ...]:
        lead = (shot.lead[0],) if shot.lead and self._looks else ()
        return (shot.negative, *lead, shot.prompt)

    def _stage(self, spec: StageSpec, works: list[Work], report: Report) -> None:
        """Run one stage over all works that the shelf does not know yet; alike ones are made once."""
        missing: dict[str, Work] = {}
        for work in works:
            work.low, work.size = work.size, grown(work.size, spec.scale)
            work.next = self._key(work, spec)
            if not work.fault and not self._known(work):
                missing.setdefault(work.next, work)
        left = len(missing)
        for count in chain((0,), self._run(spec, list(missing.values())) if missing else ()):
            left -= count
            if left:
                report(spec.name, len(works) - left, len(works))
        let_go()
        for work in works:
            if work.key != work.next and not work.fault:
                work.fault = missing[work.next].fault
                self._known(work)
        if self._previews:
            write_previews(self._previews, spec.name, ((w.shot.panel, self._look(w)) for w in works))
        report(spec.name, len(works), len(works))

    def _look(self, work: Work) -> torch.Tensor | None:
        """Return what the last stage made of a work, from the shelf."""
        found = None if work.fault else self._shelf.get(work.key)
        return found["pixels"] if found else None

    def _run(self, spec: StageSpec, works: list[Work]) -> Iterator[int]:
        """Load a stage, run it over works, and let it go; yield how many pictures are done, as they are."""
        runner = open_runner(spec, self._directory, self._preset, self._place)
        runner.read(works)
        size = self._place.at_once(spec.micro_batch)
        parts = [group[k : k + size] for group in by_size(works) for k in range(0, len(group), size)]
        crew = [runner, *(twin(runner, runner.shared()) for _ in range(1, min(self._place.cores, len(parts))))]
        for each in crew:
            each.crowded = len(crew) > 1
        part_of = partial(self._part, spec)
        yield from (sum(not w.short for w in part) for part in over_cores(crew, parts, part_of))
        runner.crowded = False
        if short := [w for w in works if w.short]:
            warnings.warn(f"stage {spec.name}: memory is short, going on with one picture at a time", stacklevel=2)
            yield from map(len, over_cores([runner], [[w] for w in short], part_of))

    def _part(self, spec: StageSpec, runner: Runner, part: list[Work], check: Check) -> None:
        """Run a micro-batch and put its results on the shelf, nothing of it left in memory."""
        for work in part:
            work.short = False
            if spec is not self._preset.stages[0]:
                self._fetch(work)
        if ready := [w for w in part if not w.fault]:
            runner.run(ready, check)
        for work in part:
            self._keep(work, spec)

    def _key(self, work: Work, spec: StageSpec) -> str:
        """Return the name of a stage's result: what came before, how it walks, and what the shot adds."""
        shot, base = work.shot, spec is self._preset.stages[0]
        shared = (shot.scene, self._preset.shared_noise) if base and self._preset.shared_noise else ()
        guides = self._guides(work) if base else ()
        return _digest(work.key, spec, self._stage_files(spec), self._place, code(), work.size, shot.prompt,
                       shot.negative, shot.seed, shared, guides)  # fmt: skip

    def _guides(self, work: Work) -> tuple[object, ...]:
        """Return what guides a first stage beside its words."""
        shot = work.shot
        staged = repr(shot.staging) if self._preset.stages[0].control else ""
        looked_at = [sha for _, sha, _ in shot.references]
        return (shot.composition, _bytes(work.start), _bytes(work.masks), self._looks and shot.lead, looked_at, staged)

    def _stage_files(self, spec: StageSpec) -> tuple[str, ...]:
        return tuple(self._files(name) for name in self._names(spec))

    @staticmethod
    def _names(spec: StageSpec) -> tuple[str, ...]:
        """Return the folders and files of a stage, by their names in the model's directory."""
        return (spec.folder or ("." if spec.kind == "latent" else ""), spec.lora, spec.references, spec.control)

    @property
    def _memory(self) -> Path:
        return cache_folder() / "fingerprints"

    def _files(self, name: str) -> str:
        """Return the identity of a part's files, looked at once: they are loaded as they were then."""
        if name and name not in self._fingerprints:
            self._fingerprints[name] = fingerprint(self._directory / name, self._memory)
        return self._fingerprints[name] if name else ""

    def _known(self, work: Work) -> bool:
        found = self._shelf.get(work.next)
        if found is None:
            return False
        work.key = work.next
        work.see(found.get("heat"))
        return True

    def _fetch(self, work: Work) -> None:
        """Load what the stage before made."""
        work.pixels = self._look(work)
        if work.pixels is None and not work.fault:
            work.fault = "the result of the stage before was lost from the cache"

    def _keep(self, work: Work, spec: StageSpec) -> None:
        """Keep a finite picture; mark one that is not, so that the others go on without it."""
        pixels, work.pixels = work.pixels, None
        if work.fault or work.short or pixels is None:
            return
        if not bool(torch.isfinite(pixels).all()):
            work.fault = f"stage {spec.name} gave numbers that are not finite"
            return
        heat, work.heat = None if work.heat is None else work.heat.half(), None
        self._shelf.put(work.next, {"pixels": pixels.float()} | ({} if heat is None else {"heat": heat}))
        work.key = work.next
        work.see(heat)


def by_size(works: Sequence[Work]) -> list[list[Work]]:
    """Return works in groups that fit one batch, in order of first sight."""
    groups: dict[object, list[Work]] = {}
    for work in works:
        alike = (work.size, work.low, work.shot.composition, work.masks is None, work.lead and work.shot.lead)
        groups.setdefault(alike, []).append(work)
    return list(groups.values())


def _digest(*words: object) -> str:
    return sha256(repr(words).encode()).hexdigest()


def _bytes(tensor: torch.Tensor | None) -> str:
    return "" if tensor is None else sha256(tensor.contiguous().numpy().tobytes()).hexdigest()
