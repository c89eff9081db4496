"""Prompts in another language into the model's own, by a local translation model (MarianMT layout).

Translated part by part between the commas, so that a character's words stay one piece and plain
English parts stay as they are.
"""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch

from ...errors import MissingError
from .. import Shot
from . import load
from .identity import fingerprint
from .shelf import TensorShelf

SEPARATOR = ", "


class Translator:
    """Translates shots; each part is translated once and kept on the shelf. The model is loaded for new parts only."""

    def __init__(self, directory: Path, memory: Path) -> None:
        load.needed(directory / "config.json")
        self.identity = fingerprint(directory, memory)
        self._directory = directory
        self._parts: dict[str, str] = {}
        self._model: tuple[Any, Any] | None = None

    def shot(self, shot: Shot, shelf: TensorShelf) -> Shot:
        """Return the shot as the model is told it."""
        return replace(
            shot,
            prompt=self.text(shot.prompt, shelf),
            negative=self.text(shot.negative, shelf),
            phrases=tuple((who, self.text(words, shelf)) for who, words in shot.phrases),
            lead=shot.lead and (self.text(shot.lead[0], shelf), shot.lead[1]),
        )

    def text(self, text: str, shelf: TensorShelf) -> str:
        """Return a prompt with every part that is not plain ASCII translated."""
        parts = text.replace("，", SEPARATOR).replace("、", SEPARATOR).split(SEPARATOR)
        return SEPARATOR.join(p if p.isascii() else self._part(p, shelf) for p in parts)

    def _part(self, part: str, shelf: TensorShelf) -> str:
        if part not in self._parts:
            key = sha256(repr((self.identity, part)).encode()).hexdigest()
            kept = shelf.get(key)
            made = bytes(kept["text"].tolist()).decode() if kept else self._translate(part)
            if not kept:
                shelf.put(key, {"text": torch.tensor(list(made.encode()), dtype=torch.uint8)})
            self._parts[part] = made
        return self._parts[part]

    @torch.inference_mode()
    def _translate(self, part: str) -> str:
        self._model = self._model or _open(self._directory)
        tokenizer, network = self._model
        given = tokenizer([part], return_tensors="pt", truncation=True)
        made = network.generate(**given, num_beams=4, do_sample=False, max_new_tokens=128)
        told: str = tokenizer.batch_decode(made, skip_special_tokens=True)[0]
        return told.strip().rstrip(".")


def _open(directory: Path) -> tuple[Any, Any]:
    from importlib.util import find_spec

    if find_spec("sentencepiece") is None:
        raise MissingError("a translation model needs the package sentencepiece", hint="pip install sentencepiece")
    from transformers import MarianMTModel, MarianTokenizer

    for path in load.weight_files(directory):
        load.check_safetensors(path)
    with load.quiet_library():
        network = MarianMTModel.from_pretrained(directory, local_files_only=True, use_safetensors=True)
    network.train(False)
    return MarianTokenizer.from_pretrained(directory, local_files_only=True), network
