"""The backbone of MediaPipe's hand landmark network (full), with its weights.

The weights lie in hand_landmark_full.tflite of npm's @mediapipe/hands 0.4.1675469240,
Copyright The MediaPipe Authors, Apache-2.0. The graph is an EfficientNet-B0 without squeeze and
excitation, with ReLU6 and BatchNorm folded in: 2.7 M parameters, 0.24 GMAC at 192 px.
It knows hands of about 140 px at its input: fed at 128 px it cannot tell left from right
(../shared/training-notes.md, 3).
"""

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d, pad, relu6

from .tflite import CONV_2D, DEPTHWISE_CONV_2D, FULLY_CONNECTED, TfliteModel, read_tflite

FEATURES = 1152
"""Channels of what is averaged over the picture at the end."""
STEM = 24


class Block(NamedTuple):
    wide: int
    out: int
    kernel: int
    stride: int


STAGE_4 = [Block(64, 24, 3, 2), Block(144, 24, 3, 1)]
STAGE_8 = [Block(144, 40, 5, 2), Block(240, 40, 5, 1)]
STAGE_16 = [Block(240, 80, 3, 2), *[Block(480, 80, 3, 1)] * 2]
STAGE_16 += [Block(480, 112, 5, 1), *[Block(672, 112, 5, 1)] * 2]
STAGE_32 = [Block(672, 192, 5, 2), *[Block(1152, 192, 5, 1)] * 3]
CHANNELS_8, CHANNELS_16, CHANNELS_32 = 40, 112, 192


class SameConv(nn.Conv2d):
    """A convolution with TensorFlow's SAME padding.

    An even picture at stride 2 gets one row less before than behind it: k = 3 pads 0 and 1, k = 5
    pads 1 and 2. PyTorch's symmetric padding would shift every feature map by half a step.
    """

    def __init__(self, into: int, out: int, kernel: int, stride: int = 1, groups: int = 1):
        super().__init__(into, out, kernel, stride, groups=groups)

    def forward(self, x: Tensor) -> Tensor:
        (kernel, _), (stride, _), size = self.kernel_size, self.stride, int(x.shape[-1])
        missing = max(0, (-(-size // stride) - 1) * stride + kernel - size)
        before, after = missing // 2, missing - missing // 2
        uneven = after - before
        x = pad(x, (0, uneven, 0, uneven)) if uneven else x
        return conv2d(x, self.weight, self.bias, stride, before, 1, self.groups)


class InvertedResidual(nn.Module):
    """Widen, look around depthwise, narrow; added to what came in where shapes agree."""

    def __init__(self, into: int, block: Block):
        super().__init__()
        self.widen = SameConv(into, block.wide, 1)
        self.around = SameConv(block.wide, block.wide, block.kernel, block.stride, block.wide)
        self.narrow = SameConv(block.wide, block.out, 1)
        self.adds = block.stride == 1 and into == block.out

    def forward(self, x: Tensor) -> Tensor:
        y = self.narrow(relu6(self.around(relu6(self.widen(x)))))
        return x + y if self.adds else y


def _stage(into: int, blocks: list[Block]) -> nn.Sequential:
    channels = [into, *(block.out for block in blocks)]
    return nn.Sequential(*map(InvertedResidual, channels, blocks))


class MediaPipeBackbone(nn.Module):
    """RGB [N, 3, S, S] in 0..1 to feature maps. S is a multiple of 32."""

    def __init__(self):
        super().__init__()
        self.stem = SameConv(3, STEM, 3, 2)
        self.stem_around = SameConv(STEM, STEM, 3, groups=STEM)
        self.stem_narrow = SameConv(STEM, 16, 1)
        self.stage_4 = _stage(16, STAGE_4)
        self.stage_8 = _stage(24, STAGE_8)
        self.stage_16 = _stage(CHANNELS_8, STAGE_16)
        self.stage_32 = _stage(CHANNELS_16, STAGE_32)
        self.widen = SameConv(CHANNELS_32, FEATURES, 1)
        self.around = SameConv(FEATURES, FEATURES, 3, groups=FEATURES)

    def to_stride_4(self, image: Tensor) -> Tensor:
        """Edges and colours [N, 24, S/4, S/4], as MediaPipe trained them: early_features.py."""
        x = relu6(self.stem_around(relu6(self.stem(image))))
        return self.stage_4(self.stem_narrow(x))

    def from_stride_8(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Maps at strides 16 [N, 112, ...] and 32 [N, 192, ...], and their average [N, 1152]."""
        at_16 = self.stage_16(x)
        at_32 = self.stage_32(at_16)
        return at_16, at_32, relu6(self.around(relu6(self.widen(at_32)))).mean((2, 3))


def load_mediapipe(backbone: MediaPipeBackbone, path: Path) -> dict[str, tuple[Tensor, Tensor]]:
    """Fills the backbone with MediaPipe's weights.

    Returns its four linear heads by tensor name: weight [out, 1152] and bias [out].
    Raises ValueError where the file holds another network.
    """
    model = read_tflite(path)
    convolutions = [op for op in model.operators if op.code in (CONV_2D, DEPTHWISE_CONV_2D)]
    layers = [layer for layer in backbone.modules() if isinstance(layer, SameConv)]
    if len(layers) != len(convolutions):
        raise ValueError(f"{path.name} has {len(convolutions)} convolutions, not {len(layers)}")
    # Modules are declared in the order they run, as the operators of the file are.
    for layer, operator in zip(layers, convolutions):
        _, weight, bias = operator.inputs
        # TFLite: [out, height, width, in], depthwise [1, height, width, out].
        order = (0, 3, 1, 2) if operator.code == CONV_2D else (3, 0, 1, 2)
        values = torch.from_numpy(model.weights(weight)).permute(order)
        if values.shape != layer.weight.shape:
            raise ValueError(
                f"{path.name}: {tuple(values.shape)} is not {tuple(layer.weight.shape)}"
            )
        with torch.no_grad():
            layer.weight.copy_(values)
            layer.bias.copy_(torch.from_numpy(model.weights(bias)))
    return _heads(model)


def _heads(model: TfliteModel) -> dict[str, tuple[Tensor, Tensor]]:
    def tensor(index):
        return torch.from_numpy(model.weights(index))

    return {
        model.tensors[op.outputs[0]].name: (tensor(op.inputs[1]), tensor(op.inputs[2]))
        for op in model.operators
        if op.code == FULLY_CONNECTED
    }
