"""Cameras and crops: where the hands stand before the camera and which square of the picture is cut out."""

from dataclasses import dataclass

import numpy as np

from .labels import SCENES
from .mixture import Mixture
from .placement import PlacedHands


@dataclass(frozen=True)
class Views:
    """n cameras. `sensor_side`: pixels the camera itself spends on the crop; `focal`: in sides of the crop."""

    shift: np.ndarray  # [n, 3]: hands' frame -> camera space, mm
    centre: np.ndarray  # [n, 2]: middle of the crop on the plane z = 1
    side: np.ndarray  # [n]: side of the crop on the plane z = 1
    sensor_side: np.ndarray  # [n], px


def sample_views(
    rng: np.random.Generator, hands: PlacedHands, drawn, scene, viewpoint, mixture: Mixture, largest: int
) -> Views:
    count = len(scene)
    weight = np.repeat(np.maximum(drawn, ~drawn.any(1, keepdims=True)), 21, 1).astype(float)
    joints = hands.joints.reshape(count, 42, 3)
    middle = (joints * weight[..., None]).sum(1) / weight.sum(1, keepdims=True)
    distance = _distances(rng, viewpoint)
    off_axis = rng.normal(0, 0.17, (count, 2)) + np.where((viewpoint == 1)[:, None], [0.0, 0.15], 0.0)
    ray = np.concatenate([off_axis, np.ones((count, 1))], 1)
    shift = ray * distance[:, None] - middle
    nearest = np.where(weight > 0, (joints + shift[:, None])[..., 2], np.inf).min(1)
    shift += ray * np.maximum(0, 150 - nearest)[:, None]  # nothing nearer than 15 cm
    seen = joints + shift[:, None]
    plane = seen[..., :2] / np.maximum(seen[..., 2:], 50)
    focus = _focus(rng, drawn, scene, mixture)
    centre, side = _boxes(plane, np.where(focus.any(1, keepdims=True), focus, True))
    centre, side = _tracked(rng, centre, side, mixture, scene)
    frame_focal = np.exp(rng.uniform(np.log(420), np.log(1400), count))
    sensor_side = np.clip(np.round(frame_focal * side), 52, largest).astype(int)
    return Views(shift, centre, side, sensor_side)


def crop_intrinsics(views: Views, side_px) -> tuple[np.ndarray, np.ndarray]:
    """Focal length [n] and principal point [n, 2] in px; the centre of pixel i is at i."""
    focal = side_px / views.side
    middle = (np.asarray(side_px) - 1) / 2
    return focal, np.reshape(middle, (-1, 1)) - focal[:, None] * views.centre


def _distances(rng, viewpoint) -> np.ndarray:
    """Webcams 0.25 to 1.5 m, worn cameras 0.22 to 0.65 m, studios 0.6 to 1.4 m: mm."""
    low, high = np.array([250.0, 220.0, 600.0])[viewpoint], np.array([1500.0, 650.0, 1400.0])[viewpoint]
    return np.exp(rng.uniform(np.log(low), np.log(high)))


def _focus(rng, drawn, scene, mixture) -> np.ndarray:
    """Which hands the crop is made for: all drawn ones, or one of two that are apart. [n, 42]"""
    single = (scene == SCENES.index("apart")) & (rng.random(len(scene)) < mixture.one_of_two)
    side = rng.integers(0, 2, len(scene))
    chosen = np.where(single[:, None], np.arange(2) == side[:, None], drawn)
    return np.repeat(chosen, 21, 1)


def _boxes(plane, chosen) -> tuple[np.ndarray, np.ndarray]:
    low = np.where(chosen[..., None], plane, np.inf).min(1)
    high = np.where(chosen[..., None], plane, -np.inf).max(1)
    return (low + high) / 2, (high - low).max(1)


def _tracked(rng, centre, side, mixture, scene):
    """Boxes as trackers give them: padded by a quarter, a little off; some of them badly."""
    count = len(side)
    usual = rng.random(count) < 0.65
    rough = (rng.random(count) < mixture.rough_crop) | (scene == SCENES.index("none"))
    pad = np.where(usual, rng.normal(1.25, 0.07, count), rng.uniform(1.08, 1.7, count))
    pad = np.where(rough, np.exp(rng.uniform(np.log(0.8), np.log(2.4), count)), pad)
    off = rng.normal(0, 0.045, (count, 2)) + np.where(rough[:, None], rng.uniform(-0.3, 0.3, (count, 2)), 0)
    return centre + off * side[:, None] * np.minimum(pad, 1.4)[:, None], side * np.maximum(pad, 0.8)
