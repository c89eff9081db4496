"""One shot on its way through the stages."""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field

import torch

from ...geometry import Point
from .. import Shot
from . import guide
from .encode import Encoded


@dataclass(slots=True)
class Work:
    """A shot and what has been made of it. Between stages its tensors lie on the shelf, not here."""

    shot: Shot
    told: Encoded
    untold: Encoded
    key: str
    """Names what the last stage made."""
    size: tuple[int, int]
    """Height and width of the stage's picture."""
    low: tuple[int, int] = (0, 0)
    """Of the stage before."""
    next: str = ""
    """Names what this stage will make."""
    pixels: torch.Tensor | None = None
    """(3, h, w) in [-1, 1]"""
    heat: torch.Tensor | None = None
    """(tokens, h, w)"""
    seen: dict[str, Point] = field(default_factory=dict)
    """Where the model put each character, in fractions of the picture."""
    start: torch.Tensor | None = None
    """(3, h, w) in [-1, 1]: the composition that the first stage starts from."""
    masks: torch.Tensor | None = None
    """(tokens, h, w): where each word may look, in panels of several characters."""
    lead: Encoded | None = None
    """The text of the scene's first panel, where the model looks at it."""
    short: bool = False
    """Memory ran out beside its neighbours: it is made once more, alone."""
    fault: str = ""

    def see(self, heat: torch.Tensor | None) -> None:
        """Note where a heat map shows the characters; the map itself is not kept."""
        if heat is not None:
            self.seen = guide.centres(self.shot, self.told, heat.float())


def warn_of_unseen(works: Iterable[Work]) -> None:
    """Say whose reference pictures a model does not look at."""
    if unseen := dict.fromkeys(who for w in works for who, _, _ in w.shot.references):
        warnings.warn(f"the model does not look at the reference pictures of {', '.join(unseen)}", stacklevel=2)
