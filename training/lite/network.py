"""InterNet-Lite: handedness, two hands in 2.5D and the depth between them, in 0.4 GMAC.

What it answers is InterNet's (Moon et al., ECCV 2020, section 4): per-hand 2.5D joints, handedness,
and the relative root depth as a 1-D distribution read by soft-argmax. How: a mobile backbone, 2-D
heatmaps instead of 3-D ones with depth read off per joint, and a prior on where the joints are,
by which the picture is first turned upright.
"""

from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from .decoder import PRIOR_CHANNELS, Decoder, prior_channels
from .hands import Estimate
from .heads import CONTEXT, Heads, RawOutput
from .mediapipe_backbone import CHANNELS_8, FEATURES, MediaPipeBackbone, load_mediapipe
from .prior import PRIOR_SIZE
from .quarter_turn import QuarterTurn, pointing
from .root_depth import soft_argmax

INPUT_SIZE = 8 * PRIOR_SIZE
"""S: px along each side of the input picture, 192 (mediapipe_backbone.py says why no less)."""


class InterNetLite(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = MediaPipeBackbone()
        # Starts at zero: with or without a prior, MediaPipe's features are at first its own.
        self.prior_to_backbone = nn.Conv2d(PRIOR_CHANNELS, CHANNELS_8, 1, bias=False)
        nn.init.zeros_(self.prior_to_backbone.weight)
        self.to_context = nn.Sequential(nn.Linear(FEATURES, CONTEXT), nn.ReLU(True))
        self.decoder = Decoder(CONTEXT)
        self.heads = Heads()

    def forward(
        self, image: Tensor, prior: Tensor, prior_depth: Tensor, prior_relative_depth: Tensor
    ) -> Estimate:
        """`image` [N, 3, S, S], RGB in 0..1; the rest as in prior.py."""
        turn = QuarterTurn.upright(pointing(prior))
        early = self.backbone.to_stride_4(turn.maps(image))
        raw = self.from_stride_4(early, turn.maps(prior), prior_depth, prior_relative_depth)
        estimate = to_estimate(raw)
        return replace(estimate, joints=turn.points_back(estimate.joints, INPUT_SIZE))

    def from_stride_4(
        self, early: Tensor, prior: Tensor, prior_depth: Tensor, prior_relative_depth: Tensor
    ) -> RawOutput:
        """Goes on from the features [N, 24, S/4, S/4] of the backbone's first layers; all in the
        turned picture."""
        expected = prior_channels(prior, prior_depth)
        at_8 = self.backbone.stage_8(early) + self.prior_to_backbone(expected)
        at_16, at_32, whole = self.backbone.from_stride_8(at_8)
        context = self.to_context(whole)
        features = self.decoder(at_8, at_16, at_32, context, expected)
        # Probabilities of a few thousandths, weighted with pixels and millimetres, need the digits.
        with torch.autocast(early.device.type, enabled=False):
            inputs = features, whole, context, prior, prior_depth, prior_relative_depth
            return self.heads(*(tensor.float() for tensor in inputs))

    def start_from_mediapipe(self, tflite: Path) -> None:
        """Takes the backbone's and the handedness head's weights from hand_landmark_full.tflite."""
        heads = load_mediapipe(self.backbone, tflite)
        [(weight, bias)] = [head for name, head in heads.items() if "conv_handedness" in name]
        with torch.no_grad():
            # On an unmirrored picture it says how likely the hand is a right one.
            self.heads.mediapipe_handedness.weight.copy_(weight)
            self.heads.mediapipe_handedness.bias.copy_(bias)


def to_estimate(raw: RawOutput) -> Estimate:
    """Cells to px of the input, logits to probabilities."""
    xy = (raw.joints[..., :2] + 0.5) * (INPUT_SIZE / PRIOR_SIZE) - 0.5
    return Estimate(
        joints=torch.cat([xy, raw.joints[..., 2:]], -1),
        joint_score=raw.score.sigmoid(),
        handedness=raw.handedness.sigmoid(),
        relative_depth=soft_argmax(raw.root)[:, None],
    )
