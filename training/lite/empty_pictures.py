"""Pictures without a hand: how often is one seen there, and is one that is expected given up?

A hand that is believed in for ever is followed long after it has left the picture.
"""

import torch
from torch import Tensor
from torch.nn.functional import interpolate

from handgen.mixture import Mixture
from handgen.samples import make_samples

from .network import INPUT_SIZE, InterNetLite
from .own_prior import PRESENT, to_guess
from .prior import Guess, to_prior
from .prior_noise import TRACKING, simulate
from .shards import to_hands

EMPTY, HANDS = Mixture(scenes=(1, 0, 0, 0, 0)), Mixture(scenes=(0, 0.5, 0.2, 0.15, 0.15))
EMPTY_SEED, HANDS_SEED = 900_001, 900_002
"""Of no pool."""
LOOKS = 6
"""A fifth of a second of a stream: each look is told what the last one saw."""


@torch.no_grad()
def run_empty(network: InterNetLite, count: int) -> dict[str, float]:
    """Shares of `count` x 2 hands that are believed in though none is there: without a guess, and
    after LOOKS looks that began with the guess for another picture."""
    device = next(network.parameters()).device
    pictures, _ = make_samples(EMPTY_SEED, count, EMPTY)
    picture = torch.from_numpy(pictures).permute(0, 3, 1, 2).float().to(device) / 255
    picture = interpolate(picture, size=(INPUT_SIZE, INPUT_SIZE), mode="bilinear")
    others, labels = make_samples(HANDS_SEED, count, HANDS)
    hands = to_hands(labels).scaled(INPUT_SIZE / others.shape[1])
    guess = simulate(hands, INPUT_SIZE, TRACKING, torch.Generator().manual_seed(1))
    told = guess.known.unflatten(1, (2, -1)).amax(2)
    seen = _believed(network, picture, Guess.nothing(count), 1)
    kept = _believed(network, picture, guess, LOOKS)
    return {
        "seen_unguessed": float(seen.mean()),
        "still_seen": float((kept * told).sum() / told.sum()),
    }


def _believed(network: InterNetLite, picture: Tensor, guess: Guess, looks: int) -> Tensor:
    """[N, 2] 0 or 1: hands that the last look takes to be there."""
    for _ in range(looks):
        prior = to_prior(guess, INPUT_SIZE)
        estimate = network(picture, *(tensor.to(picture.device) for tensor in prior.tensors()))
        guess = to_guess(estimate)
    return (estimate.handedness > PRESENT).float().cpu()
