"""The latent models that were pulled, under one name: the first of them that is on this machine."""

from ..errors import MissingError
from . import Backend, Options

ORDER = ("z-image", "flux2-klein", "sdxl")


def open_backend(model: str, options: Options) -> Backend:
    """Return the first latent preset that is here. Raises MissingError with the commands that fetch one."""
    from .cascade import open_backend as open_cascade

    for name in ORDER:
        try:
            return open_cascade(name, options)
        except MissingError:
            continue
    raise MissingError(
        "no latent model is on this machine",
        hint=f"fetch one with: comicgen models pull {ORDER[0]} (or {', '.join(ORDER[1:])}), or name its directory",
    )
