"""Pictures turned by quarter turns, so that the hands that are expected in them point up.

MediaPipe's features know upright hands, and left from right only on those; a network that sees no
others learns the rest several times faster. Quarter turns move pixels and cells onto each other:
nothing is interpolated, and no joint leaves the picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from .hands import JOINTS_OF_HAND, MIDDLE_BASE, WRIST, Hands
from .prior import Guess

LEAST_MASS = 1e-3
"""Of a Gaussian that lies in the picture at all."""


@dataclass(frozen=True)
class QuarterTurn:
    """Clockwise by a quarter, then by half: how samples were turned."""

    quarter: Tensor
    """[N] bool."""
    half: Tensor
    """[N] bool."""

    @staticmethod
    def upright(pointing: Tensor) -> QuarterTurn:
        """Of hands that point along `pointing` [N, 2] (x right, y down); not at all if zero."""
        x, y = pointing.unbind(-1)
        quarter = x.abs() > y.abs()
        return QuarterTurn(quarter, torch.where(quarter, x, y) > 0)

    def maps(self, maps: Tensor) -> Tensor:
        """[N, C, P, P], turned."""
        quarter, half = (flag[:, None, None, None] for flag in (self.quarter, self.half))
        maps = torch.where(quarter, maps.transpose(2, 3).flip(3), maps)
        return torch.where(half, maps.flip(2, 3), maps)

    def points(self, points: Tensor, size: int) -> Tensor:
        """[N, J, 2 or more] with x, y in front, in squares of `size`, turned."""
        x, y, rest = points[..., 0], points[..., 1], points[..., 2:]
        last = size - 1
        quarter, half = self.quarter[:, None], self.half[:, None]
        x, y = torch.where(quarter, last - y, x), torch.where(quarter, x, y)
        x, y = torch.where(half, last - x, x), torch.where(half, last - y, y)
        return torch.cat([torch.stack([x, y], -1), rest], -1)

    def points_back(self, points: Tensor, size: int) -> Tensor:
        """What `points` came from."""
        x, y, rest = points[..., 0], points[..., 1], points[..., 2:]
        last = size - 1
        quarter, half = self.quarter[:, None], self.half[:, None]
        x, y = torch.where(half, last - x, x), torch.where(half, last - y, y)
        x, y = torch.where(quarter, y, x), torch.where(quarter, last - x, y)
        return torch.cat([torch.stack([x, y], -1), rest], -1)

    def hands(self, hands: Hands, size: int) -> Hands:
        # Directions turn as points around zero do.
        palm = self.points(hands.palm, 1)
        return replace(hands, joints=self.points(hands.joints, size), palm=palm)

    def guess(self, guess: Guess, size: int) -> Guess:
        return replace(guess, joints=self.points(guess.joints, size))


def pointing(prior: Tensor) -> Tensor:
    """Sum [N, 2] over the hands that a prior [N, 42, P, P] expects of wrist to middle knuckle."""
    maps = prior.float().unflatten(1, (2, JOINTS_OF_HAND))
    wrist, knuckle = (_place(maps[:, :, joint]) for joint in (WRIST, MIDDLE_BASE))
    known = (wrist[..., 2:] * knuckle[..., 2:]).clamp(max=1)
    return (known * (knuckle - wrist)[..., :2]).sum(1)


def _place(maps: Tensor) -> Tensor:
    """Centre x, y in cells and mass [N, 2, 3] of maps [N, 2, P, P]."""
    cells = torch.arange(maps.shape[-1], dtype=maps.dtype, device=maps.device)
    mass = maps.sum((2, 3))
    centre = torch.stack([maps.sum(2) @ cells, maps.sum(3) @ cells], -1)
    return torch.cat([centre / mass.clamp(min=LEAST_MASS)[..., None], mass[..., None]], -1)
