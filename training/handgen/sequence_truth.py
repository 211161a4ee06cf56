"""The truth of a sequence as JSON, beside its shard, for the app's own evaluation.

NAME.json tells where the frames lie (NAME.images.npy from `offset` on: RGB bytes, row by row) and
what each shows. Joints are in InterHand2.6M's order; hands that are not in the frame are null.
"""

import json
from pathlib import Path

import numpy as np

from .labels import SCENES
from .shard_files import IMAGES

SIDES = ("right", "left")
DECIMALS = 3
"""Thousandths of px and mm."""


def write_truth(folder: Path, name: str, pictures: np.ndarray, labels: np.ndarray, rate: int) -> None:
    """pictures: [n, height, width, 3]; labels: LABEL records [n] of one camera; rate: frames a second."""
    file = folder / (name + IMAGES)
    focal_x, focal_y, centre_x, centre_y = labels["intrinsics"][0].tolist()
    truth = {
        "framesPerSecond": rate,
        "width": pictures.shape[2],
        "height": pictures.shape[1],
        "camera": {"fx": focal_x, "fy": focal_y, "cx": centre_x, "cy": centre_y},
        "pictures": {"file": file.name, "offset": file.stat().st_size - pictures.nbytes},
        "frames": [frame_truth(label) for label in labels],
    }
    (folder / f"{name}.json").write_text(json.dumps(truth) + "\n")


def frame_truth(label: np.void) -> dict:
    hands = {side: _hand(label, hand) if label["present"][hand] else None for hand, side in enumerate(SIDES)}
    return {"scene": SCENES[label["scene"]], **hands}


def _hand(label: np.void, hand: int) -> dict:
    own = slice(21 * hand, 21 * hand + 21)
    return {"joints2d": _numbers(label["joints"][own, :2]), "joints3d": _numbers(label["joints_camera"][own])}


def _numbers(values: np.ndarray) -> list:
    return values.astype(float).round(DECIMALS).tolist()
