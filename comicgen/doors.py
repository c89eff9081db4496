"""A name into the extension behind it: a module of one of our packages, or an entry point.

A door is a package; what stands behind it is one module per name. Nothing is imported until it
is asked for, so ``--help`` never loads a drawing or a learning library.
"""

import pkgutil
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from .errors import UsageError

MOST = 12
"""Names that a hint lists; of more it tells the nearest."""


@cache
def names(door: str) -> tuple[str, ...]:
    """Return every name that stands behind ``door``, sorted."""
    spec = find_spec(f"comicgen.{door}")
    paths = list(spec.submodule_search_locations or []) if spec else []
    ours = {m.name for m in pkgutil.iter_modules(paths) if not m.name.startswith("_")}
    return tuple(sorted(ours | {e.name for e in entry_points(group=f"comicgen.{door}")}))


@cache
def find(door: str, name: str) -> ModuleType:
    """Return the module or entry point called ``name`` behind ``door``.

    Raises UsageError with the list of names when there is none.
    """
    if name in (known := names(door)):
        for entry in entry_points(group=f"comicgen.{door}", name=name):
            return entry.load()  # type: ignore[no-any-return]
        return import_module(f"comicgen.{door}.{name}")
    raise unknown(door, name, known)


def unknown(what: str, name: str, known: Sequence[str]) -> UsageError:
    """Return the error for a wrong name: the nearest known one, or the list of all."""
    near = get_close_matches(name, known, 1)
    few = known if len(known) <= MOST else get_close_matches(name, known, 3, 0.0)
    hint = f"did you mean {near[0]!r}?" if near else f"{'one of' if few is known else 'such as'} {', '.join(few)}"
    return UsageError(f"no {what} {name!r}", hint=hint)


def shelf(name: str) -> Path:
    """Return a folder of shipped data files: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
