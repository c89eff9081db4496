"""Files are whole or absent; names stay in their folder."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comicgen.errors import ComicError, DiskError
from comicgen.files import atomic_file, atomic_write, slug, sweep

LOOP = """
import sys, itertools
from pathlib import Path
from comicgen.files import atomic_write
for i in itertools.count():
    atomic_write(Path(sys.argv[1]) / f"f{i % 5}", bytes([i % 251]) * 300_000)
"""


def test_a_killed_writer_leaves_no_torn_file(tmp_path: Path) -> None:
    dice = random.Random(4)
    for _ in range(8):
        writer = subprocess.Popen([sys.executable, "-c", LOOP, str(tmp_path)])
        time.sleep(0.15 + dice.random() * 0.2)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        for path in tmp_path.glob("f*"):
            data = path.read_bytes()
            assert len(data) == 300_000
            assert len(set(data)) == 1
    sweep(tmp_path)
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskError) as told:
        atomic_write(path, b"new")
    assert told.value.exit_code == 4
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["page.png"]


def test_a_fault_inside_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with atomic_file(tmp_path / "x") as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_an_authors_error(tmp_path: Path) -> None:
    with pytest.raises(ComicError, match="cannot write"):
        atomic_write(tmp_path / "no" / "x", b"")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Last Train", "The-Last-Train"),
        ("../../etc/passwd", "etc-passwd"),
        ("长椅上的书", "长椅上的书"),
        ("CON", "story-CON"),
        ("a\u202eb", "a-b"),
        ("...", "story"),
        ("", "story"),
    ],
)
def test_slugs(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text(max_size=300))
def test_a_slug_is_always_one_safe_name(title: str) -> None:
    name = slug(title)
    assert 0 < len(name.encode()) <= 128
    assert Path(name).name == name
    assert not name.startswith((".", "-"))
    assert not set(name) & set('/\\:*?"<>|\0\n\u202e')
