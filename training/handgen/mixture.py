"""How often each kind of sample is drawn."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mixture:
    """Probabilities. `scenes` in the order of labels.SCENES, `viewpoints` in that of labels.VIEWPOINTS."""

    scenes: tuple[float, ...]
    viewpoints: tuple[float, ...] = (0.55, 0.20, 0.25)
    any_orientation: tuple[float, ...] = (0.35, 0.40, 0.70)
    """Share of uniformly random orientations per viewpoint; the rest are as people hold their hands there."""
    rough_crop: float = 0.15
    """Share of crops far off, as a tracker gives that lost its hand."""
    one_of_two: float = 0.3
    """Share of two hands apart that are cropped to one of them, the other cut off at the edge."""


TRAINING = Mixture(scenes=(0.03, 0.40, 0.15, 0.20, 0.22))
HELD_OUT = Mixture(
    scenes=(0.0, 0.5, 1 / 3, 1 / 12, 1 / 12), any_orientation=(1.0, 1.0, 1.0), rough_crop=0.0, one_of_two=0.0
)
"""Half single, half two-handed, a third of those touching or clasped; every orientation equally likely."""
