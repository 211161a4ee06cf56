"""Shards on disk: NAME.images.npy, uint8 [n, height, width, 3] RGB, and NAME.labels.npy, LABEL records [n]."""

from pathlib import Path

import numpy as np

IMAGES, LABELS = ".images.npy", ".labels.npy"


def has_shard(folder: Path, name: str) -> bool:
    return (folder / (name + LABELS)).exists()


def write_shard(folder: Path, name: str, pictures: np.ndarray, labels: np.ndarray) -> None:
    """Labels are put in place last: a shard that has them is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, array in ((IMAGES, pictures), (LABELS, labels)):
        part = folder / (name + suffix + ".part")
        with part.open("wb") as file:
            np.save(file, array)
        part.replace(folder / (name + suffix))
