"""A bank of pictures to stand behind the hands, made by rule: rooms, walls, clutter, print, leaves, lamps, bodies.

No photograph is in it, so nothing here needs a licence. Every scene takes two of them, cut, turned, tinted.
"""

import functools
from pathlib import Path

import numpy as np

from .backdrop_rooms import bodies, printed_page, room, screen, shelf, window
from .backdrop_surfaces import cloth, dark, lamps, leaves, tiles, wall, wood
from .cache import cached

_KINDS = (wall, wood, tiles, shelf, window, room, printed_page, screen, leaves, bodies, cloth, lamps, dark)
_PER_KIND = 9
KINDS = len(_KINDS)
"""Image i of the bank is of kind i % KINDS."""
DARK_KINDS = (KINDS - 2, KINDS - 1)
"""The studio's: lamps and plain dark."""


@functools.cache
def backdrop_bank() -> np.ndarray:
    """uint8 [count, SIDE, SIDE, 3], sRGB; the same on every machine."""
    sources = sorted(Path(__file__).parent.glob("backdrop*.py"))
    return cached("backdrops", sources, _build)


def _build() -> np.ndarray:
    rng = np.random.default_rng(20_260)
    return np.stack([kind(rng) for _ in range(_PER_KIND) for kind in _KINDS])
