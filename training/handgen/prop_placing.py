"""Sets props into batches of scenes: a unit shape, stretched, turned and moved."""

import numpy as np

from . import rotations


def place(props, slot: int, where, shape: int, surface: int, frame, half, centre, **look) -> None:
    """Fills props[where, slot]. frame: [n, 3, 3] columns are the prop's axes; half: [n, 3] half sizes, mm; centre: [n, 3].

    `look` sets further fields of PROP, each [n, ...] or one value for all.
    """
    count = len(props)
    frame = np.broadcast_to(frame, (count, 3, 3))
    half, centre = np.broadcast_to(half, (count, 3)), np.broadcast_to(centre, (count, 3))
    column = props[:, slot]
    column["shape"] = np.where(where, shape, column["shape"])
    column["surface"] = np.where(where, surface, column["surface"])
    transform = np.concatenate([frame * half[:, None], centre[..., None]], -1)
    column["transform"] = np.where(np.reshape(where, (-1, 1, 1)), transform, column["transform"])
    defaults = {"taper": 1.0, "pattern_mm": 30.0, "gloss": 0.0, "pattern": 0, "in_front": 0}
    for name, value in {**defaults, **look}.items():
        value = np.broadcast_to(np.asarray(value), column[name].shape) if np.ndim(value) < column[name].ndim else value
        column[name] = np.where(np.reshape(where, (-1,) + (1,) * (column[name].ndim - 1)), value, column[name])


def along(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For a tube from start to end [n, 3]: its frame (y from start to end), half length [n], centre [n, 3]."""
    axis = end - start
    length = np.linalg.norm(axis, axis=1)
    y = rotations.unit(axis)
    helper = np.where(np.abs(y[:, :1]) < 0.8, [[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]])
    z = rotations.unit(np.cross(helper, y))
    return np.stack([np.cross(y, z), y, z], 2), length / 2, (start + end) / 2


def halves(x, y, z) -> np.ndarray:
    """Half sizes [n, 3] from values or arrays."""
    return np.stack(np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float), np.asarray(z, float)), -1)
