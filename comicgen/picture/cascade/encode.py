"""Prompts into text embeddings, once for the whole book: one (tokens, width) tensor for each different prompt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import torch

from ...errors import ComicError

UNKNOWN_SHARE = 0.1
"""Of a prompt's letters in tokens that the encoder does not know: above it, it does not know the language.

Counted in letters because a whole sentence of a foreign script becomes one unknown token."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A prompt's embedding and where each of its tokens stands in the text."""

    embedding: torch.Tensor
    """(tokens, width), fp32, on the CPU; padding kept, as the networks were trained."""
    spans: tuple[tuple[int, int], ...]
    """(first, last) character of each token; (0, 0) for padding and marks."""


def tokens_of(text: str, tokenizer: Any) -> tuple[list[int], list[tuple[int, int]]]:
    """Return a prompt's token ids and their spans, end mark included, nothing cut."""
    found = tokenizer(text, return_offsets_mapping=True, truncation=False, verbose=False)
    return found["input_ids"], [tuple(span) for span in found["offset_mapping"]]


def check_prompt(text: str, tokenizer: Any, limit: int, panel: str) -> None:
    """Raise ComicError naming the words that would be lost, or that the encoder does not know."""
    ids, spans = tokens_of(text, tokenizer)
    if len(ids) > limit:
        lost = text[spans[limit - 1][0] :]
        raise ComicError(f"panel {panel}: the prompt has {len(ids)} tokens, the model takes {limit}",
                         hint=f"these words would be lost: {lost}")  # fmt: skip
    unknown = unknown_words(text, ids, spans, tokenizer)
    if sum(map(len, unknown)) > UNKNOWN_SHARE * len(text):
        words = " ".join(unknown)[:200]
        raise ComicError(
            f"panel {panel}: the model's text encoder does not know: {words}",
            hint="write descriptors and actions in the model's language, or name a --translate model",
        )


def unknown_words(text: str, ids: list[int], spans: list[tuple[int, int]], tokenizer: Any) -> list[str]:
    """Return the parts of a text that became unknown tokens."""
    found = (text[a:b].strip() for i, (a, b) in zip(ids, spans, strict=True) if i == tokenizer.unk_token_id and b > a)
    return [words for words in found if words]


@torch.inference_mode()
def encode(
    texts: Iterable[str], tokenizer: Any, encoder: Any, limit: int, *, masked: bool = True
) -> dict[str, Encoded]:
    """Return each different text's embedding; always ``limit`` rows, padded as the networks expect.

    ``masked`` keeps the encoder from looking at padding: true for T5, false for CLIP, as they were trained.
    """
    made = {}
    for text in dict.fromkeys(texts):
        given = tokenizer(text, padding="max_length", max_length=limit, truncation=True,
                          return_offsets_mapping=True, return_tensors="pt")  # fmt: skip
        ids, mask = given["input_ids"].to(encoder.device), given["attention_mask"].to(encoder.device)
        embedding = encoder(ids, attention_mask=mask if masked else None)[0][0].float().cpu()
        made[text] = Encoded(embedding, tuple((int(a), int(b)) for a, b in given["offset_mapping"][0].tolist()))
    return made


def rows_of(words: str, text: str, spans: tuple[tuple[int, int], ...]) -> list[int]:
    """Return the token rows that spell ``words`` inside ``text``; empty where they do not occur."""
    at = text.find(words)
    if at < 0 or not words:
        return []
    return [i for i, (a, b) in enumerate(spans) if b > a and a < at + len(words) and b > at]
