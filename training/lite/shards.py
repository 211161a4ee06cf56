"""Reads what `handgen` has made: folders of shards, each a file of pictures and one of labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from handgen.labels import ORIENTATIONS, SCENES

from .hands import Hands, palm_normals

IMAGES, LABELS = ".images.npy", ".labels.npy"


@dataclass(frozen=True)
class Shard:
    name: str
    images: np.ndarray
    """[n, R, R, 3] uint8 RGB, mapped from disk."""
    labels: np.ndarray
    """[n] of handgen.labels.LABEL, lengths in px of those pictures."""


def shard_names(folder: Path) -> list[str]:
    """Of whole shards: labels are put in place last."""
    return sorted(path.name.removesuffix(LABELS) for path in folder.glob(f"*{LABELS}"))


def read_shard(folder: Path, name: str) -> Shard:
    images = np.load(folder / (name + IMAGES), mmap_mode="r")
    labels = np.load(folder / (name + LABELS))
    if len(images) != len(labels):
        raise ValueError(f"shard {name} has {len(images)} pictures and {len(labels)} labels")
    return Shard(name, images, labels)


def read_shards(folder: Path) -> Iterator[Shard]:
    names = shard_names(folder)
    if not names:
        raise FileNotFoundError(f"no *{LABELS} in {folder}")
    return (read_shard(folder, name) for name in names)


def remove_shard(folder: Path, name: str) -> None:
    for suffix in (LABELS, IMAGES):
        (folder / (name + suffix)).unlink()


def to_hands(labels: np.ndarray) -> Hands:
    """Labels as the network is taught them, in px of the shard's pictures."""

    def tensor(name):
        return torch.from_numpy(labels[name].astype(np.float32))

    return Hands(
        joints=tensor("joints"),
        present=tensor("present"),
        relative_depth=tensor("relative_depth"),
        palm=palm_normals(tensor("joints_camera")),
    )


def is_empty(labels: np.ndarray) -> np.ndarray:
    """[n] bool: no hand in the picture."""
    return (labels["present"] == 0).all(1)


def is_easy(labels: np.ndarray) -> np.ndarray:
    """[n] bool: one hand across the view, with which training begins."""
    across = labels["orientation"] < ORIENTATIONS.index("towards")
    return (labels["scene"] == SCENES.index("single")) & (across | (labels["present"] == 0)).all(1)
