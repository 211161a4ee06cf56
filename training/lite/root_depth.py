"""The relative root depth as a distribution over bins, after InterNet (Moon et al. 2020, 4.3)."""

import torch
from torch import Tensor

ROOT_BINS, ROOT_EXTENT_MM = 64, 800
"""Bins, and what they span: ±400 mm, twice InterNet's; hands of one person go beyond its ±200."""
BIN_MM = ROOT_EXTENT_MM / ROOT_BINS


def bin_depths(like: Tensor) -> Tensor:
    """[64] mm, the middle of each bin."""
    bins = torch.arange(ROOT_BINS, device=like.device, dtype=torch.float32)
    return (bins + 0.5) * BIN_MM - ROOT_EXTENT_MM / 2


def soft_argmax(logits: Tensor) -> Tensor:
    """[N, 64] to mm [N]."""
    return (logits.softmax(-1) * bin_depths(logits)).sum(-1)


def depth_gaussian(depth: Tensor, sigma_bins: float) -> Tensor:
    """[N] mm to [N, 64]: a Gaussian of height 1 over the bins."""
    distance = (bin_depths(depth) - depth[:, None]) / BIN_MM
    return torch.exp(-(distance * distance) / (2 * sigma_bins**2))
