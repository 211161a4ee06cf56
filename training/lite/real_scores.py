"""How well real frames are answered, each on its own: only where to look is known."""

from dataclasses import dataclass

import numpy as np

from .hands import JOINTS_OF_HAND, WRIST, joints_of
from .metrics import PCK_SHARE, back_project
from .network import InterNetLite
from .real_frames import RealFrame
from .search import Look
from .square_crop import cut


@dataclass(frozen=True)
class RealScore:
    frame: RealFrame
    joints: np.ndarray
    """[42, 3]: x, y px of the frame, z mm."""
    handedness: np.ndarray
    """[2]."""
    pck: float
    """Over annotated joints; NaN without any."""
    error_share: float
    """Mean 2D error in shares of the tight box's longer side."""
    mpjpe_mm: float
    """From each own wrist, with the true root depth; NaN where the data set has no 3D."""
    root_depth_off_mm: float
    """|relative root depth - true|; NaN unless both hands' depth is known."""
    sides_right: bool | None
    """Both handedness flags are right; None where the data set does not say."""


def score_real(network: InterNetLite, frame: RealFrame, look: Look) -> RealScore:
    device = next(network.parameters()).device
    estimate = look(network, cut(frame.frame, frame.square)[None].to(device))
    joints = estimate.joints[0].cpu().double().numpy()
    joints[:, :2] = frame.square.to_frame(joints[:, :2])
    handedness = estimate.handedness[0].cpu().numpy()
    relative = float(estimate.relative_depth[0, 0])
    taken = _as_annotated(frame, joints, handedness)
    shares = np.concatenate([_error_shares(frame, taken, hand) for hand in (0, 1)])
    known = shares[np.isfinite(shares)]
    said = None
    if frame.sides is not None:
        said = bool(((handedness > 0.5) == [side in frame.sides for side in (0, 1)]).all())
    return RealScore(
        frame,
        joints,
        handedness,
        pck=float((known < PCK_SHARE).mean()) if len(known) else float("nan"),
        error_share=float(known.mean()) if len(known) else float("nan"),
        mpjpe_mm=_mpjpe(frame, joints),
        root_depth_off_mm=_root_depth_off(frame, relative),
        sides_right=said,
    )


def _as_annotated(frame: RealFrame, joints: np.ndarray, handedness: np.ndarray) -> np.ndarray:
    """Where it is not known which hand it is, the surer one is taken; annotations are in 0..20."""
    if frame.sides is None and handedness[1] > handedness[0]:
        return np.roll(joints, -JOINTS_OF_HAND, 0)
    return joints


def _error_shares(frame: RealFrame, joints: np.ndarray, hand: int) -> np.ndarray:
    """2D errors of one hand, in shares of the longer side of its annotated joints' box."""
    own = joints_of(hand)
    true = frame.joints[own]
    if not np.isfinite(true).any():
        return np.full(JOINTS_OF_HAND, np.nan)
    side = (np.nanmax(true, 0) - np.nanmin(true, 0)).max()
    return np.linalg.norm(joints[own, :2] - true, axis=-1) / side


def _mpjpe(frame: RealFrame, joints: np.ndarray) -> float:
    if frame.joints_camera is None or frame.intrinsics is None:
        return float("nan")
    true = frame.joints_camera.reshape(2, JOINTS_OF_HAND, 3)
    found = joints.reshape(2, JOINTS_OF_HAND, 3) + [0, 0, 1] * true[:, [WRIST]]
    found = back_project(found, np.stack([frame.intrinsics] * 2))
    aligned = (found - found[:, [WRIST]]) - (true - true[:, [WRIST]])
    return float(np.nanmean(np.linalg.norm(aligned, axis=-1)))


def _root_depth_off(frame: RealFrame, relative: float) -> float:
    if frame.joints_camera is None:
        return float("nan")
    right, left = frame.joints_camera[[WRIST, JOINTS_OF_HAND + WRIST], 2]
    return float(abs(relative - (left - right)))
