"""What is read off the feature map: heatmaps, then one token per joint, then the answers."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from .decoder import NARROW
from .hands import JOINTS, JOINTS_OF_HAND
from .joint_mixer import MixerBlock, perceptron
from .mediapipe_backbone import FEATURES
from .prior import PRIOR_SIZE
from .root_depth import ROOT_BINS, depth_gaussian

CONTEXT, TOKEN, MIXERS = 128, 128, 3
SEEN, EXPECTED = NARROW + 3, NARROW + 5
"""Of a token: features, x, y and peak where the joint is seen; features, x, y, known, depth, known
where it was expected."""
ROOT_PRIOR_SIGMA = 2.0
"""Bins of 12.5 mm."""
TRUST = 6.0
"""At first a certain prior adds this to a logit: a joint's cell, the relative depth's bin."""


class RawOutput(NamedTuple):
    """What the losses need; network.py makes an Estimate of it."""

    heatmap: Tensor
    """[N, 42, P, P] logits."""
    coarse: Tensor
    """[N, 42, 2]: x, y by soft-argmax of the heatmap, cells."""
    joints: Tensor
    """[N, 42, 3]: x, y in cells, z in mm behind the own wrist."""
    score: Tensor
    """[N, 42] logits."""
    handedness: Tensor
    """[N, 2] logits: right, left."""
    root: Tensor
    """[N, 64] logits: how far the left wrist lies behind the right one."""
    palm: Tensor
    """[N, 2, 3]: where each palm faces, of any length; for training alone."""


class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.to_heatmap = nn.Conv2d(NARROW, JOINTS, 1)
        nn.init.normal_(self.to_heatmap.weight, std=0.02)
        self.trust = nn.Parameter(torch.full((JOINTS, 1), TRUST))
        self.to_token = nn.Linear(SEEN + EXPECTED, TOKEN)
        self.context_to_token = nn.Linear(CONTEXT, TOKEN)
        self.joint_token = nn.Parameter(torch.randn(JOINTS, TOKEN) * 0.02)
        blocks = (MixerBlock(TOKEN) for _ in range(MIXERS))
        self.mixers = nn.Sequential(*blocks, nn.LayerNorm(TOKEN))
        self.to_joint = nn.Linear(TOKEN, 4)
        nn.init.normal_(self.to_joint.weight, std=0.01)
        nn.init.zeros_(self.to_joint.bias)
        self.to_palm = nn.Linear(TOKEN, 3)
        self.mediapipe_handedness = nn.Linear(FEATURES, 1)
        self.to_handedness = perceptron(CONTEXT + 2 * TOKEN, 64, 2)
        self.to_root = perceptron(CONTEXT + 2 * TOKEN + 2, 128, ROOT_BINS)
        self.root_trust = nn.Parameter(torch.tensor(TRUST))
        self.register_buffer("cells", torch.arange(PRIOR_SIZE, dtype=torch.float32), False)

    def forward(
        self,
        features: Tensor,
        whole: Tensor,
        context: Tensor,
        prior: Tensor,
        prior_depth: Tensor,
        prior_relative_depth: Tensor,
    ) -> RawOutput:
        """Features [N, 96, P, P], the backbone's average [N, 1152], the context made of it."""
        expected = prior.flatten(2)
        heatmap = self.to_heatmap(features).flatten(2) + self.trust * expected
        probability = heatmap.softmax(-1)
        coarse = self._centre(probability)
        at_cells = features.flatten(2).transpose(1, 2)
        token = [*self._seen(probability, coarse, at_cells), *self._guess(expected, at_cells)]
        token = torch.cat([*token, _unit(prior_depth)], -1)
        tokens = self.to_token(token) + self.joint_token + self.context_to_token(context)[:, None]
        tokens = self.mixers(tokens)
        offset, depth, score = self.to_joint(tokens).split([2, 1, 1], -1)

        hands = tokens.unflatten(1, (2, JOINTS_OF_HAND)).mean(2)
        both = torch.cat([context, hands.flatten(1)], 1)
        right = self.mediapipe_handedness(whole)
        last, known = prior_relative_depth.unbind(-1)
        believed = depth_gaussian(last, ROOT_PRIOR_SIGMA) * known[:, None]
        root = self.to_root(torch.cat([both, _unit(prior_relative_depth)], 1))
        return RawOutput(
            heatmap=heatmap.unflatten(-1, (PRIOR_SIZE, PRIOR_SIZE)),
            coarse=coarse,
            joints=torch.cat([coarse + offset, depth * 100], -1),
            score=score[..., 0],
            handedness=self.to_handedness(both) + torch.cat([right, -right], 1),
            root=root + self.root_trust * believed,
            palm=self.to_palm(hands),
        )

    def _seen(self, probability: Tensor, coarse: Tensor, at_cells: Tensor) -> list[Tensor]:
        peak = (probability * probability).sum(-1, keepdim=True)
        return [probability @ at_cells, coarse / PRIOR_SIZE, peak]

    def _guess(self, expected: Tensor, at_cells: Tensor) -> list[Tensor]:
        mass = expected.sum(-1, keepdim=True)
        # A whole Gaussian weighs 14; one that begins outside the picture still counts in part.
        known = mass.clamp(max=1)
        share = expected / mass.clamp(min=1)
        return [share @ at_cells, self._centre(share) / PRIOR_SIZE, known]

    def _centre(self, probability: Tensor) -> Tensor:
        """Mean x, y [N, 42, 2] in cells of distributions over cells [N, 42, P * P]."""
        square = probability.unflatten(-1, (PRIOR_SIZE, PRIOR_SIZE))
        return torch.stack([square.sum(2) @ self.cells, square.sum(3) @ self.cells], -1)


def _unit(depth_and_flag: Tensor) -> Tensor:
    """[..., 2] mm and flag to dm and flag: numbers around 1."""
    return depth_and_flag * depth_and_flag.new_tensor([0.01, 1])
