"""A noisy picture and what the network saw in it into a less noisy one: one function for each sampler."""

from collections.abc import Callable
from dataclasses import dataclass

import torch

from .schedule import Schedule

Draw = Callable[[], torch.Tensor]
"""Gives the next noise of every panel in the batch."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a network predicted at one step, beside the clean picture ``x0`` of the step before."""

    x: torch.Tensor
    """The noisy batch (B, C, H, W)."""
    x0: torch.Tensor
    """The clean picture as predicted, thresholded."""
    variance: torch.Tensor | None
    """The network's own variance channels in [-1, 1], where it has them."""
    now: int
    then: int
    """Timestep of the step after; -1 ends."""
    last_x0: torch.Tensor | None = None
    last: int | None = None
    """Timestep of the step before."""


Sampler = Callable[[Seen, Schedule, Draw], torch.Tensor]


def clean(x: torch.Tensor, predicted: torch.Tensor, t: int, schedule: Schedule) -> torch.Tensor:
    """Return the clean picture that a prediction means, within range."""
    a = schedule.at(t).to(x.device)
    b = 1 - a
    if schedule.prediction == "epsilon":
        x0 = (x - b**0.5 * predicted) / a**0.5
    elif schedule.prediction == "v_prediction":
        x0 = a**0.5 * x - b**0.5 * predicted
    else:
        x0 = predicted
    if schedule.threshold is not None:
        return dynamic_threshold(x0, schedule.threshold, schedule.cap)
    return x0.clamp(-1, 1) if schedule.clip else x0


def dynamic_threshold(x0: torch.Tensor, quantile: float, cap: float) -> torch.Tensor:
    """Clip each picture to its own quantile of magnitude, 1 to ``cap``, and divide by it (arXiv 2205.11487, 2.3)."""
    flat = x0.float().flatten(1)
    s = torch.quantile(flat.abs(), quantile, dim=1).clamp(1, cap).unsqueeze(1)
    return (torch.clamp(flat, -s, s) / s).reshape(x0.shape).to(x0.dtype)


def ddpm(seen: Seen, schedule: Schedule, draw: Draw) -> torch.Tensor:
    """Take an ancestral step (arXiv 2006.11239, equation 7); learned variance as arXiv 2102.09672, equation 15."""
    a, p = schedule.at(seen.now).to(seen.x.device), schedule.at(seen.then).to(seen.x.device)
    beta = 1 - a / p
    mean = (p**0.5 * beta) / (1 - a) * seen.x0 + (a / p) ** 0.5 * (1 - p) / (1 - a) * seen.x
    if seen.now == 0:
        return mean
    least = torch.clamp((1 - p) / (1 - a) * beta, min=1e-20)
    if seen.variance is None:
        return mean + least**0.5 * draw()
    share = (seen.variance + 1) / 2
    log_variance = share * torch.log(beta) + (1 - share) * torch.log(least)
    return mean + torch.exp(0.5 * log_variance) * draw()


def ddim(seen: Seen, schedule: Schedule, draw: Draw) -> torch.Tensor:
    """Take a deterministic step (Song et al. 2020, arXiv 2010.02502, equation 12 with eta = 0)."""
    a, p = schedule.at(seen.now).to(seen.x.device), schedule.at(seen.then).to(seen.x.device)
    noise = (seen.x - a**0.5 * seen.x0) / (1 - a) ** 0.5
    return p**0.5 * seen.x0 + (1 - p) ** 0.5 * noise


def dpmpp(seen: Seen, schedule: Schedule, draw: Draw) -> torch.Tensor:
    """Take a DPM-Solver++(2M) step (Lu et al. 2022, arXiv 2211.01095, algorithm 2); the last one is first order."""
    if seen.then < 0:
        return seen.x0
    a, p = schedule.at(seen.now).to(seen.x.device), schedule.at(seen.then).to(seen.x.device)
    h = _log_snr(p) - _log_snr(a)
    x0 = seen.x0
    if seen.last_x0 is not None and seen.last is not None:
        ratio = (_log_snr(a) - _log_snr(schedule.at(seen.last).to(seen.x.device))) / h
        x0 = (1 + 1 / (2 * ratio)) * seen.x0 - 1 / (2 * ratio) * seen.last_x0
    return ((1 - p) / (1 - a)) ** 0.5 * seen.x - p**0.5 * torch.expm1(-h) * x0


def _log_snr(a: torch.Tensor) -> torch.Tensor:
    return 0.5 * (torch.log(a) - torch.log1p(-a))


SAMPLERS: dict[str, Sampler] = {"ddpm": ddpm, "ddim": ddim, "dpm++": dpmpp}
