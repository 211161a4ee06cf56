"""What a run leaves on disk: `checkpoint.pt` to go on from, `weights.pt` to evaluate and export."""

import os
from pathlib import Path

import torch
from torch import Tensor

from .network import InterNetLite
from .trainer import Trainer

CHECKPOINT, WEIGHTS = "checkpoint.pt", "weights.pt"


def save(trainer: Trainer, folder: Path) -> None:
    """Replaces both files, each in one go: a run that is killed leaves whole ones."""
    _write(trainer.state(), folder / CHECKPOINT)
    save_weights(trainer.deployed.state_dict(), folder)


def save_weights(state: dict[str, Tensor], folder: Path) -> Path:
    """What `load_weights` reads."""
    _write(state, folder / WEIGHTS)
    return folder / WEIGHTS


def resume(trainer: Trainer, folder: Path) -> bool:
    """Goes on from the folder's checkpoint; False where there is none."""
    path = folder / CHECKPOINT
    if not path.exists():
        return False
    trainer.resume(torch.load(path, map_location=trainer.device, weights_only=True))
    return True


def load_weights(path: Path) -> InterNetLite:
    """A trained network, in evaluation mode on the CPU."""
    network = InterNetLite()
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return network.eval()


def _write(state: dict, path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save(state, part)
    os.replace(part, path)
