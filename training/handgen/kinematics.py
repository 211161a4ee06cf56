"""Forward kinematics: angles and shapes to bone maps and joints of right hands, wrist at the origin, in mm."""

from dataclasses import dataclass

import numpy as np

from . import rotations
from .finger_pose import FingerPose
from .hand_shape import HandShapes
from .rig import TIP_EXTENSION_MM, Rig
from .skeleton import PARENTS
from .skeleton import TIPS as TIP_JOINTS

_TIPS = np.array(TIP_JOINTS)
_BONES = np.arange(1, 25)
_STARTS = np.where(np.isin(_BONES, _TIPS), _BONES - 1, _BONES)
"""Where the bone begins along which each joint's flesh lies."""


@dataclass(frozen=True)
class PosedHands:
    """n right hands in their own frame: fingers towards -y, back of the hand +x, thumb -z."""

    bones: np.ndarray  # [n, 26, 3, 4]: rest mesh -> hand
    joints: np.ndarray  # [n, 25, 3], tips at the skin's end
    pivots: np.ndarray  # [n, 25, 3]: where each joint turns (tips not moved out)
    frames: np.ndarray  # [n, 25, 3, 3]: rotation of each bone; frames @ rig.axes gives its axes


def pose_hands(rig: Rig, pose: FingerPose, shapes: HandShapes, wrist_bend: np.ndarray) -> PosedHands:
    """Poses n hands. `wrist_bend`: rotation of the forearm against the hand, [n, 3, 3]."""
    count = len(pose.flexion)
    rest = rig.joints[None] * shapes.axes[:, None]
    x, y, z = np.moveaxis(rig.axes, -1, 0)
    turns = rotations.about(y, pose.abduction) @ rotations.about(z, pose.twist) @ rotations.about(x, -pose.flexion)
    steps = (rest[:, 1:] - rest[:, PARENTS[1:]]) * shapes.bones[:, 1:25, None]
    frames, pivots = np.empty((count, 25, 3, 3)), np.zeros((count, 25, 3))
    frames[:, 0] = np.eye(3)
    for joint, parent in enumerate(PARENTS[1:], 1):
        pivots[:, joint] = pivots[:, parent] + (frames[:, parent] @ steps[:, joint - 1, :, None])[..., 0]
        frames[:, joint] = frames[:, parent] @ turns[:, joint]
    joints = pivots.copy()
    ends = rotations.unit(rest[:, _TIPS] - rest[:, _TIPS - 1]) * TIP_EXTENSION_MM
    joints[:, _TIPS] += (frames[:, _TIPS] @ ends[..., None])[..., 0]
    return PosedHands(_bone_maps(rest, pivots, frames, shapes, wrist_bend), joints, pivots, frames)


def _bone_maps(rest, pivots, frames, shapes, wrist_bend) -> np.ndarray:
    """x -> pivot + frame @ flesh @ (axes * x - rest): scaled, thickened about the bone, turned, put in place."""
    joint_of_bone = np.append(np.arange(25), 0)  # the forearm turns about the wrist
    turns = np.concatenate([frames, wrist_bend[:, None]], 1)
    linear = turns @ _thickened(rest, shapes.girth)
    shift = pivots[:, joint_of_bone] - (linear @ rest[:, joint_of_bone, :, None])[..., 0]
    return np.concatenate([linear * shapes.axes[:, None, None], shift[..., None]], -1)


def _thickened(rest, girth) -> np.ndarray:
    """Scales across the bone that leaves each joint (or reaches it, at a tip), not along it: [n, 26, 3, 3]."""
    along = np.zeros((len(rest), 26, 3))
    along[:, _BONES] = rotations.unit(rest[:, _STARTS + 1] - rest[:, _STARTS])
    across = np.eye(3) - along[..., :, None] * along[..., None, :]
    return np.eye(3) + (girth - 1)[..., None, None] * across
