"""What is known of each sample: one numpy record, and the words for its tags."""

import numpy as np

SCENES = ("none", "single", "apart", "touching", "clasped")
VIEWPOINTS = ("webcam", "headset", "studio")
ORIENTATIONS = ("up", "right", "down", "left", "towards", "away")
"""Where a hand points (wrist to the middle finger's knuckle) in the picture, or along the view."""
OCCLUDERS = ("none", "in front", "held")
SKIN_TONES = 10

LABEL = np.dtype(
    [
        ("joints", "f4", (42, 3)),  # x, y px of the crop, pixel i at i; z mm relative to the own wrist
        ("joints_camera", "f4", (42, 3)),  # mm, x right, y down, z forward
        ("present", "u1", 2),  # right, left: at least PRESENT_JOINTS of its joints lie in the crop
        ("visible", "u1", 42),  # 1: inside the crop and not hidden
        ("relative_depth", "f4"),  # z of the left wrist minus z of the right one, mm; 0 unless both are present
        ("intrinsics", "f4", 4),  # fx, fy, cx, cy, px of the crop
        ("scene", "u1"),  # into SCENES
        ("viewpoint", "u1"),  # into VIEWPOINTS
        ("skin_tone", "u1"),  # 0 lightest to 9 darkest, steps of the Monk scale
        ("orientation", "u1", 2),  # into ORIENTATIONS, per hand
        ("occluder", "u1"),  # into OCCLUDERS
        ("grey", "u1"),
        ("dark", "u1"),
        ("seed", "u8"),
    ]
)
"""Joints: right hand 0..20, left 21..41, InterHand2.6M's order (tip to base per finger, the wrist last).
Joints of a hand that is not drawn are zero. A drawn hand outside the crop keeps its joints but is not present."""

PRESENT_JOINTS = 8


def orientation_of(joints_camera: np.ndarray) -> np.ndarray:
    """Index into ORIENTATIONS of hands [..., 21, 3]: uint8 [...]."""
    middle_knuckle, wrist = 11, 20
    axis = joints_camera[..., middle_knuckle, :] - joints_camera[..., wrist, :]
    axis = axis / np.maximum(np.linalg.norm(axis, axis=-1, keepdims=True), 1e-6)
    x, y, z = np.moveaxis(axis, -1, 0)
    flat = np.where(np.abs(x) > np.abs(y), np.where(x > 0, 1, 3), np.where(y < 0, 0, 2))
    return np.where(z < -0.75, 4, np.where(z > 0.75, 5, flat)).astype(np.uint8)
