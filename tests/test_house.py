"""The house itself: floors, sizes, lints that no linter has, and what may be imported when."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import comicgen

ROOT = Path(comicgen.__file__).parent

FLOORS = (  # a module imports only from floors above its own line, or from its own room
    ("errors", "geometry"),
    ("drawing",),
    ("files", "fonts", "doors"),
    ("paint", "story"),
    ("script",),
    ("layout",),
    ("staging",),
    ("picture",),
    ("cache", "clear", "crops", "shots", "lettering"),
    ("pages",),
    ("planning", "record", "sheet", "workers"),
    ("export",),
    ("pipeline", "takes"),
    ("cli",),
    ("__main__",),
)
FLOOR = {name: level for level, row in enumerate(FLOORS) for name in row}
FILES = sorted(p for p in ROOT.rglob("*.py") if p != ROOT / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, room) of every import from inside the package, lazy ones and those for typing too."""
    package = ["comicgen", *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            parts = [*base, *(node.module or "").split(".")]
            parts = [p for p in parts if p]
            for alias in node.names:
                full = [*parts, alias.name]
                if full[0] == "comicgen" and full[1] in FLOOR:
                    yield node.lineno, full[1]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                full = alias.name.split(".")
                if full[0] == "comicgen" and len(full) > 1:
                    yield node.lineno, full[1]


def test_every_module_has_a_floor() -> None:
    rooms = {room(p) for p in FILES}
    assert rooms == set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_up_only(path: Path) -> None:
    me = room(path)
    climbs = [f"{path.name}:{line} {other}" for line, other in imported_rooms(path)
              if other != me and FLOOR[other] >= FLOOR[me]]  # fmt: skip
    assert not climbs


def test_the_floor_test_sees_lazy_imports(tmp_path: Path) -> None:
    sample = ROOT / "story" / "__init__.py"
    assert ("errors" in {r for _, r in imported_rooms(sample)}) is True


GLOBAL_STATE = {
    ("random", "seed"), ("random", "random"), ("random", "choice"), ("random", "shuffle"), ("random", "uniform"),
    ("random", "randint"), ("random", "gauss"), ("random", "sample"), ("time", "time"), ("torch", "manual_seed"),
    ("datetime", "now"),
}  # fmt: skip


FRESH = ("default_rng", "Generator", "PCG64", "SeedSequence")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_depends_on_chance_or_clock(path: Path) -> None:
    found = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {a.asname or a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        call = node.func
        if isinstance(call, ast.Name) and call.id == "hash":
            found.append(f"hash() at {node.lineno}")
        module, _, name = ast.unparse(call).rpartition(".")
        chance = module in ("np.random", "numpy.random") and name not in FRESH
        if ((module, name) in GLOBAL_STATE and module in modules) or chance:
            found.append(f"{module}.{name}() at {node.lineno}")
    assert not found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f"{f.name}: {f.end_lineno - f.lineno + 1} lines" for f in functions if f.end_lineno - f.lineno >= 50]
    assert not long
    tables = [n for n in ast.parse(text).body if isinstance(n, ast.Assign | ast.AnnAssign)]
    assert text.count("\n") - sum(n.end_lineno - n.lineno + 1 for n in tables) <= 300


def imported_by(words: list[str], tmp_path: Path) -> set[str]:
    code = (
        "import sys; from comicgen.cli import run; run(sys.argv[1:]);"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def test_help_imports_no_drawing_and_no_learning(tmp_path: Path) -> None:
    loaded = imported_by(["--help"], tmp_path)
    assert not loaded & {"torch", "diffusers", "transformers", "PIL", "numpy", "shapely", "yaml"}


def test_check_imports_no_learning(tmp_path: Path) -> None:
    story = ROOT.parent / "stories" / "last-train.yaml"
    loaded = imported_by(["check", str(story)], tmp_path)
    assert not loaded & {"torch", "diffusers", "transformers"}
    assert "yaml" in loaded
