"""Stand-ins for what handgen makes: random, but of the right shape and never out of bounds."""

from pathlib import Path

import numpy as np
import pytest
import torch

from handgen.labels import LABEL
from lite.hands import JOINTS, WRISTS, Hands, palm_normals

SIDE = 160

# As in training: arithmetic on denormals is 30 times slower.
torch.set_flush_denormal(True)
# Two threads wait for each other at every operator, for ever on a machine that is busy.
torch.set_num_threads(1)


def random_labels(count: int, seed: int = 0) -> np.ndarray:
    """A right hand, a left hand, both, none, and so on; joints anywhere in the crop."""
    random = np.random.default_rng(seed)
    labels = np.zeros(count, LABEL)
    labels["intrinsics"] = [400, 400, 80, 80]
    labels["present"] = [[(i + 1) % 4 % 2, (i + 1) % 4 // 2] for i in range(count)]
    camera = random.uniform([-90, -90, 550], [90, 90, 700], (count, JOINTS, 3))
    labels["joints_camera"] = camera
    labels["joints"][..., :2] = camera[..., :2] / camera[..., 2:] * 400 + 80
    roots = camera[:, WRISTS, 2].repeat(21, 1)
    labels["joints"][..., 2] = camera[..., 2] - roots
    labels["relative_depth"] = camera[:, WRISTS[1], 2] - camera[:, WRISTS[0], 2]
    labels["scene"] = np.where(labels["present"].all(1), 2, labels["present"].any(1))
    labels["seed"] = np.arange(count)
    return labels


def write_shard(folder: Path, name: str, labels: np.ndarray) -> None:
    random = np.random.default_rng(1)
    images = random.integers(0, 256, (len(labels), SIDE, SIDE, 3), np.uint8)
    np.save(folder / f"{name}.images.npy", images)
    np.save(folder / f"{name}.labels.npy", labels)


@pytest.fixture
def hands() -> Hands:
    """Eight samples in px of the network's input."""
    labels = random_labels(8)

    def tensor(name):
        return torch.from_numpy(labels[name].astype(np.float32))

    camera = tensor("joints_camera")
    small = Hands(
        tensor("joints"), tensor("present"), tensor("relative_depth"), palm_normals(camera)
    )
    return small.scaled(192 / SIDE)


@pytest.fixture
def random() -> torch.Generator:
    return torch.Generator().manual_seed(3)
