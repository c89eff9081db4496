"""What each stage made into pictures to look at while the next one runs: one PNG a panel, one sheet a stage."""

import io
from collections.abc import Iterable
from typing import Any

import numpy as np
import torch

from ...files import atomic_write, disk_fault, slug
from ...paint.contact import Shown, contact_sheet, in_rows
from .. import preview_path


def bytes_of(pixels: torch.Tensor) -> Any:
    """Return a picture (3, h, w) in [-1, 1] as uint8 (h, w, 3)."""
    return ((pixels.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()


def write_previews(folder: str, stage: str, made: Iterable[tuple[str, torch.Tensor | None]]) -> None:
    """Write a stage's pictures as ``folder/stage/panel.png`` and ``folder/stage.png``; None stands for a fault."""
    sheet = preview_path(folder, stage)
    panels = sheet.with_suffix("")
    try:
        panels.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise disk_fault(fault, panels) from None
    shown = []
    for panel, pixels in made:
        if pixels is None:
            shown.append(Shown(np.full((64, 64), 235, np.uint8), f"{panel}: failed"))
            continue
        seen = bytes_of(pixels)
        atomic_write(panels / f"{slug(panel, 'panel')}.png", _png(seen))
        shown.append(Shown(seen, panel))
    if shown:
        atomic_write(sheet, _png(contact_sheet(in_rows(shown))))


def _png(pixels: Any) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=1)
    return out.getvalue()
