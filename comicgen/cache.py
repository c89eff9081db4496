"""Shot keys into pictures taken before: one checked file per picture, safe for many renders at once.

A file is named by its content key and appears under that name whole or not at all, so two renders
that take the same shot write the same bytes and either may win. A damaged file is set aside with
one warning and the picture is taken again.
"""

import json
import struct
import warnings
import zlib
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import numpy as np

from .drawing import Item
from .errors import ComicError
from .files import atomic_write
from .geometry import Rect
from .paint.store import dumps, loads
from .picture import Backend, Picture, Shot
from .staging import Anchor

MAGIC = b"comicgen1"


def picture_key(shot: Shot, backend: Backend) -> str:
    """Return the picture's content key: the shot and the backend's identity, 64 hex digits."""
    return sha256(f"{shot.key()} {backend.name} {backend.identity()}".encode()).hexdigest()


class PictureCache:
    """Pictures by key in a folder. Without a folder, or where it cannot be written, it forgets."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str, *, vectors: bool = True) -> Picture | None:
        """Return the picture, or None where there is none or its file is damaged.

        Without ``vectors`` its drawing is left out, which takes as long to read as all the rest.
        """
        if self.folder is None:
            return None
        path = self._path(key)
        try:
            return unpack(path.read_bytes(), vectors=vectors)
        except OSError:
            return None
        except (ValueError, KeyError, struct.error, zlib.error) as fault:
            warnings.warn(f"cache entry {path.name} is damaged ({fault}); the picture is taken again", stacklevel=2)
            _set_aside(path)
            return None

    def put(self, key: str, picture: Picture) -> None:
        """Keep a picture. A folder that cannot be written costs time, never the page."""
        if self.folder is None:
            return
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(path, pack(picture))
        except (OSError, ComicError) as fault:
            warnings.warn(f"the cache {self.folder} cannot be written ({fault}); going on without it", stacklevel=2)
            self.folder = None

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / "pictures" / key[:2] / f"{key}.picture"


def pack(picture: Picture) -> bytes:
    """Return a picture as bytes: magic, SHA-256 of the rest, JSON header, pixels, drawing."""
    pixels = np.ascontiguousarray(picture.pixels, dtype=np.uint8)
    head = {"shape": pixels.shape, "anchors": [asdict(a) for a in picture.anchors]}
    parts = [json.dumps(head).encode(), zlib.compress(pixels.tobytes(), 1), zlib.compress(dumps(picture.drawing), 1)]
    body = b"".join(struct.pack("<Q", len(part)) + part for part in parts)
    return MAGIC + sha256(body).digest() + body


def unpack(data: bytes, *, vectors: bool = True) -> Picture:
    """Return the picture of packed bytes. Raises ValueError where they are not whole."""
    body = memoryview(data)[len(MAGIC) + 32 :]
    if data[: len(MAGIC)] != MAGIC or sha256(body).digest() != data[len(MAGIC) : len(MAGIC) + 32]:
        raise ValueError("wrong checksum")
    head_bytes, pixel_bytes, drawing_bytes = _parts(body)
    head = json.loads(bytes(head_bytes))
    pixels = np.frombuffer(zlib.decompress(pixel_bytes), dtype=np.uint8).reshape(head["shape"])
    drawing: tuple[Item, ...] = loads(zlib.decompress(drawing_bytes)) if vectors else ()
    return Picture(pixels, tuple(_anchor(a) for a in head["anchors"]), drawing)


def _parts(body: memoryview) -> list[memoryview]:
    parts = []
    while body:
        (length,) = struct.unpack_from("<Q", body)
        parts.append(body[8 : 8 + length])
        body = body[8 + length :]
    return parts


def _anchor(found: dict[str, object]) -> Anchor:
    head, body, mouth = found["head"], found["body"], found["mouth"]
    assert isinstance(head, dict)
    assert isinstance(body, dict)
    assert isinstance(mouth, list)
    return Anchor(str(found["character"]), Rect(**head), (mouth[0], mouth[1]), Rect(**body))


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError:
        return
