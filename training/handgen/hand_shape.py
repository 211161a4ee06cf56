"""How hands differ: size, proportions, thickness. All values multiply the rig's rest shape."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class HandShapes:
    """Shapes of n people; both hands of a person are alike."""

    axes: np.ndarray  # [n, 3]: along the rest frame's x (thickness), y (length), z (width)
    bones: np.ndarray  # [n, 26]: length of the bone that ends at each joint
    girth: np.ndarray  # [n, 26]: thickness of the flesh about each bone

    @property
    def size(self) -> np.ndarray:
        """Mean scale, [n]."""
        return self.axes.mean(1)


def sample_shapes(rng: np.random.Generator, count: int) -> HandShapes:
    """From a child's hand (about 0.72) to a large man's (1.2)."""
    size = np.clip(rng.normal(0.97, 0.085, count), 0.72, 1.2)
    axes = size[:, None] * np.clip(rng.normal(1, 0.04, (count, 3)), 0.88, 1.12)
    axes[:, 0] *= np.clip(rng.normal(1, 0.08, count), 0.8, 1.25)
    bones = 1 + np.clip(rng.normal(0, 0.04, (count, 26)), -0.1, 0.1)
    girth = np.clip(rng.normal(1, 0.07, (count, 1)) + rng.normal(0, 0.015, (count, 26)), 0.85, 1.2)
    girth[:, [0, 5, 10, 15, 20, 25]] = 1.0
    return HandShapes(axes, bones, girth)
