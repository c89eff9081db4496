"""What an author can fix, told as a place, a fault and a hint."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a text file: one-based line and column, and the text of that line."""

    file: str
    line: int
    column: int
    source: str = ""

    def at(self, word: str) -> "Mark":
        """Return the place of a word in the rest of the line, whatever its case; this place where it is not there."""
        found = self.source.casefold().find(word.casefold(), self.column - 1)
        return self if found < 0 or not word else replace(self, column=found + 1)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class ComicError(Exception):
    """Something the author can fix; printed without a traceback.

    ``where`` is a Mark, a path or empty; ``exit_code`` follows the command-line contract.
    """

    exit_code = 2

    def __init__(self, message: str, *, where: "Mark | str" = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.hint = message, where, hint
        self.more: tuple[ComicError, ...] = ()
        """Other faults that were found with this one."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        lines = [f"{place}error: {self.message}"]
        if isinstance(self.where, Mark) and self.where.source:
            lines += caret(self.where)
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class StoryError(ComicError):
    """The story text is not a story: syntax, unknown key, wrong type, unknown name."""


class UsageError(ComicError):
    """The command was called with words that do not fit together."""


class MissingError(ComicError):
    """A model, font or file that the work needs is not on this machine."""

    exit_code = 3


class DiskError(ComicError):
    """The disk or the memory does not let the work be finished."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """Something ``check`` tells the author about; the story still renders."""

    where: Mark | str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.message}"]
        if isinstance(self.where, Mark) and self.where.source:
            lines += caret(self.where)
        return "\n".join([*lines, f"  hint: {self.hint}"] if self.hint else lines)


def caret(mark: Mark, width: int = 100) -> list[str]:
    """Return the source line and a caret under the column, cut to ``width`` around it."""
    start = max(0, mark.column - 1 - width * 2 // 3)
    text = mark.source[start : start + width].replace("\t", " ")
    return [f"    {text}", f"    {' ' * (mark.column - 1 - start)}^"]
