"""Keeps slowly computed arrays in an ignored folder; they are rebuilt when the source that makes them changes."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

CACHE = Path(__file__).resolve().parents[1] / ".cache"


def cached(name: str, sources: list[Path], build: Callable[[], np.ndarray]) -> np.ndarray:
    """The array of that name, from disk if it was built from the very same `sources`. Mapped read-only."""
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    path = CACHE / f"{name}-{digest}.npy"
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            np.save(file, build())
        part.replace(path)
    return np.load(path, mmap_mode="r")
