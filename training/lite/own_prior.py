"""The network's own answer as its next guess, as in a stream."""

from dataclasses import replace

import torch
from torch import Tensor

from .hands import JOINTS_OF_HAND, Estimate
from .network import INPUT_SIZE
from .prior import Guess

PRESENT = 0.5
"""Handedness above which a hand is taken to be there."""
DRIFT, DRIFT_SPREAD = 0.025, 0.8
"""How far a hand moves from frame to frame beyond what its velocity foretold: standard deviation as
a share of the side, and of the logarithm of a factor on it; some movements are sudden."""


def to_guess(estimate: Estimate) -> Guess:
    """An estimate, of this very picture or moved to it, as the guess for it."""
    present = (estimate.handedness > PRESENT).to(estimate.joints.dtype)
    known = present.repeat_interleave(JOINTS_OF_HAND, 1)
    return Guess(estimate.joints, known, known, estimate.relative_depth[:, 0], present.prod(1))


def drifted(guess: Guess, random: torch.Generator) -> Guess:
    """Each hand shifted a little, now and then by much."""

    def draw(*shape: int) -> Tensor:
        size = (len(guess.joints), 2, 1, *shape)
        return torch.randn(size, generator=random, device=random.device)

    factor = DRIFT * INPUT_SIZE * torch.exp(DRIFT_SPREAD * draw(1))
    joints = guess.joints.clone()
    joints[..., :2] += (factor * draw(2)).expand(-1, -1, JOINTS_OF_HAND, -1).flatten(1, 2)
    return replace(guess, joints=joints)
