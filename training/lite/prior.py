"""The prior: where each joint is expected, as the network is told. Zeros mean: nothing is known.

In a stream it is the last frame's estimate, moved on; at first the detector's landmarks, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor

from .hands import JOINTS, Hands

PRIOR_SIZE = 24
"""P: cells of the prior's maps along each side, one per cell of the network's heatmaps."""
PRIOR_SIGMA = 1.5
"""Of the Gaussians, in cells."""


@dataclass(frozen=True)
class Guess:
    """Where joints are expected, in numbers. What is not known may hold anything finite."""

    joints: Tensor
    """[N, 42, 3]: x, y px of the input picture, z mm behind the own wrist."""
    known: Tensor
    """[N, 42] 0 or 1: x and y mean something."""
    depth_known: Tensor
    """[N, 42] 0 or 1: z means something."""
    relative_depth: Tensor
    """[N] mm: left wrist behind the right one."""
    relative_depth_known: Tensor
    """[N] 0 or 1."""

    def map(self, change: Callable[[Tensor], Tensor]) -> Guess:
        """The same guesses with every tensor changed, as Hands.map does it."""
        return Guess(*(change(tensor) for tensor in vars(self).values()))

    @staticmethod
    def nothing(count: int, device: torch.device | str = "cpu") -> Guess:
        zeros = torch.zeros(count, JOINTS, device=device)
        return Guess(
            torch.zeros(count, JOINTS, 3, device=device), zeros, zeros, zeros[:, 0], zeros[:, 0]
        )


Labels = TypeVar("Labels", Hands, Guess)


def joined(parts: Sequence[Labels]) -> Labels:
    """The samples of all parts, in order."""
    columns = zip(*(vars(part).values() for part in parts))
    return type(parts[0])(*(torch.cat(column) for column in columns))


@dataclass(frozen=True)
class Prior:
    """A guess as the network's inputs, named as in its ONNX file."""

    prior: Tensor
    """[N, 42, P, P]: a Gaussian of height 1 at each expected joint."""
    prior_depth: Tensor
    """[N, 42, 2]: z mm behind the own wrist, and 1; or 0, 0."""
    prior_relative_depth: Tensor
    """[N, 2]: mm that the left wrist lies behind the right one, and 1; or 0, 0."""

    def tensors(self) -> tuple[Tensor, Tensor, Tensor]:
        return self.prior, self.prior_depth, self.prior_relative_depth


def to_prior(guess: Guess, input_size: int) -> Prior:
    """Draws the Gaussians: input px x lies at cell (x + 0.5) P / S - 0.5."""
    cells = (guess.joints[..., :2] + 0.5) * (PRIOR_SIZE / input_size) - 0.5
    grid = torch.arange(PRIOR_SIZE, device=cells.device, dtype=cells.dtype)
    x, y = torch.exp(-((grid - cells[..., None]) ** 2) / (2 * PRIOR_SIGMA**2)).unbind(2)
    maps = y[..., :, None] * x[..., None, :] * guess.known[..., None, None]
    return Prior(
        maps,
        _with_flag(guess.joints[..., 2], guess.depth_known),
        _with_flag(guess.relative_depth, guess.relative_depth_known),
    )


def _with_flag(value: Tensor, known: Tensor) -> Tensor:
    return torch.stack([value * known, known], -1)
