"""A file of low-rank weights into a network's own: W + scale * up @ down (Hu et al. 2021, arXiv 2106.09685)."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import torch

from ...errors import ComicError
from .load import check_safetensors, needed

ENDINGS = {
    ".lora_A.weight": "down", ".lora_B.weight": "up", ".lora.down.weight": "down", ".lora.up.weight": "up",
    ".lora_down.weight": "down", ".lora_up.weight": "up", ".alpha": "alpha",
}  # fmt: skip
"""How the three common layouts name the parts of one layer."""


def add_lora(network: Any, prefix: str, name: str, directory: Path, scale: float) -> int:
    """Add a LoRA file's weights to a network in place; return how many layers changed.

    Keys as ``prefix.layer.lora_A.weight`` or ``lora_prefix_layer_with_underscores.lora_down.weight``.
    Raises ComicError for a file that does not fit the network, MissingError where there is none.
    """
    if not name:
        return 0
    path = needed(directory / name)
    check_safetensors(path)
    known = {spelling: layer for layer, module in network.named_modules() if getattr(module, "weight", None) is not None
             for spelling in (f"{prefix}.{layer}", f"lora_{prefix}_{layer.replace('.', '_')}")}  # fmt: skip
    found = _layers(path)
    ours = {known[key]: parts for key, parts in found.items() if key in known}
    if not ours:
        raise ComicError(f"none of its {len(found)} layers is in the model's {prefix}", where=str(path))
    for layer, parts in ours.items():
        _add(network.get_submodule(layer), parts, scale, f"{path}: {layer}")
    return len(ours)


def _layers(path: Path) -> dict[str, dict[str, torch.Tensor]]:
    from safetensors.torch import load_file

    found: dict[str, dict[str, torch.Tensor]] = defaultdict(dict)
    for key, tensor in load_file(path).items():
        for ending, part in ENDINGS.items():
            if key.endswith(ending):
                found[key.removesuffix(ending)][part] = tensor
    return dict(found)


@torch.no_grad()
def _add(module: Any, parts: dict[str, torch.Tensor], scale: float, where: str) -> None:
    if "up" not in parts or "down" not in parts:
        raise ComicError("a layer of a LoRA has no up or no down part", where=where)
    up, down = parts["up"].float().flatten(1), parts["down"].float().flatten(1)
    weight = module.weight
    if up.shape[1] != down.shape[0] or up.shape[0] * down.shape[1] != weight.numel():
        raise ComicError(
            f"shapes {tuple(up.shape)} and {tuple(down.shape)} do not fit {tuple(weight.shape)}", where=where
        )
    rank = down.shape[0]
    share = scale * (float(parts["alpha"]) / rank if "alpha" in parts else 1.0)
    weight.add_((share * (up @ down)).reshape(weight.shape).to(weight))
