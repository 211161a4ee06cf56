"""Guesses as a stream really makes them: a little old, a little off, at times quite wrong."""

from dataclasses import dataclass

import torch
from torch import Tensor

from .hands import JOINTS, JOINTS_OF_HAND, MIDDLE_BASE, WRIST, Hands
from .prior import Guess
from .prior_faults import NO_FAULTS, Faults, gone_wrong, with_phantoms

MOST_SCALE = 1.5
"""A hand that is laid over another grows by no more: one seen from its fingertips has no length."""


@dataclass(frozen=True)
class PriorNoise:
    """How far guesses are off, and how often they are wrong altogether. Lengths in shares of the
    picture's side; angles in radians; each is a standard deviation unless it says otherwise."""

    shift: float = 0.025
    scale: float = 0.05
    turn: float = 0.08
    joint: float = 0.015
    depth_mm: float = 8.0
    depth_tilt: float = 0.12
    """mm of depth per px from the wrist."""
    root_mm: float = 15.0
    spread: float = 0.7
    """Of the logarithm of a factor on all of the above, drawn per sample."""
    lag: float = 0.35
    """At most this share of another pose of the hand remains in it."""
    joint_lost: float = 0.04
    depth_unknown: float = 0.35
    root_unknown: float = 0.4
    faults: Faults = Faults()


TRACKING = PriorNoise(depth_unknown=0, root_unknown=0, faults=NO_FAULTS)
"""As while all is well: for held-out stills with a prior."""


def stream(nothing: float) -> PriorNoise:
    """As in training, with a share of samples without any guess."""
    return PriorNoise(faults=Faults(nothing=nothing))


def simulate(hands: Hands, size: int, noise: PriorNoise, random: torch.Generator) -> Guess:
    """A guess for each sample. `size`: px of the picture; `random` must be on the hands' device."""
    draw = _Draws(len(hands), random, noise.spread)
    joints = _perturbed(hands, size, noise, draw)
    guess = Guess(
        joints=joints,
        known=hands.joint_present * (draw.uniform(JOINTS) >= noise.joint_lost),
        depth_known=(draw.uniform(1) >= noise.depth_unknown).float() * hands.joint_present,
        relative_depth=hands.relative_depth + noise.root_mm * draw.factor * draw.normal(1)[:, 0],
        relative_depth_known=hands.present.prod(1) * (draw.uniform(1)[:, 0] >= noise.root_unknown),
    )
    guess = with_phantoms(guess, hands.present, noise.faults.phantom, random)
    return gone_wrong(guess, noise.faults, random)


class _Draws:
    """Random numbers for N samples, and the factor by which each sample is off."""

    def __init__(self, count: int, random: torch.Generator, spread: float):
        self.count, self.random = count, random
        self.factor = torch.exp(spread * self.normal(1))[:, 0]

    def normal(self, *shape: int) -> Tensor:
        size = (self.count, *shape)
        return torch.randn(size, generator=self.random, device=self.random.device)

    def uniform(self, *shape: int) -> Tensor:
        return torch.rand((self.count, *shape), generator=self.random, device=self.random.device)


def _perturbed(hands: Hands, size: int, noise: PriorNoise, draw: _Draws) -> Tensor:
    factor = draw.factor.view(-1, 1, 1, 1)
    pose = hands.joints.unflatten(1, (2, JOINTS_OF_HAND))
    pose = _lagging(pose, hands.present, noise.lag * draw.uniform(2, 1, 1))
    xy, depth = pose[..., :2], pose[..., 2]
    centre = xy.mean(2, keepdim=True)
    x, y = ((xy - centre) * (1 + noise.scale * factor * draw.normal(2, 1, 1))).unbind(-1)
    angle = noise.turn * factor[..., 0] * draw.normal(2, 1)
    turned = torch.stack([x * angle.cos() - y * angle.sin(), x * angle.sin() + y * angle.cos()], -1)
    shift = noise.shift * draw.normal(2, 1, 2) + noise.joint * draw.normal(2, JOINTS_OF_HAND, 2)
    tilt = ((xy - xy[:, :, [WRIST]]) * (noise.depth_tilt * draw.normal(2, 1, 2))).sum(-1)
    off = tilt + noise.depth_mm * draw.normal(2, JOINTS_OF_HAND)
    depth = depth + off * factor[..., 0]
    moved = centre + turned + shift * size * factor
    return torch.cat([moved, depth[..., None]], -1).flatten(1, 2)


def _lagging(pose: Tensor, present: Tensor, share: Tensor) -> Tensor:
    """Each hand [N, 2, 21, 3] mixed with the next sample's, laid over it at wrist and palm."""
    other, has_other = pose.roll(1, 0), (present * present.roll(1, 0))[..., None, None]
    flat, flat_other = _from_wrist(pose), _from_wrist(other)
    fit = flat[:, :, [MIDDLE_BASE]] / (flat_other[:, :, [MIDDLE_BASE]] + 1e-3)
    fit = fit / (fit.abs() / MOST_SCALE).clamp(min=1)
    xy = torch.view_as_real(flat_other * fit) + pose[:, :, [WRIST], :2]
    laid = torch.cat([xy, other[..., 2:]], -1)
    return pose + share * has_other * (laid - pose)


def _from_wrist(pose: Tensor) -> Tensor:
    """x + iy of [N, 2, 21, 3] from the wrist: a quotient of such numbers turns and scales."""
    return torch.view_as_complex((pose - pose[:, :, [WRIST]])[..., :2].contiguous())
