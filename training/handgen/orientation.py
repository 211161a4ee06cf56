"""How hands are turned towards the camera, by viewpoint. Frames: camera axes (x right, y down, z forward)."""

import numpy as np

from . import rotations

HANDS_UP = np.array([[0.0, 0, -1], [0, 1, 0], [1, 0, 0]])
"""Right hand's rest frame (fingers -y, back +x, thumb -z) to fingers up, palm to the camera."""

_EGO_FINGERS = rotations.unit(np.array([0.0, -0.45, 0.9]))  # away from the face and a little up
_EGO_BACK = rotations.unit(np.array([0.0, -0.9, -0.45]))  # the back of the hand looks up at the eyes
EGOCENTRIC = np.stack([_EGO_BACK, -_EGO_FINGERS, np.cross(_EGO_BACK, -_EGO_FINGERS)], 1)


def sample_orientations(
    rng: np.random.Generator, viewpoint: np.ndarray, any_orientation
) -> tuple[np.ndarray, np.ndarray]:
    """Rotations of n right hands and n left ones (before mirroring their frame): [n, 3, 3] each.

    Half of the left hands mirror the right one across the picture with some difference; the rest are on their own.
    """
    count = len(viewpoint)
    free = np.asarray(any_orientation)[viewpoint]
    right = _one(rng, viewpoint, rng.random(count) < free)
    left = _one(rng, viewpoint, rng.random(count) < free)
    alike = rng.random(count) < 0.5
    left = np.where(alike[:, None, None], rotations.jitter(rng, count, 30) @ right, left)
    return right, _across(left)


def _across(turn: np.ndarray) -> np.ndarray:
    """From the turn of a right hand to that of the left hand which mirrors it across the picture's middle:
    MX R = (MX R MX) MX, and the left hand's frame has MX in it already."""
    mirror = np.diag([-1.0, 1.0, 1.0])
    return mirror @ turn @ mirror


def _one(rng, viewpoint, free) -> np.ndarray:
    count = len(viewpoint)
    usual = np.where((viewpoint == 1)[:, None, None], _egocentric(rng, count), _upright(rng, count))
    return np.where(free[:, None, None], rotations.uniform(rng, count), usual)


def _upright(rng, count) -> np.ndarray:
    """Fingers up, as before a webcam: palm, edge or back to the camera, leaning."""
    yaw, pitch, roll = rng.uniform(-np.pi, np.pi, count), *np.radians(rng.normal(0, 35, (2, count)))
    return (
        rotations.about([0, 0, 1], roll)
        @ rotations.about([1, 0, 0], pitch)
        @ rotations.about([0, 1, 0], yaw)
        @ HANDS_UP
    )


def _egocentric(rng, count) -> np.ndarray:
    """As seen from one's own head; the forearm turns the palm inward or up."""
    pronation = np.radians(rng.normal(-35, 55, count))
    turned = rotations.about(_EGO_FINGERS, pronation) @ EGOCENTRIC
    return rotations.jitter(rng, count, 22) @ turned
