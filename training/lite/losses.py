"""What the network is punished for: L_h, L_pose and L_rel of InterNet (Moon et al. 2020, 4.5), and
what the trial found to be needed besides (../shared/training-notes.md, 3): cross-entropy to
Gaussians, without which soft-argmax barely learns, and where the palms face, which tells the sides
apart. What is not there gives no gradient.
"""

from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cosine_similarity

from .hands import JOINTS_OF_HAND, MIRRORED, Hands
from .heads import RawOutput
from .network import INPUT_SIZE
from .prior import PRIOR_SIZE
from .root_depth import ROOT_EXTENT_MM, depth_gaussian, soft_argmax

HEATMAP_SIGMA, ROOT_SIGMA = 1.2, 2.0
"""Of the Gaussians that heatmaps and root distribution should be: cells, bins."""
RIGHT_CELLS, RIGHT_MM = 0.05 * PRIOR_SIZE, 20
"""A joint counts as right, for its score, within 5 % of the picture's side and 20 mm of depth."""
WEIGHTS = {
    "heatmap": 1.0,
    "coarse": 0.5,
    "xy": 1.0,
    "depth": 1.0,
    "root": 0.5,
    "root_bins": 0.2,
    "handedness": 1.0,
    "palm": 0.5,
    "score": 0.2,
}


@dataclass(frozen=True)
class Targets:
    hands: Hands
    """In px of the input."""
    taught: Tensor
    """[N, 42] 0 or 1: joints that the output of that index is taught."""


def targets_of(hands: Hands) -> Targets:
    return Targets(hands, hands.joint_present)


def side_agnostic(hands: Hands) -> Targets:
    """Where one hand is there, both outputs are taught it.

    Until left and right are told apart, a network that must choose learns nothing of the rest.
    """
    [single] = (hands.present.sum(1, keepdim=True) == 1).unsqueeze(0)
    copied = single & (hands.present == 0)
    joint_copied = copied.repeat_interleave(JOINTS_OF_HAND, 1)
    joints = torch.where(joint_copied[..., None], hands.joints[:, MIRRORED], hands.joints)
    return Targets(replace(hands, joints=joints), hands.joint_present + joint_copied)


def losses(raw: RawOutput, targets: Targets) -> dict[str, Tensor]:
    """The terms by name, each a scalar around 1 once training is under way; unweighted."""
    hands, taught = targets.hands, targets.taught
    xy = (hands.joints[..., :2] + 0.5) * (PRIOR_SIZE / INPUT_SIZE) - 0.5
    inside = ((xy > -0.5) & (xy < PRIOR_SIZE - 0.5)).all(-1) * taught
    both = hands.present.prod(1) * (hands.relative_depth.abs() < ROOT_EXTENT_MM / 2)
    off = (raw.joints[..., :2] - xy).abs()
    depth_off = (raw.joints[..., 2] - hands.joints[..., 2]).abs()
    root_off = (soft_argmax(raw.root) - hands.relative_depth).abs()
    right = (off.amax(-1) < RIGHT_CELLS) & (depth_off < RIGHT_MM) & (taught > 0)
    away = 1 - cosine_similarity(raw.palm, hands.palm, dim=-1)
    score = binary_cross_entropy_with_logits(raw.score, right.float(), reduction="none")
    return {
        "heatmap": _mean(_heatmap_entropy(raw.heatmap, xy), inside),
        "coarse": _mean((raw.coarse - xy).abs().sum(-1), inside),
        "xy": _mean(off.sum(-1), inside),
        "depth": _mean(depth_off / 10, taught),
        "root": _mean(root_off / 10, both),
        "root_bins": _mean(_root_entropy(raw.root, hands.relative_depth), both),
        "handedness": binary_cross_entropy_with_logits(raw.handedness, hands.present),
        "palm": _mean(away, hands.present),
        # Of a hand that is not there no joint is right.
        "score": score.mean(),
    }


def total(terms: dict[str, Tensor]) -> Tensor:
    return torch.stack([WEIGHTS[name] * term for name, term in terms.items()]).sum()


def _heatmap_entropy(logits: Tensor, xy: Tensor) -> Tensor:
    """Cross-entropy [N, 42] of heatmaps [N, 42, P, P] to Gaussians at `xy` in cells."""
    grid = torch.arange(PRIOR_SIZE, device=xy.device, dtype=xy.dtype)
    distance = (grid - xy[..., None]) / HEATMAP_SIGMA
    x, y = (-(distance * distance) / 2).softmax(-1).unbind(-2)
    log = logits.flatten(2).log_softmax(-1).view_as(logits)
    return -(torch.matmul(log, x[..., None])[..., 0] * y).sum(-1)


def _root_entropy(logits: Tensor, depth: Tensor) -> Tensor:
    gaussian = depth_gaussian(depth, ROOT_SIGMA)
    gaussian = gaussian / gaussian.sum(-1, keepdim=True).clamp(min=1e-6)
    return -(logits.log_softmax(-1) * gaussian).sum(-1)


def _mean(values: Tensor, mask: Tensor) -> Tensor:
    """Over what the mask holds; what lies outside it may even be infinite."""
    return torch.where(mask > 0, values, 0).sum() / mask.sum().clamp(min=1)
