"""A book's prompts into embeddings through the shelf: the encoder is loaded only for texts that are new."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch

from . import load
from .encode import Encoded, check_prompt, encode
from .shelf import TensorShelf

NOTHING = Encoded(torch.zeros(0, 0), ())
"""For a stage that reads its own prompts."""


@dataclass(frozen=True, slots=True)
class TextRoom:
    """Where a cascade's text encoder lies, and what names its embeddings."""

    folder: Path
    limit: int
    dtype: Any
    device: str
    identity: str

    def key(self, text: str) -> str:
        """Return the name of a text's embedding."""
        return sha256(repr((self.identity, str(self.dtype), self.limit, text)).encode()).hexdigest()

    def embeddings(self, panels: Mapping[str, str], shelf: TensorShelf) -> dict[str, Encoded]:
        """Return the embedding of each text; ``panels`` names a panel for each, for messages.

        Raises ComicError naming the words that the encoder would lose or does not know.
        """
        made, new = {}, []
        for text in panels:
            kept = shelf.get(self.key(text))
            if kept is None:
                new.append(text)
            else:
                made[text] = Encoded(kept["text"], tuple((a, b) for a, b in kept["spans"].tolist()))
        return made | (self._encode({t: panels[t] for t in new}, shelf) if new else {})

    def _encode(self, panels: Mapping[str, str], shelf: TensorShelf) -> dict[str, Encoded]:
        tokenizer = load.load_tokenizer(self.folder)
        for text, panel in panels.items():
            check_prompt(text, tokenizer, self.limit, panel)
        encoder = load.load_t5(self.folder, tokenizer, self.dtype, self.device)
        made = encode(panels, tokenizer, encoder, self.limit)
        for text, found in made.items():
            shelf.put(self.key(text), {"text": found.embedding, "spans": torch.tensor(found.spans)})
        return made
