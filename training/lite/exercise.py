"""What a step learns from: new pictures, and such as come again with the network's last answer for
their guess.

A stream feeds the network its own answers, and errors that each look makes anew add up to something
no simulated guess is like (runs.md: 29 mm become 51 in six looks at one still). Here every picture
goes through such a chain of looks, one a step, and costs no look more than the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .hands import JOINTS_OF_HAND, Estimate, Hands
from .network import INPUT_SIZE
from .own_prior import PRESENT, drifted, to_guess
from .prior import Guess, joined
from .prior_faults import one_forgotten

ASTRAY = 0.15
"""Of the picture's side: hands that are this far off are no longer followed."""
MISSED_AGAIN = 0.5
"""Of the samples whose one hand is followed and the other one not seen, so many come again."""
FORGOTTEN = 0.15
"""Of those that come again with two hands, in so many one is forgotten, as if it had been lost."""


@dataclass(frozen=True)
class Exercise:
    early: Tensor
    """[N, 24, S/4, S/4]: the pictures, as the backbone's first layers see them."""
    hands: Hands
    guess: Guess

    def __len__(self) -> int:
        return len(self.early)

    def joined(self, other: Exercise) -> Exercise:
        """Both's samples, these first."""
        early = torch.cat([self.early, other.early])
        early = early.contiguous(memory_format=torch.channels_last)
        return Exercise(early, joined([self.hands, other.hands]), joined([self.guess, other.guess]))

    def again(self, answer: Estimate, most: int, random: torch.Generator) -> Exercise:
        """At most so many of the samples, chosen at random, with their `answer` for the next guess.
        Those that are lost do not come again: they would soon be half of every batch, and teach
        nothing but despair (runs.md, cpu-4)."""
        order = torch.randperm(len(self), generator=random, device=random.device)
        order = order[_on_track(self.hands, answer, random)[order]][:most]
        guess = drifted(one_forgotten(to_guess(answer), FORGOTTEN, random), random)

        def taken(tensor: Tensor) -> Tensor:
            return tensor[order]

        return Exercise(taken(self.early), self.hands.map(taken), guess.map(taken))

    def state(self) -> dict:
        return {"early": self.early, "hands": vars(self.hands), "guess": vars(self.guess)}

    @staticmethod
    def of_state(state: dict) -> Exercise:
        return Exercise(state["early"], Hands(**state["hands"]), Guess(**state["guess"]))


def _on_track(hands: Hands, answer: Estimate, random: torch.Generator) -> Tensor:
    """[N] bool: the hands that are there are seen, and near where they are; of two, at times only
    one. A hand that is not there may be believed in: the next look has to see that."""
    there, seen = hands.present > 0, answer.handedness > PRESENT
    followed = (there & seen).repeat_interleave(JOINTS_OF_HAND, 1)
    luck = torch.rand(len(there), generator=random, device=random.device) < MISSED_AGAIN
    sides = (seen | ~there).all(1) | ((there & seen).any(1) & luck)
    off = (answer.joints - hands.joints)[..., :2].norm(dim=-1)
    mean = torch.where(followed, off, 0).sum(1) / followed.sum(1).clamp(min=1)
    return sides & (mean < ASTRAY * INPUT_SIZE)
