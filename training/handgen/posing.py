"""Hands in poses that a hand can take: no finger goes through another."""

import numpy as np

from . import rotations
from .collision import own_depth
from .finger_pose import FingerPose, sample_poses
from .flesh import posed_spheres
from .hand_shape import HandShapes
from .kinematics import PosedHands, pose_hands
from .rig import load_rig

OWN_DEPTH_MM = 4.0
"""Flesh gives way by this much."""
_TRIES = 6


def sample_possible_poses(rng: np.random.Generator, shapes: HandShapes) -> FingerPose:
    """Draws again where fingers collide, a few times; the few left then keep the rest pose."""
    count = len(shapes.axes)
    pose = sample_poses(rng, count)
    angles = np.stack([pose.flexion, pose.abduction, pose.twist])
    todo = np.arange(count)
    for attempt in range(_TRIES):
        todo = todo[_collides(FingerPose(*angles[:, todo]), _some(shapes, todo))]
        if not len(todo):
            break
        if attempt == _TRIES - 1:
            angles[:, todo] = 0
            break
        again = sample_poses(rng, len(todo))
        angles[:, todo] = np.stack([again.flexion, again.abduction, again.twist])
    return FingerPose(*angles)


def sample_wrist_bends(rng: np.random.Generator, count: int) -> np.ndarray:
    """Flexion up to 70 degrees about the rest frame's z, deviation up to 30 about x, and a turned forearm."""
    flexion = np.radians(np.clip(rng.normal(0, 25, count), -70, 70))
    deviation = np.radians(np.clip(rng.normal(0, 12, count), -30, 30))
    turn = np.radians(np.clip(rng.normal(0, 18, count), -45, 45))
    return (
        rotations.about([0, 0, 1], flexion) @ rotations.about([1, 0, 0], deviation) @ rotations.about([0, 1, 0], turn)
    )


def straight(shapes: HandShapes) -> np.ndarray:
    return np.broadcast_to(np.eye(3), (len(shapes.axes), 3, 3))


def _some(shapes: HandShapes, index) -> HandShapes:
    return HandShapes(shapes.axes[index], shapes.bones[index], shapes.girth[index])


def _collides(pose: FingerPose, shapes: HandShapes) -> np.ndarray:
    hands: PosedHands = pose_hands(load_rig(), pose, shapes, straight(shapes))
    return own_depth(*posed_spheres(hands, shapes.size)) > OWN_DEPTH_MM
