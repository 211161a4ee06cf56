"""Depthwise convolutions of very small maps as one matrix a channel.

ONNX Runtime lays each channel of a depthwise convolution out as a matrix of its own, on one thread:
on maps of 6 x 6 that takes three times as long as multiplying each by all of its weights
(docs/performance.md).
"""

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d

from .mediapipe_backbone import MediaPipeBackbone
from .network import INPUT_SIZE

SIDE = INPUT_SIZE // 32
"""Of the maps at stride 32."""


class MapMatrix(nn.Module):
    """What a depthwise convolution of stride 1 does to maps [N, C, side, side]."""

    def __init__(self, convolution: nn.Conv2d, side: int):
        super().__init__()
        self.channels, self.side = convolution.out_channels, side
        self.weight, self.bias = convolution.weight, convolution.bias
        self.register_buffer("spread", _spread(convolution.kernel_size[0], side))

    def forward(self, x: Tensor) -> Tensor:
        channels, side, cells = self.channels, self.side, self.side * self.side
        # Both factors are constant: a runtime multiplies them once, when it opens the file. Not as
        # half floats, for which ONNX Runtime has no such product on a CPU.
        matrix = self.weight.reshape(channels, -1).float() @ self.spread.float()
        matrix = matrix.to(x.dtype).reshape(channels, cells, cells)
        maps = x.reshape(-1, channels, 1, cells) @ matrix
        return maps.reshape(-1, channels, side, side) + self.bias.reshape(channels, 1, 1)


def _spread(kernel: int, side: int) -> Tensor:
    """[kernel², cells²] 0 or 1: by which weight one cell counts in another."""
    cells, weights = side * side, kernel * kernel
    each = torch.eye(cells).view(cells, 1, side, side)
    # Of a picture with a single 1, what each weight alone would give.
    alone = conv2d(each, torch.eye(weights).view(weights, 1, kernel, kernel), padding=kernel // 2)
    return alone.transpose(0, 1).reshape(weights, cells * cells)


def spread_small_maps(backbone: MediaPipeBackbone) -> None:
    """Replaces the backbone's depthwise convolutions at stride 32, in place."""
    for block in backbone.stage_32[1:]:
        block.around = MapMatrix(block.around, SIDE)
    backbone.around = MapMatrix(backbone.around, SIDE)
