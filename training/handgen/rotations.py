"""Rotation matrices, batched over leading axes. Angles in radians."""

import numpy as np


def about(axis: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Rotation by `angle` [...] about the unit vectors `axis` [..., 3] (Rodrigues): [..., 3, 3]."""
    axis, angle = np.asarray(axis, float), np.asarray(angle, float)
    x, y, z = axis[..., 0], axis[..., 1], axis[..., 2]
    c, s = np.cos(angle), np.sin(angle)
    d = 1 - c
    out = np.empty(np.broadcast_shapes(axis.shape[:-1], angle.shape) + (3, 3))
    out[..., 0, 0], out[..., 0, 1], out[..., 0, 2] = c + d * x * x, d * x * y - s * z, d * x * z + s * y
    out[..., 1, 0], out[..., 1, 1], out[..., 1, 2] = d * x * y + s * z, c + d * y * y, d * y * z - s * x
    out[..., 2, 0], out[..., 2, 1], out[..., 2, 2] = d * x * z - s * y, d * y * z + s * x, c + d * z * z
    return out


def of_quaternion(q: np.ndarray) -> np.ndarray:
    """Rotation of the quaternions [..., 4] in the order x, y, z, w: [..., 3, 3]."""
    x, y, z, w = np.moveaxis(q / np.linalg.norm(q, axis=-1, keepdims=True), -1, 0)
    rows = [
        1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w),
        2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w),
        2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y),
    ]  # fmt: skip
    return np.stack(rows, -1).reshape(x.shape + (3, 3))


def uniform(rng: np.random.Generator, count: int) -> np.ndarray:
    """Rotations uniform over SO(3): [count, 3, 3]."""
    return of_quaternion(rng.normal(size=(count, 4)))


def jitter(rng: np.random.Generator, count: int, degrees: float) -> np.ndarray:
    """Rotations about random axes by normal angles of this deviation: [count, 3, 3]."""
    return about(unit(rng.normal(size=(count, 3))), np.radians(rng.normal(0, degrees, count)))


def unit(v: np.ndarray) -> np.ndarray:
    """The vectors [..., 3] at length one."""
    return v / np.sqrt(np.maximum(np.einsum("...i,...i->...", v, v), 1e-18))[..., None]


def axis_angle(rotation: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Unit axes [..., 3] and angles [...] in 0..pi of rotations [..., 3, 3]."""
    skew = np.stack(
        [
            rotation[..., 2, 1] - rotation[..., 1, 2],
            rotation[..., 0, 2] - rotation[..., 2, 0],
            rotation[..., 1, 0] - rotation[..., 0, 1],
        ],
        -1,
    )
    sine, cosine = np.linalg.norm(skew, axis=-1) / 2, (np.trace(rotation, axis1=-2, axis2=-1) - 1) / 2
    half_turn = rotation[..., :, 0] + np.eye(3)[0]  # R + I maps onto the axis when the angle is pi
    axis = np.where((sine < 1e-6)[..., None], half_turn, skew)
    return unit(axis + 1e-12), np.arctan2(sine, cosine)
