"""Square crops of frames, and points from one to the other.

Pixel i is centred at i; a square's `left` and `top` are edges, so a frame's own lie at -0.5.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample, interpolate

from .network import INPUT_SIZE

GROWN = 1.25
"""Crops are so much larger than the joints' box (../shared/internet-spec.md, A1)."""


@dataclass(frozen=True)
class Square:
    """px of the frame."""

    left: float
    top: float
    side: float

    def to_crop(self, xy: np.ndarray) -> np.ndarray:
        """Points [..., 2] of the frame, in px of the network's input."""
        return (xy - (self.left, self.top)) * (INPUT_SIZE / self.side) - 0.5

    def to_frame(self, xy: np.ndarray) -> np.ndarray:
        return (xy + 0.5) * (self.side / INPUT_SIZE) + (self.left, self.top)

    def overlaps(self, other: Square) -> bool:
        apart = max(abs(self.left + self.side / 2 - other.left - other.side / 2),
                    abs(self.top + self.side / 2 - other.top - other.side / 2))  # fmt: skip
        return apart < (self.side + other.side) / 2

    def shared(self, other: Square) -> float:
        """Intersection over union."""
        both = self._common(other)
        return both / (self.side**2 + other.side**2 - both)

    def share_of_smaller(self, other: Square) -> float:
        """1 where one lies in the other."""
        return self._common(other) / min(self.side, other.side) ** 2

    def _common(self, other: Square) -> float:
        wide = min(self.left + self.side, other.left + other.side) - max(self.left, other.left)
        high = min(self.top + self.side, other.top + other.side) - max(self.top, other.top)
        return max(wide, 0) * max(high, 0)


def square_around(xy: np.ndarray, grown: float = GROWN) -> Square:
    """Around points [..., 2]; those that are NaN do not count."""
    flat = xy.reshape(-1, 2)
    low, high = np.nanmin(flat, 0), np.nanmax(flat, 0)
    side = max(float((high - low).max()) * grown, 8.0)
    left, top = (low + high) / 2 - side / 2
    return Square(float(left), float(top), side)


def cut(frame: np.ndarray, square: Square) -> Tensor:
    """[H, W, 3] uint8 to [3, S, S] in 0..1; black outside the frame."""
    picture = torch.from_numpy(frame.copy()).permute(2, 0, 1)[None].float() / 255
    shrunk = INPUT_SIZE / square.side
    if shrunk < 0.7:
        size = [round(length * shrunk) for length in frame.shape[:2]]
        picture = interpolate(picture, size=size, mode="bilinear", antialias=True)
    height, width = frame.shape[:2]
    # From crop to frame, both spanned by -1..1 from edge to edge.
    x = 2 * (square.left + 0.5 + square.side / 2) / width - 1
    y = 2 * (square.top + 0.5 + square.side / 2) / height - 1
    rows = [[square.side / width, 0, x], [0, square.side / height, y]]
    matrix = torch.tensor([rows], dtype=torch.float32)
    grid = affine_grid(matrix, [1, 3, INPUT_SIZE, INPUT_SIZE], align_corners=False)
    return grid_sample(picture, grid, align_corners=False)[0]
