"""The network's own answer as its next guess, as in a stream."""

import torch
from torch import Tensor

from .hands import JOINTS_OF_HAND, Estimate
from .network import INPUT_SIZE, InterNetLite, to_estimate
from .prior import Guess, Prior, to_prior

PRESENT = 0.5
"""Handedness above which a hand is taken to be there."""
DRIFT = 0.02
"""How far a hand moves from frame to frame beyond what its velocity foretold: share of the side."""
MOST_ROUNDS = 3
"""Errors grow from frame to frame: a guess has come through so many looks at most."""


def to_guess(estimate: Estimate) -> Guess:
    """An estimate, of this very picture or moved to it, as the guess for it."""
    present = (estimate.handedness > PRESENT).to(estimate.joints.dtype)
    known = present.repeat_interleave(JOINTS_OF_HAND, 1)
    return Guess(estimate.joints, known, known, estimate.relative_depth[:, 0], present.prod(1))


@torch.no_grad()
def own_guess(network: InterNetLite, early: Tensor, prior: Prior, random: torch.Generator) -> Guess:
    """What the network says of pictures with these early features, each hand shifted a little."""
    estimate = to_estimate(network.from_stride_4(early, *prior.tensors()))
    guess = to_guess(estimate)
    size = (len(early), 2, 1, 2)
    shift = torch.randn(size, generator=random, device=early.device) * DRIFT * INPUT_SIZE
    joints = guess.joints.clone()
    joints[..., :2] += shift.expand(-1, -1, JOINTS_OF_HAND, -1).flatten(1, 2)
    return Guess(
        joints, guess.known, guess.depth_known, guess.relative_depth, guess.relative_depth_known
    )


def with_own_guesses(
    network: InterNetLite, early: Tensor, guess: Guess, share: float, random: torch.Generator
) -> Prior:
    """The prior of `guess`; for the first `share` of samples, of what the network makes of it in one
    look or several, each with the last one's answer for its guess."""
    prior = to_prior(guess, INPUT_SIZE)
    count = round(len(early) * share)
    if count == 0:
        return prior
    first = Prior(*(tensor[:count] for tensor in prior.tensors()))
    rounds = torch.randint(1, MOST_ROUNDS + 1, (1,), generator=random, device=random.device)
    for _ in range(int(rounds)):
        first = to_prior(own_guess(network, early[:count], first, random), INPUT_SIZE)
    pairs = zip(first.tensors(), prior.tensors())
    return Prior(*(torch.cat([new, old[count:]]) for new, old in pairs))
