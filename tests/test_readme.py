"""The README is true: its commands run, its pictures are there, its stories render as it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(<!-- \w+ -->\n)?```(\w+)\n(.*?)```", README, re.DOTALL)


def shell_blocks() -> list[str]:
    return [body for marker, language, body in BLOCKS if language == "sh" and not marker]


def commands() -> list[str]:
    """Every comicgen line of the tour, in order, without its comment; those that need a model left out."""
    lines = [line.partition("#")[0].strip() for body in shell_blocks() for line in body.splitlines()]
    needs_model = ("DIRECTORY", "models pull", "comicgen pick")
    return [line for line in lines if line.startswith("comicgen") and not any(word in line for word in needs_model)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("tour")
    tool = place / "bin" / "comicgen"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m comicgen "$@"\n')
    tool.chmod(0o755)
    (place / "stories").symlink_to(ROOT / "stories")
    return place


def test_there_is_a_tour() -> None:
    assert len(commands()) >= 6


def test_the_tour_runs_in_order(folder: Path) -> None:
    env = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "COMICGEN_CACHE": str(folder / "cache")}
    for line in commands():
        done = subprocess.run(["sh", "-c", line], cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert (folder / "book.pdf").read_bytes().startswith(b"%PDF-")
    assert (folder / "book.cbz").read_bytes().startswith(b"PK")


def test_the_yaml_of_the_readme_is_the_story_format(folder: Path) -> None:
    from comicgen.script import resolve
    from comicgen.story import read_story

    people = "characters:\n" + "".join(f"  {n.lower()}: {{name: {n}, look: person}}\n" for n in ("Mei", "Ken", "Nora"))
    for _, language, body in BLOCKS:
        if language == "yaml":
            text = body if body.startswith("scenes") else "pages:\n  - panels:\n" + re.sub("(?m)^", "      ", body)
            assert resolve(read_story("readme.yaml", f"title: R\n{people}{text}")).pages


def test_every_picture_and_file_that_it_names_is_there() -> None:
    for name in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / name).exists(), name


def test_ci_runs_the_readmes_own_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    assert '"$(readme_command install)"' in script
    assert '"$(readme_command tests)"' in script
    marked = {m.strip("<!- >\n"): body for m, _, body in BLOCKS if m}
    assert "comicgen render stories/last-train.yaml" in marked["install"]
    assert "pytest" in marked["tests"]


def test_the_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    hosts = re.compile(
        "py" + r"pi\.org|files\.python" + r"hosted|registry\.npm" + r"js|/home/\w+/|/ro" + r"ot/|/wo" + r"rk/"
    )
    for name in listed:
        path = ROOT / name
        if path.suffix in (".py", ".md", ".yaml", ".toml", ".txt", "") and path.is_file():
            found = hosts.search(path.read_text(encoding="utf-8", errors="ignore"))
            assert not found, f"{name}: {found}"
