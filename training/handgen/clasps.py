"""Two hands that hold each other: found by relaxation, kept as a library of poses.

Each clasp starts from a rough idea (clasp_ideas.py) and is relaxed (clasp_relaxation.py); what still goes through
after that is thrown away. Frames and lengths as in kinematics.py, for a hand of size one.
"""

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LIBRARY = Path(__file__).with_name("clasps.npz")
MIRROR = np.diag([-1.0, 1.0, 1.0])
"""Turns a right hand's frame into a left hand's."""


@dataclass(frozen=True)
class Clasps:
    """A left hand's point x (in its mirrored frame) lies at turn @ MIRROR @ x + shift in the right hand's frame."""

    angles: np.ndarray  # [n, 2, 3, 25]: flexion, abduction, twist of right and left, radians
    turn: np.ndarray  # [n, 3, 3]
    shift: np.ndarray  # [n, 3], mm at size one
    kind: np.ndarray  # [n], see clasp_ideas.py

    def __getitem__(self, index) -> "Clasps":
        return Clasps(self.angles[index], self.turn[index], self.shift[index], self.kind[index])


@functools.cache
def clasp_library() -> Clasps:
    with np.load(LIBRARY) as file:
        return Clasps(file["angles"], file["turn"], file["shift"], file["kind"])


def mirrored(clasps: Clasps) -> Clasps:
    """The same clasps with the hands' roles exchanged."""
    turn = np.swapaxes(MIRROR @ clasps.turn @ MIRROR, 1, 2)
    shift = -np.einsum("nij,nj->ni", turn @ MIRROR, clasps.shift)
    return Clasps(clasps.angles[:, ::-1], turn, shift, clasps.kind)
