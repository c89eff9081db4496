"""A noise schedule's configuration into numbers: the signal kept at each step, and which steps are walked."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch


@dataclass(frozen=True, slots=True)
class Schedule:
    """``alphas`` is the cumulative product (T,), fp32, as in Ho et al. 2020 (arXiv 2006.11239)."""

    alphas: torch.Tensor
    prediction: str = "epsilon"
    """epsilon, sample or v_prediction."""
    learned_variance: bool = False
    threshold: float | None = None
    """Quantile of dynamic thresholding (Saharia et al. 2022, arXiv 2205.11487), or None for clipping to [-1, 1]."""
    cap: float = 1.0
    """Most that dynamic thresholding divides by."""
    clip: bool = False
    last: float = 1.0
    """Signal kept after the last step; 1 is a picture without noise."""

    def at(self, t: int) -> torch.Tensor:
        """Return the cumulative alpha at ``t``; below 0 it is that of the finished picture."""
        return self.alphas[t] if t >= 0 else torch.tensor(self.last)

    def steps(self, count: int, first: int | None = None) -> tuple[int, ...]:
        """Return ``count`` timesteps from the last down, trailing spacing (Lin et al. 2023, arXiv 2305.08891).

        ``first`` starts lower, for a picture that is only partly noised.
        """
        top = len(self.alphas) if first is None else first + 1
        return tuple(round(top - i * top / count) - 1 for i in range(count))


def schedule_of(config: Mapping[str, Any]) -> Schedule:
    """Return the schedule of a saved scheduler configuration. Raises ValueError for a kind that is not known."""
    total = int(config.get("num_train_timesteps", 1000))
    betas = _betas(config, total)
    alphas = torch.cumprod(1.0 - betas, dim=0)
    return Schedule(
        alphas=alphas,
        prediction=str(config.get("prediction_type", "epsilon")),
        learned_variance=config.get("variance_type") in ("learned", "learned_range"),
        threshold=float(config.get("dynamic_thresholding_ratio", 0.995)) if config.get("thresholding") else None,
        cap=float(config.get("sample_max_value", 1.0)),
        clip=bool(config.get("clip_sample", True)),
        last=1.0 if config.get("set_alpha_to_one", True) else float(alphas[0]),
    )


def _betas(config: Mapping[str, Any], total: int) -> torch.Tensor:
    first, last = float(config.get("beta_start", 1e-4)), float(config.get("beta_end", 0.02))
    kind = str(config.get("beta_schedule", "linear"))
    if kind == "linear":
        return torch.linspace(first, last, total, dtype=torch.float32)
    if kind == "scaled_linear":
        return torch.linspace(first**0.5, last**0.5, total, dtype=torch.float32) ** 2
    if kind == "squaredcos_cap_v2":
        return _cosine(total)
    raise ValueError(f"no beta schedule {kind!r}")


def _cosine(total: int, most: float = 0.999) -> torch.Tensor:
    """Nichol and Dhariwal 2021 (arXiv 2102.09672), equation 17."""

    def signal(x: float) -> float:
        return math.cos((x + 0.008) / 1.008 * math.pi / 2) ** 2

    betas = [min(1 - signal((i + 1) / total) / signal(i / total), most) for i in range(total)]
    return torch.tensor(betas, dtype=torch.float32)
