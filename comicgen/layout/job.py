"""One page to lay out, with all that its manner needs to know, and its frames into a PageLayout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..script import ScriptPage
from . import Frame, PageLayout, Template


@dataclass(frozen=True, slots=True)
class Job:
    """A script's page, its template, the book's direction and seed, and how much more room panels need."""

    page: ScriptPage
    preset: Template
    reading: str
    seed: int
    need: Mapping[str, float]

    @property
    def rtl(self) -> bool:
        return self.reading == "rtl"

    @property
    def spine(self) -> str:
        """The side where the page is bound: an odd page of a left-to-right book lies on the right."""
        if self.page.spread:
            return ""
        return "left" if (self.page.number % 2 == 1) != self.rtl else "right"


def sheet_of(job: Job, frames: Sequence[Frame]) -> PageLayout:
    """Return the frames on the template's paper."""
    preset = job.preset
    return PageLayout(
        number=job.page.number,
        size=preset.trim,
        bleed=preset.bleed,
        safe=preset.safe,
        reading=job.reading,
        frames=tuple(frames),
        type_size=preset.type_size,
        width_px=preset.width_px,
        leaves=2 if job.page.spread else 1,
    )
