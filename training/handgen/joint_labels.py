"""Labels of posed hands under a camera."""

import numpy as np

from .labels import LABEL, PRESENT_JOINTS, orientation_of
from .skeleton import ROOT


def label_joints(joints: np.ndarray, drawn: np.ndarray, focal, principal, width: int, height: int) -> np.ndarray:
    """LABEL records [n] with all that follows from geometry; tags and visibility are left to others.

    joints: [n, 2, 21, 3], camera mm; drawn: bool [n, 2]; focal: [n] and principal: [n, 2], px of the picture.
    """
    count = len(drawn)
    labels = np.zeros(count, LABEL)
    flat = joints.reshape(count, 42, 3)
    pixels = flat[..., :2] / np.maximum(flat[..., 2:], 1) * focal[:, None, None] + principal[:, None]
    inside = np.all((pixels > -0.5) & (pixels < np.array([width, height]) - 0.5), -1).reshape(count, 2, 21)
    present = drawn & (inside.sum(-1) >= PRESENT_JOINTS)
    root_depth = joints[:, :, ROOT, 2]
    relative = flat[..., 2:] - np.repeat(root_depth, 21, 1)[..., None]
    known = np.repeat(drawn, 21, 1)[..., None]
    labels["joints"] = np.where(known, np.concatenate([pixels, relative], -1), 0)
    labels["joints_camera"] = np.where(known, flat, 0)
    labels["present"] = present
    labels["relative_depth"] = np.where(present.all(1), root_depth[:, 1] - root_depth[:, 0], 0)
    labels["intrinsics"] = np.concatenate([focal[:, None], focal[:, None], principal], 1)
    labels["orientation"] = orientation_of(joints)
    return labels
