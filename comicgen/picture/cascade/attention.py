"""The networks' text attention, with four things the library's has not: keys and values of the text kept
over all steps, words held to a character's box, attention shared over a scene, and heat maps.

For the added-KV attention of Imagen-like networks: image and text tokens share one softmax.
"""

from dataclasses import dataclass, field
from typing import Any

import torch
from torch.nn import functional


@dataclass(slots=True)
class AttentionState:
    """What the attention of a whole network knows of the batch in flight."""

    text: dict[str, tuple[torch.Tensor, torch.Tensor]] = field(default_factory=dict)
    """Keys and values of the text by layer; the same over all steps."""
    masks: torch.Tensor | None = None
    """(rows, tokens, h, w) in {0, 1}: where on the picture each word may look; None everywhere."""
    shared: int = 0
    """How many evenly spaced tokens of the lead, each half's first row, every other row sees as well."""
    conditional: slice | None = None
    """The rows of the conditional half."""
    maps: list[torch.Tensor] | None = None
    """When a list, every layer adds its (rows, tokens, h, w) share of attention."""


class TextAttention:
    """An attention processor for layers with added text keys and values."""

    def __init__(self, layer: str, state: AttentionState) -> None:
        self._layer, self._state = layer, state

    def __call__(
        self, attn: Any, hidden_states: torch.Tensor, encoder_hidden_states: torch.Tensor | None = None, **_: Any
    ) -> torch.Tensor:
        """Return the layer's output for (rows, channels, h, w) hidden states."""
        rows, channels, h, w = hidden_states.shape
        x = attn.group_norm(hidden_states.view(rows, channels, -1)).transpose(1, 2)
        query = attn.head_to_batch_dim(attn.to_q(x), out_dim=4)
        key, value = self._text(attn, encoder_hidden_states)
        words = key.shape[2]
        if not attn.only_cross_attention:
            own = [attn.head_to_batch_dim(project(x), out_dim=4) for project in (attn.to_k, attn.to_v)]
            own = [self._with_lead(part) for part in own]
            key, value = torch.cat((key, own[0]), 2), torch.cat((value, own[1]), 2)
        mask = self._mask(words, key.shape[2], (h, w), query, self._neighbours(attn, x))
        out = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        self._record(query, key, mask, (words, h, w))
        out = attn.to_out[0](out.transpose(1, 2).reshape(rows, -1, channels))
        return attn.to_out[1](out).transpose(-1, -2).reshape(hidden_states.shape) + hidden_states  # type: ignore[no-any-return]

    def _text(self, attn: Any, text: torch.Tensor | None) -> tuple[torch.Tensor, torch.Tensor]:
        kept = self._state.text.get(self._layer)
        if kept is None:
            if attn.norm_cross:
                text = attn.norm_encoder_hidden_states(text)
            kept = (
                attn.head_to_batch_dim(attn.add_k_proj(text), out_dim=4),
                attn.head_to_batch_dim(attn.add_v_proj(text), out_dim=4),
            )
            self._state.text[self._layer] = kept
        return kept

    def _neighbours(self, attn: Any, x: torch.Tensor) -> int:
        """Return how many of the lead's tokens each row sees in this layer."""
        state = self._state
        return 0 if attn.only_cross_attention or state.conditional is None else min(state.shared, x.shape[1])

    def _with_lead(self, tokens: torch.Tensor) -> torch.Tensor:
        """Add evenly spaced tokens of the lead to each row's own, in each half by itself.

        Shared attention over a scene (after Zhou et al. 2024, arXiv 2405.01434) with a fixed choice of
        tokens, and of one lead, so that a picture depends on its own shot alone.
        """
        count = min(self._state.shared, tokens.shape[2])
        if count == 0 or self._state.conditional is None:
            return tokens
        index = torch.arange(count, device=tokens.device) * tokens.shape[2] // count
        parts = tokens.chunk(2) if self._state.conditional.start else (tokens,)
        return torch.cat([torch.cat((p, p[:1, :, index].expand(p.shape[0], -1, -1, -1)), 2) for p in parts])

    def _mask(
        self, words: int, keys: int, size: tuple[int, int], query: torch.Tensor, lent: int
    ) -> torch.Tensor | None:
        """Return (rows, 1, queries, keys) of what may be seen, or None for everything."""
        masks, told = self._state.masks, self._state.conditional
        if told is None or (masks is None and lent == 0):
            return None
        allowed = torch.ones((query.shape[0], 1, query.shape[2], keys), dtype=torch.bool, device=query.device)
        if masks is not None:
            where = functional.interpolate(masks.to(query.device), size, mode="area") > 0
            allowed[told, 0, :, :words] = where.flatten(2).transpose(1, 2)
        if lent:
            allowed[:: told.stop - told.start, :, :, keys - lent :] = False
        return allowed

    def _record(
        self, query: torch.Tensor, key: torch.Tensor, mask: torch.Tensor | None, shape: tuple[int, int, int]
    ) -> None:
        """Note where each word is seen, without touching the output."""
        rows = self._state.conditional
        if self._state.maps is None or rows is None:
            return
        words, h, w = shape
        weights = query[rows].float() @ key[rows].float().transpose(-1, -2) / query.shape[-1] ** 0.5
        if mask is not None:
            weights = weights.masked_fill(~mask[rows], float("-inf"))
        seen = weights.softmax(-1)[..., :words].mean(1).transpose(1, 2)
        self._state.maps.append(seen.reshape(seen.shape[0], words, h, w))


def install(unet: Any) -> AttentionState:
    """Put TextAttention into every layer of a network that has added text keys; return their common state."""
    state = AttentionState()
    unet.set_attn_processor({name: TextAttention(name, state) for name in unet.attn_processors})
    return state


def heat_map(maps: list[torch.Tensor]) -> torch.Tensor:
    """Return (rows, tokens, h, w): the layers' maps at the largest size, averaged (after Tang et al. 2022, DAAM)."""
    size = max((tuple(m.shape[-2:]) for m in maps), key=lambda s: s[0] * s[1])
    grown = [functional.interpolate(m, size, mode="bilinear", align_corners=False) for m in maps]
    return torch.stack(grown).mean(0)
