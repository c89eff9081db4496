"""Words on the command line into calls, results into words. Parses, calls, prints; decides nothing."""

import contextlib
import os
import signal
import sys
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from .. import __version__
from ..errors import ComicError, DiskError
from . import check, look_up, make, plan, render, takes
from .console import ClosedPipeError, fail, out

WrongWords: type[Any] = typer.BadParameter.__mro__[1]
"""The parser's error for words that do not fit; typer exports only this subclass of it."""

app = typer.Typer(
    name="comicgen",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Turn a YAML story script into finished comic and manga pages.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        out(__version__)
        raise typer.Exit


@app.callback()
def comicgen(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Turn a YAML story script into finished comic and manga pages."""


for family in (render, check, plan, takes, make, look_up):
    family.register(app)


class Terminated(BaseException):
    """SIGTERM or SIGHUP arrived: unwind, clean up, leave with 128 and its number."""


def main() -> NoReturn:
    """Run the command line; leave with the exit code of the contract."""
    signal.signal(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, _terminate)
    sys.exit(run())


def run(words: list[str] | None = None) -> int:  # noqa: PLR0911 - one return for each way to end
    """Run one command and return its exit code. An author's fault is printed; a bug keeps its traceback."""
    try:
        code = app(words, standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except typer.Exit as leave:
        return leave.exit_code
    except WrongWords as fault:
        fault.show()
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Terminated as ended:
        return 128 + int(ended.args[0])
    except (ClosedPipeError, BrokenPipeError):
        _close_stdout()
        return 141
    except MemoryError:
        return fail(DiskError("out of memory", hint="try --jobs 1 or a smaller --width"))
    except ComicError as fault:
        return fail(fault)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated(number)


def _close_stdout() -> None:
    """Point stdout at nothing, so that leaving does not fail on a closed pipe a second time."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
