"""Samples by seed: batches of scenes are drawn, rendered, photographed and labelled.

`make_samples(seed, count)` gives the same pictures and labels for the same arguments, whatever ran before.
"""

import io

import numpy as np
from PIL import Image

from .body import dress
from .joint_labels import label_joints
from .labels import LABEL, SCENES, VIEWPOINTS
from .look import choose_sensor, hang_backdrops, light_up, paint_skin
from .mixture import TRAINING, Mixture
from .native_renderer import render
from .placement import PlacedHands, place_hands
from .scene_layout import SCENE
from .things import strew
from .viewpoint import Views, crop_intrinsics, sample_views

BATCH = 128
"""Scenes are drawn this many at a time; part of what a seed means."""
CROP = 160
"""Side of the crops, px, unless told otherwise."""


def make_samples(seed: int, count: int, mixture: Mixture = TRAINING, side: int = CROP) -> tuple[np.ndarray, np.ndarray]:
    """Pictures uint8 [count, side, side, 3] RGB and LABEL records [count]. Deterministic in all arguments."""
    pictures, labels = np.empty((count, side, side, 3), np.uint8), np.zeros(count, LABEL)
    for first in range(0, count, BATCH):
        rng = np.random.default_rng([seed, first // BATCH])
        scenes, drawn_labels, quality, size = draw_scenes(rng, BATCH, mixture, side)
        drawn_labels["seed"] = seed
        for i in range(min(BATCH, count - first)):
            pictures[first + i], visible = photograph(scenes[i], drawn_labels[i], int(quality[i]), float(size[i]), side)
            drawn_labels[i]["visible"] = visible
            labels[first + i] = drawn_labels[i]
    return pictures, labels


def draw_scenes(rng: np.random.Generator, count: int, mixture: Mixture, side: int):
    """Records for the renderer [count], labels but for visibility [count], JPEG quality (0: none) and hand size [count]."""
    scene = rng.choice(len(SCENES), count, p=mixture.scenes)
    viewpoint = rng.choice(len(VIEWPOINTS), count, p=mixture.viewpoints)
    hands = place_hands(rng, scene, viewpoint, mixture.any_orientation)
    drawn = _drawn(rng, scene)
    views = sample_views(rng, hands, drawn, scene, viewpoint, mixture, side)
    joints = hands.joints + views.shift[:, None, None]
    scenes = _records(hands, views, drawn)
    focal, offset = crop_intrinsics(views, side)
    labels = label_joints(joints, drawn, focal, offset, side, side)
    labels["scene"], labels["viewpoint"] = scene, viewpoint
    labels["skin_tone"] = paint_skin(rng, scenes)
    light_up(rng, scenes, viewpoint)
    dress(rng, scenes, drawn, viewpoint, hands.size)
    labels["occluder"] = strew(rng, scenes, joints, drawn)
    hang_backdrops(rng, scenes, viewpoint)
    labels["grey"], labels["dark"] = choose_sensor(rng, scenes, viewpoint)
    quality = np.where(rng.random(count) < 0.6, rng.integers(30, 96, count), 0)
    return scenes, labels, quality, hands.size


def photograph(scene, label, quality: int, size: float, side: int) -> tuple[np.ndarray, np.ndarray]:
    """The crop at `side` px, as the sensor's own pixels were stored and enlarged, and the visible joints [42]."""
    picture, visible = render(scene, label["joints_camera"], size)
    if quality:
        picture = stored(picture, quality)
    if picture.shape[0] != side:
        picture = np.asarray(Image.fromarray(picture).resize((side, side), Image.BILINEAR))
    return picture, visible


def _drawn(rng, scene) -> np.ndarray:
    """Which hands there are: [n, 2]."""
    two, single = scene >= SCENES.index("apart"), scene == SCENES.index("single")
    right = rng.random(len(scene)) < 0.5
    return np.stack([two | single & right, two | single & ~right], 1)


def _records(hands: PlacedHands, views: Views, drawn) -> np.ndarray:
    scenes = np.zeros(len(drawn), SCENE)
    scenes["width"] = scenes["height"] = views.sensor_side
    focal, offset = crop_intrinsics(views, views.sensor_side)
    scenes["fx"] = scenes["fy"] = focal
    scenes["cx"], scenes["cy"] = offset.T
    scenes["drawn"] = drawn
    bones = hands.bones.copy()
    bones[..., 3] += views.shift[:, None, None]
    scenes["bones"] = bones
    return scenes


def stored(picture: np.ndarray, quality: int) -> np.ndarray:
    """The picture after JPEG."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file).convert("RGB"))
