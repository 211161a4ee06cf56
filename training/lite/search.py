"""Pictures of which nothing is known, for as many looks as they need.

The network knows upright hands best, and turns pictures upright by their prior. Without one it is
shown the picture from its four sides; the answer whose joints it believes in most is looked at
again, each time with the last answer for its prior.
"""

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from .hands import JOINTS_OF_HAND, Estimate
from .network import INPUT_SIZE, InterNetLite
from .own_prior import to_guess
from .prior import Guess, to_prior
from .quarter_turn import QuarterTurn

Look = Callable[[InterNetLite, Tensor], Estimate]
"""What is done about pictures [N, 3, S, S] of which nothing is known: `look_once`, `search`."""
LOOKS = 3
"""After the four; more change little (runs.md)."""


@torch.no_grad()
def look_once(network: InterNetLite, picture: Tensor) -> Estimate:
    """Of pictures [N, 3, S, S] in 0..1, as they stand."""
    return network(picture, *_tensors(Guess.nothing(len(picture)), picture.device))


@torch.no_grad()
def search(network: InterNetLite, picture: Tensor) -> Estimate:
    """Likewise, in seven looks."""
    estimate = _surest([_turned(network, picture, *sides) for sides in _FOUR])
    for _ in range(LOOKS):
        estimate = network(picture, *_tensors(to_guess(estimate), picture.device))
    return estimate


_FOUR = [(False, False), (True, False), (False, True), (True, True)]


def _turned(network: InterNetLite, picture: Tensor, quarter: bool, half: bool) -> Estimate:
    flags = torch.ones(len(picture), dtype=torch.bool, device=picture.device)
    turn = QuarterTurn(flags & quarter, flags & half)
    estimate = look_once(network, turn.maps(picture))
    return replace(estimate, joints=turn.points_back(estimate.joints, INPUT_SIZE))


def _surest(estimates: list[Estimate]) -> Estimate:
    """Of each picture the one that is believed in most."""
    best = torch.stack([_belief(estimate) for estimate in estimates]).argmax(0)
    parts = zip(*(vars(estimate).values() for estimate in estimates))
    each = torch.arange(len(best), device=best.device)
    return Estimate(*(torch.stack(part)[best, each] for part in parts))


def _belief(estimate: Estimate) -> Tensor:
    """How many joints [N] are believed to be right; of a hand half believed in, a quarter. So
    chosen, fewest sides are swapped (256 held-out pictures; runs.md)."""
    scores = estimate.joint_score.unflatten(1, (2, JOINTS_OF_HAND)).sum(2)
    return (scores * estimate.handedness**2).sum(1)


def _tensors(guess: Guess, device: torch.device) -> list[Tensor]:
    return [tensor.to(device) for tensor in to_prior(guess, INPUT_SIZE).tensors()]
