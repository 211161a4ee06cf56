"""From the backbone's maps back to stride 8, where the prior enters a second time."""

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from .hands import JOINTS
from .mediapipe_backbone import CHANNELS_8, CHANNELS_16, CHANNELS_32

WIDE, NARROW = 128, 96
"""Channels at strides 32 and 16, and at stride 8."""
PRIOR_CHANNELS = 3 * JOINTS


def prior_channels(prior: Tensor, prior_depth: Tensor) -> Tensor:
    """[N, 126, P, P]: per joint where it is expected, its depth there (dm), and 1 if known."""
    value, known = (part[..., None, None] for part in prior_depth.unbind(-1))
    return torch.cat([prior, prior * (value / 100), prior * known], 1)


def _conv(into: int, out: int) -> nn.Sequential:
    layers = nn.Conv2d(into, out, 3, padding=1, bias=False), nn.BatchNorm2d(out), nn.ReLU(True)
    return nn.Sequential(*layers)


class Decoder(nn.Module):
    """A feature pyramid: each step doubles the map and adds what the backbone saw there."""

    def __init__(self, context: int):
        super().__init__()
        self.context = nn.Linear(context, WIDE)
        self.from_32 = nn.Conv2d(CHANNELS_32, WIDE, 1)
        self.from_16 = nn.Conv2d(CHANNELS_16, WIDE, 1)
        self.at_16 = _conv(WIDE, WIDE)
        self.narrow = nn.Conv2d(WIDE, NARROW, 1)
        self.from_8 = nn.Conv2d(CHANNELS_8, NARROW, 1)
        self.from_prior = nn.Conv2d(PRIOR_CHANNELS, NARROW, 1, bias=False)
        self.at_8 = nn.Sequential(_conv(NARROW, NARROW), _conv(NARROW, NARROW))
        nn.init.normal_(self.from_prior.weight, std=0.1)

    def forward(
        self, at_8: Tensor, at_16: Tensor, at_32: Tensor, context: Tensor, prior: Tensor
    ) -> Tensor:
        """Features [N, 96, S/8, S/8]; `prior` is what prior_channels gives."""
        x = self.from_32(at_32) + self.context(context)[..., None, None]
        x = self.at_16(_double(x) + self.from_16(at_16))
        x = _double(self.narrow(x)) + self.from_8(at_8) + self.from_prior(prior)
        return self.at_8(x)


def _double(x: Tensor) -> Tensor:
    return interpolate(x, scale_factor=2.0, mode="nearest")
