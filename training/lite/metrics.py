"""Errors of estimates by the measures of InterHand2.6M (../shared/internet-spec.md, A1) and PCK."""

from dataclasses import dataclass

import numpy as np

from .hands import JOINTS_OF_HAND, MIRRORED, WRISTS

EPE_SIDE = 256
"""2D errors are told in px of a crop of this side, InterNet's."""
PCK_SHARE = 0.2
"""Of the longer side of the hand's tight box."""


@dataclass(frozen=True)
class Truth:
    """N crops of `side` px with what is really there."""

    joints: np.ndarray
    """[N, 42, 3]: x, y px, z mm behind the own wrist."""
    joints_camera: np.ndarray
    """[N, 42, 3] mm."""
    present: np.ndarray
    """[N, 2] bool."""
    intrinsics: np.ndarray
    """[N, 4]: fx, fy, cx, cy px of the crop."""
    side: float


@dataclass(frozen=True)
class Answers:
    """What a network said of the same crops, in the same px."""

    joints: np.ndarray
    """[N, 42, 3]."""
    handedness: np.ndarray
    """[N, 2] in 0..1."""
    relative_depth: np.ndarray
    """[N] mm."""


@dataclass(frozen=True)
class Errors:
    """Per sample; NaN where there is nothing to compare."""

    joint_mm: np.ndarray
    """[N, 42] from the own wrist, with the true root depth, as MPJPE takes it."""
    root_mm: np.ndarray
    """[N] of the vector between both wrists, as MRRPE takes it."""
    joint_px: np.ndarray
    """[N, 42] in a crop of EPE_SIDE px."""
    within: np.ndarray
    """[N, 42] 1 where the joint counts for PCK, 0 where not."""
    sides_right: np.ndarray
    """[N] bool: both handedness flags are right."""
    swapped: np.ndarray
    """[N] bool: what it says of one hand fits the other better."""
    interacting: np.ndarray
    """[N] bool: both hands are there."""


def measure(truth: Truth, answers: Answers) -> Errors:
    there = truth.present.repeat(JOINTS_OF_HAND, 1)
    off = np.linalg.norm(answers.joints[..., :2] - truth.joints[..., :2], axis=-1)
    both = truth.present.all(1)

    def masked(values, mask):
        return np.where(mask, values, np.nan)

    within = (off < PCK_SHARE * hand_sides(truth)).astype(float)
    return Errors(
        joint_mm=masked(_joint_mm(truth, answers), there),
        root_mm=masked(_root_mm(truth, answers), both),
        joint_px=masked(off * EPE_SIDE / truth.side, there),
        within=masked(within, there),
        sides_right=((answers.handedness > 0.5) == truth.present).all(1),
        swapped=_swapped(truth, answers, off),
        interacting=both,
    )


def summary(errors: Errors, which: np.ndarray | None = None) -> dict[str, float]:
    """Figures over the samples of `which` [N] (bool), over all without it."""
    which = np.ones(len(errors.root_mm), bool) if which is None else which
    single, both = which & ~errors.interacting, which & errors.interacting

    def mean(values):
        return float(np.nanmean(values)) if np.isfinite(values).any() else float("nan")

    # Per joint over the samples, then over the joints, as the official evaluation does.
    def by_joint(chosen):
        return mean(np.array([mean(joint) for joint in errors.joint_mm[chosen].T]))

    return {
        "n": int(which.sum()),
        "mpjpe_single": by_joint(single),
        "mpjpe_interacting": by_joint(both),
        "mrrpe": mean(errors.root_mm[both]),
        "aph": mean(errors.sides_right[which].astype(float)),
        "pck": mean(errors.within[which]),
        "epe_single": mean(errors.joint_px[single]),
        "epe_interacting": mean(errors.joint_px[both]),
        "swapped": mean(errors.swapped[which].astype(float)),
    }


def hand_sides(truth: Truth) -> np.ndarray:
    """[N, 42]: longer side in px of the tight box of each joint's hand."""
    hands = truth.joints[..., :2].reshape(-1, 2, JOINTS_OF_HAND, 2)
    side = (hands.max(2) - hands.min(2)).max(-1)
    return side.repeat(JOINTS_OF_HAND, 1)


def back_project(joints: np.ndarray, intrinsics: np.ndarray) -> np.ndarray:
    """x, y px and absolute z mm [N, J, 3] to camera space, mm."""
    focal, centre = intrinsics[:, None, :2], intrinsics[:, None, 2:]
    z = joints[..., 2:]
    return np.concatenate([(joints[..., :2] - centre) / focal * z, z], -1)


def _joint_mm(truth: Truth, answers: Answers) -> np.ndarray:
    roots = truth.joints_camera[:, WRISTS, 2].repeat(JOINTS_OF_HAND, 1)
    absolute = answers.joints + np.stack([0 * roots, 0 * roots, roots], -1)
    found = _from_wrists(back_project(absolute, truth.intrinsics))
    return np.linalg.norm(found - _from_wrists(truth.joints_camera), axis=-1)


def _from_wrists(joints: np.ndarray) -> np.ndarray:
    return joints - joints[:, WRISTS].repeat(JOINTS_OF_HAND, 1)


def _root_mm(truth: Truth, answers: Answers) -> np.ndarray:
    wrists = answers.joints[:, WRISTS].copy()
    wrists[..., 2] += truth.joints_camera[:, WRISTS[:1], 2]
    wrists[:, 1, 2] += answers.relative_depth
    right, left = np.moveaxis(back_project(wrists, truth.intrinsics), 1, 0)
    true_right, true_left = np.moveaxis(truth.joints_camera[:, WRISTS], 1, 0)
    return np.linalg.norm((left - right) - (true_left - true_right), axis=-1)


def _swapped(truth: Truth, answers: Answers, off: np.ndarray) -> np.ndarray:
    """Two hands: each output lies nearer to the other hand. One: it is called the other side."""
    crossed = np.linalg.norm(answers.joints[:, MIRRORED, :2] - truth.joints[..., :2], axis=-1)
    right, left = answers.handedness.T
    wrong_side = np.where(truth.present[:, 0], left > right, right > left)
    return np.where(
        truth.present.all(1), crossed.mean(1) < off.mean(1), wrong_side & truth.present.any(1)
    )
