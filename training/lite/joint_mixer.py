"""Joints look at each other: one token per joint, mixed over joints and over channels.

After MLP-Mixer (Tolstikhin et al. 2021). The joints are always the same 42 in the same order, so
plain matrices over them can learn what a skeleton is: bone lengths, which finger hides which, and
how far one hand lies behind the other. Costs 2 % of the network.
"""

from torch import Tensor, nn

from .hands import JOINTS


def perceptron(*widths: int) -> nn.Sequential:
    into, hidden, out = widths
    return nn.Sequential(nn.Linear(into, hidden), nn.ReLU(True), nn.Linear(hidden, out))


class MixerBlock(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.before_joints = nn.LayerNorm(channels)
        self.over_joints = perceptron(JOINTS, 2 * JOINTS, JOINTS)
        self.before_channels = nn.LayerNorm(channels)
        self.over_channels = perceptron(channels, 2 * channels, channels)

    def forward(self, tokens: Tensor) -> Tensor:
        """[N, 42, C] to the same."""
        mixed = self.over_joints(self.before_joints(tokens).transpose(1, 2)).transpose(1, 2)
        tokens = tokens + mixed
        return tokens + self.over_channels(self.before_channels(tokens))
