"""Real pictures of ../shared/data: read in place, never copied (their licences are in its README).

Joint orders by the data sets' definitions in MMPose 1.3.2 (configs/_base_/datasets): FreiHAND and
OneHand10K have the wrist first, then each finger from base to tip; RHD from tip to base.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from .hands import JOINTS, JOINTS_OF_HAND, joints_of
from .square_crop import Square, square_around

TIP_FIRST = [*range(1, JOINTS_OF_HAND), 0]
"""Where InterHand2.6M's joints stand in an order that has the wrist first, then tip to base."""
BASE_FIRST = [4 * finger + 4 - k for finger in range(5) for k in range(4)] + [0]
"""Likewise, base to tip."""
DEMO_BOX = Square(69 - 0.5, 137 - 0.5, 165)
"""Of interhand2.6m/demo_input.jpg: two clasped hands, of which only the box is known."""
RIGHT, LEFT = 0, 1


@dataclass(frozen=True)
class RealFrame:
    group: str
    name: str
    frame: np.ndarray
    """[H, W, 3] uint8 RGB."""
    joints: np.ndarray
    """[42, 2] px of the frame; NaN where not annotated."""
    joints_camera: np.ndarray | None
    """[42, 3] mm, where the data set has it."""
    intrinsics: np.ndarray | None
    """fx, fy, cx, cy px of the frame."""
    sides: tuple[int, ...] | None
    """Hands that are there; None where the data set does not say which one it is."""
    square: Square
    """What to look at: the annotated box, grown."""


def read_real_frames(data: Path) -> Iterator[RealFrame]:
    """`data`: the folder ../shared/data."""
    yield from _one_handed(data / "freihand", "freihand", BASE_FIRST, RIGHT)
    yield from _one_handed(data / "onehand10k", "onehand10k", BASE_FIRST, None)
    yield from _one_handed(data / "rhd", "rhd", TIP_FIRST, None)
    yield from _interhand(data / "interhand2.6m")
    demo = _read(data / "interhand2.6m/demo_input.jpg")
    grown = _grown_like(DEMO_BOX)
    unknown = np.full((JOINTS, 2), np.nan)
    yield RealFrame("clasped", "demo_input.jpg", demo, unknown, None, None, (RIGHT, LEFT), grown)


def _one_handed(
    folder: Path, group: str, order: list[int], side: int | None
) -> Iterator[RealFrame]:
    annotations = json.loads((folder / f"test_{group}.json").read_text())
    files = {image["id"]: image["file_name"] for image in annotations["images"]}
    for annotation in annotations["annotations"]:
        path = folder / files[annotation["image_id"]]
        # The lists name more pictures than are there.
        if not path.exists():
            continue
        points = np.array(annotation["keypoints"], float).reshape(-1, 3)[order]
        xy = np.where(points[:, 2:] > 0, points[:, :2], np.nan)
        said = annotation.get("hand_type")
        of = {"right": RIGHT, "left": LEFT}.get(said, side)
        joints = np.full((JOINTS, 2), np.nan)
        joints[joints_of(LEFT if of == LEFT else RIGHT)] = xy
        sides = None if of is None else (of,)
        yield RealFrame(group, path.name, _read(path), joints, None, None, sides, square_around(xy))


def _interhand(folder: Path) -> Iterator[RealFrame]:
    def load(name: str) -> dict:
        return json.loads((folder / f"test_interhand2.6m_{name}.json").read_text())

    data, cameras, joints = load("data"), load("camera"), load("joint_3d")
    images = {image["id"]: image for image in data["images"]}
    for annotation in data["annotations"]:
        image = images[annotation["image_id"]]
        capture, number = str(image["capture"]), str(image["camera"])
        camera = {key: np.array(value[number]) for key, value in cameras[capture].items()}
        world = np.array(joints[capture][str(image["frame_idx"])]["world_coord"])
        at = (world - camera["campos"]) @ camera["camrot"].T
        valid = np.array(annotation["joint_valid"]).reshape(-1, 1) > 0
        xy = np.where(valid, at[:, :2] / at[:, 2:] * camera["focal"] + camera["princpt"], np.nan)
        hands = {"right": (RIGHT,), "left": (LEFT,), "interacting": (RIGHT, LEFT)}
        yield RealFrame(
            "interhand2.6m",
            image["file_name"],
            _read(folder / image["file_name"]),
            xy,
            np.where(valid, at, np.nan),
            np.concatenate([camera["focal"], camera["princpt"]]),
            hands[annotation["hand_type"]],
            square_around(xy),
        )


def _grown_like(box: Square) -> Square:
    corners = [(box.left, box.top), (box.left + box.side, box.top + box.side)]
    return square_around(np.array(corners))


def _read(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGB"))
