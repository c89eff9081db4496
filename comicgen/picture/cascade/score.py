"""A picture and a prompt into how well they agree, by a CLIP or SigLIP directory."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from ...errors import ComicError
from .load import check_safetensors, needed, quiet_library, weight_files

KINDS = {
    "clip": ("CLIPModel", "CLIPTokenizer", "CLIPImageProcessorPil"),
    "siglip": ("SiglipModel", "SiglipTokenizer", "SiglipImageProcessorPil"),
}
"""By the directory's own model type: network, tokenizer, how it wants its pictures."""


def open_scorer(directory: Path) -> Callable[[Any, str], float]:
    """Return a function of uint8 pixels and a prompt: the cosine of their embeddings, higher is nearer.

    The prompt's beginning counts, as much of it as the model reads. Raises ComicError for a directory
    of another kind, MissingError where there is none.
    """
    import transformers

    config = json.loads(needed(directory / "config.json").read_text(encoding="utf-8"))
    if (kind := config.get("model_type")) not in KINDS:
        raise ComicError(f"{kind!r} does not score pictures", where=str(directory), hint=f"one of {', '.join(KINDS)}")
    for path in weight_files(directory):
        check_safetensors(path)
    names = KINDS[kind]
    with quiet_library():
        model = getattr(transformers, names[0]).from_pretrained(directory, local_files_only=True, use_safetensors=True)
    tokenizer = getattr(transformers, names[1]).from_pretrained(directory, local_files_only=True)
    processor = getattr(transformers, names[2]).from_pretrained(directory, local_files_only=True)
    return _Scorer(model.eval(), tokenizer, processor)


class _Scorer:
    def __init__(self, model: Any, tokenizer: Any, processor: Any) -> None:
        self._model, self._tokenizer, self._processor = model, tokenizer, processor
        self._texts: dict[str, torch.Tensor] = {}

    @torch.inference_mode()
    def __call__(self, pixels: Any, prompt: str) -> float:
        from PIL import Image

        picture = Image.fromarray(pixels).convert("RGB")
        given = self._processor([picture], return_tensors="pt").pixel_values
        seen = self._model.get_image_features(pixel_values=given).pooler_output[0]
        return float(torch.cosine_similarity(seen, self._text(prompt), dim=0))

    def _text(self, prompt: str) -> torch.Tensor:
        if prompt not in self._texts:
            length = self._model.config.text_config.max_position_embeddings
            given = self._tokenizer(
                prompt, padding="max_length", max_length=length, truncation=True, return_tensors="pt"
            )
            self._texts[prompt] = self._model.get_text_features(input_ids=given.input_ids).pooler_output[0]
        return self._texts[prompt]
