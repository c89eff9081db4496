"""Story text into a small node tree, every limit held in one pass over the parser's events.

Scalars keep their source words: nothing is guessed to be a number, a date or a truth value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Union

from ..errors import StoryError
from .source import Source

DEEPEST = 20
MOST = 200_000
"""Values in a file: four hundred for each of 500 panels."""
_CORE = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or text. ``row`` is the source row of a literal block's first line, -1 for other styles."""

    text: str
    start: int
    row: int = -1


@dataclass(slots=True)
class Items:
    """A list."""

    start: int
    nodes: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order written; no key comes twice."""

    start: int
    pairs: dict[str, tuple[Scalar, "Node"]] = field(default_factory=dict)


Node = Union[Scalar, Items, Mapping]


def read_tree(source: Source) -> Node:
    """Return the root node. Raises StoryError at the first character that is not plain story YAML."""
    import yaml

    try:
        return _Composer(source).compose(_events(source.text))
    except yaml.MarkedYAMLError as fault:
        raise _syntax(source, fault) from None
    except yaml.YAMLError as fault:
        raise StoryError(f"this is not YAML: {fault}", where=source.mark(0)) from None


def _events(text: str) -> Iterator[Any]:
    import yaml

    return yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _syntax(source: Source, fault: Any) -> StoryError:
    mark = fault.problem_mark or fault.context_mark
    offset = min(mark.index if mark else 0, len(source.text))
    problem = " ".join(part for part in (fault.problem, fault.context) if part) or "this is not YAML"
    hint = "put text that holds : or # or starts with a sign in quotes"
    if "\t" in source.text[offset : offset + 1]:
        hint = "indent with spaces, not with tabs"
    return source.error(offset, problem, hint)


class _Composer:
    """Builds nodes from events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[Items | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None
        self.count = 0

    def compose(self, events: Iterator[Any]) -> Node:
        for event in events:
            self._take(event, type(event).__name__)
        if self.root is None:
            raise self.source.error(0, "the story is empty", "comicgen new writes one to start from")
        return self.root

    def _take(self, event: Any, kind: str) -> None:
        start = event.start_mark.index
        if kind == "ScalarEvent":
            self._check(event, start)
            self._add(self._scalar(event, start))
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            self._check(event, start)
            self._open(Items(start) if kind == "SequenceStartEvent" else Mapping(start))
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self.open.pop()
            self.keys.pop()
        elif kind == "AliasEvent":
            raise self.source.error(
                start, f"aliases (*{event.anchor}) are not part of the story format", "write it out"
            )
        elif kind == "DocumentStartEvent" and self.root is not None:
            raise self.source.error(start, "a story file holds one document", "remove this --- and what follows")

    def _scalar(self, event: Any, start: int) -> Scalar:
        return Scalar(event.value, start, self.source.mark(start).line if event.style == "|" else -1)

    def _check(self, event: Any, start: int) -> None:
        self.count += 1
        if self.count > MOST:
            raise self.source.error(start, f"the story holds more than {MOST} values", "split the story")
        if event.tag is not None and event.tag not in _CORE:
            raise self.source.error(start, f"the tag {event.tag!r} is not part of the story format", "remove it")

    def _open(self, node: Items | Mapping) -> None:
        if len(self.open) >= DEEPEST:
            raise self.source.error(node.start, f"nested too deeply: more than {DEEPEST} levels")
        self._add(node)
        self.open.append(node)
        self.keys.append(None)

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], Items):
            parent.nodes.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._key(parent, node)
        else:
            parent.pairs[key.text] = (key, node)
            self.keys[-1] = None

    def _key(self, parent: Mapping, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise self.source.error(node.start, "a key is a word, not a list or a mapping")
        if node.text in parent.pairs:
            raise self.source.error(node.start, f"the key {node.text!r} comes twice", "keep one of them")
        return node
