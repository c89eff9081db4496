"""An Imagen-like cascade: text encoder, base, super-resolution stages, one stage at a time over the book."""

from pathlib import Path

from ...errors import MissingError
from .. import Backend, Options


def open_backend(model: str, options: Options) -> Backend:
    """Return the cascade in a directory, or a preset that was pulled before.

    Nothing is loaded until the first shot. Raises MissingError with size, licence and the command
    that fetches it for a model that is not on this machine.
    """
    from .preset import preset_named, preset_of

    directory = Path(model).expanduser()
    if directory.is_dir():
        from .backend import CascadeBackend

        return CascadeBackend(directory.resolve(), preset_of(directory), options)
    if "/" in model or "\\" in model:
        raise MissingError(f"no model directory {model!r}", hint="name a directory, or one of 'comicgen models'")
    preset = preset_named(model)
    raise MissingError(
        f"the model {model!r} is not on this machine ({preset.size or 'size unknown'}; licence: {preset.licence})",
        hint=f"fetch it with: comicgen models pull {model}",
    )
