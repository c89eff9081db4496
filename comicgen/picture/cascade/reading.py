"""A prompt into what a model's text encoder would lose of it or not know: its tokenizer alone is loaded."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .encode import tokens_of, unknown_words
from .found import find_model
from .load import load_tokenizer
from .preset import Preset

ENDLESS = 1000
"""Tokens from which on a model takes any prompt that a panel can have."""


@dataclass(frozen=True, slots=True)
class PromptReader:
    """A model's tokenizer and how many tokens its encoder takes."""

    tokenizer: Any
    limit: int

    def lost(self, text: str) -> str:
        """Return the end of a prompt that the encoder would not see, or nothing."""
        ids, spans = tokens_of(text, self.tokenizer)
        return text[spans[self.limit - 1][0] :].strip(" ,") if len(ids) > self.limit else ""

    def unknown(self, text: str) -> tuple[list[str], float]:
        """Return the words that the encoder does not know, and their share of the prompt's letters."""
        words = unknown_words(text, *tokens_of(text, self.tokenizer), self.tokenizer)
        return words, sum(map(len, words)) / max(len(text), 1)


def prompt_reader(model: str) -> PromptReader | None:
    """Return the reader of a model that is on this machine; None for one that takes prompts of any length.

    Raises MissingError for a model that is not here.
    """
    directory, preset = find_model(model)
    if preset.encoder:
        return PromptReader(load_tokenizer(directory / preset.encoder), preset.tokens)
    return _latent(directory, preset)


def _latent(directory: Path, preset: Preset) -> PromptReader | None:
    from transformers import CLIPTokenizer

    folder = directory / preset.stages[0].folder / "tokenizer"
    if not (folder / "vocab.json").is_file() or not (folder / "merges.txt").is_file():
        return None
    tokenizer = CLIPTokenizer.from_pretrained(folder, local_files_only=True)
    return PromptReader(tokenizer, tokenizer.model_max_length) if tokenizer.model_max_length < ENDLESS else None
