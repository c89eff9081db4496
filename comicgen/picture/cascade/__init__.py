"""An Imagen-like cascade: text encoder, base, super-resolution stages, one stage at a time over the book."""

import os

from .. import Backend, Options


def open_backend(model: str, options: Options) -> Backend:
    """Return the cascade behind a directory, a description's file, or the name of one that was pulled before.

    Nothing is loaded until the first shot. Raises MissingError with size, licence and the command
    that fetches it for a model that is not on this machine.
    """
    # Threads that wait for work by spinning take the processor from the others; read when torch is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from .backend import CascadeBackend
    from .found import find_model

    directory, preset = find_model(model)
    return CascadeBackend(directory, preset, options)
