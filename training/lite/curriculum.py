"""What training shows when: single upright hands, then all; guesses made up, then its own.

Without it left and right stay a coin toss for tens of thousands of samples
(../shared/training-notes.md, 3c).
"""

import math
from dataclasses import dataclass

EASY_UNTIL, ALL_FROM = 0.06, 0.20
"""Shares of the training time: single upright hands alone until then, none in particular after."""
SIDES_MATTER_FROM = 0.12
OWN_FROM, OWN_FULL, OWN_SHARE = 0.20, 0.40, 0.35
"""From when on, and at most for how many samples, the guess is what the network itself said."""
WARM_UP_STEPS = 100


@dataclass(frozen=True)
class Lesson:
    easy_share: float
    side_agnostic: bool
    own_share: float
    rate: float
    """Factor on the learning rates."""


def lesson(progress: float, step: int, schooled: bool) -> Lesson:
    """What to do at `progress` 0..1 through the training time; `schooled`: the weights come from
    another run, which has had all lessons."""
    warm = min(1.0, (step + 1) / WARM_UP_STEPS)
    rate = warm * (0.01 + 0.99 * (1 + math.cos(math.pi * min(progress, 1))) / 2)
    if schooled:
        return Lesson(easy_share=0, side_agnostic=False, own_share=OWN_SHARE, rate=rate)
    return Lesson(
        easy_share=1 - _ramp(progress, EASY_UNTIL, ALL_FROM),
        side_agnostic=progress < SIDES_MATTER_FROM,
        own_share=OWN_SHARE * _ramp(progress, OWN_FROM, OWN_FULL),
        rate=rate,
    )


def _ramp(x: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (x - low) / (high - low)))
