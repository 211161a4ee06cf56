"""What training shows when: single hands turned upright first, mostly without a guess; then all.

Without it left and right stay a coin toss for tens of thousands of samples
(../shared/training-notes.md, 3c); and a network that is given guesses before it can see learns to
repeat them (runs.md, cpu-1).
"""

import math
from dataclasses import dataclass

EASY_UNTIL, ALL_FROM = 0.06, 0.22
"""Shares of the training time: single hands alone until then, none in particular after."""
SIDES_MATTER_FROM = 0.12
EMPTY_SHARE = 0.06
"""From ALL_FROM on, of the pictures: such as hold no hand, lest one that is believed in be followed
for ever. Chance brings three more in a hundred (handgen/mixture.py)."""
UNGUESSED = (0.85, 0.4)
"""Share of samples without a guess: at first, and from ALL_FROM on."""
UPRIGHT = (1.0, 0.7)
"""Share of those turned upright all the same: most people hold their hands so."""
SPOILT_FROM, SPOILT_FULL, SPOILT_SHARE = 0.05, 0.35, 0.6
"""From when on, and at most how many, pictures are those of a bad camera."""
REPEATED_FROM, REPEATED_FULL, REPEATED_SHARE = 0.35, 0.60, 0.50
"""From when on, and at most how much of a batch comes from the last one, with what the network said
of it for its guess."""
WARM_UP_STEPS = 100


@dataclass(frozen=True)
class Lesson:
    easy_share: float
    empty_share: float
    side_agnostic: bool
    unguessed_share: float
    upright_share: float
    spoilt_share: float
    repeated_share: float
    rate: float
    """Factor on the learning rates."""


def lesson(progress: float, step: int, schooled: bool) -> Lesson:
    """What to do at `progress` 0..1 through the training time; `schooled`: the weights come from
    another run, which has had all lessons."""
    warm = min(1.0, (step + 1) / WARM_UP_STEPS)
    rate = warm * (0.01 + 0.99 * (1 + math.cos(math.pi * min(progress, 1))) / 2)
    when = 1.0 if schooled else progress
    widened = _ramp(when, EASY_UNTIL, ALL_FROM)
    return Lesson(
        easy_share=1 - widened,
        empty_share=EMPTY_SHARE * widened,
        side_agnostic=when < SIDES_MATTER_FROM,
        unguessed_share=_between(UNGUESSED, widened),
        upright_share=_between(UPRIGHT, widened),
        spoilt_share=SPOILT_SHARE * _ramp(when, SPOILT_FROM, SPOILT_FULL),
        repeated_share=REPEATED_SHARE * _ramp(when, REPEATED_FROM, REPEATED_FULL),
        rate=rate,
    )


def _ramp(x: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (x - low) / (high - low)))


def _between(ends: tuple[float, float], share: float) -> float:
    first, last = ends
    return first + (last - first) * share
