"""Renders held-out sequences of two moving hands as whole frames, with the truth of every frame."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from .body import dress
from .collision import deepest
from .joint_labels import label_joints
from .labels import SCENES, VIEWPOINTS
from .look import choose_sensor, hang_backdrops, light_up, paint_skin
from .motion import Motion, sample_motion
from .native_renderer import render
from .samples import stored
from .scene_layout import SCENE
from .sequence_truth import write_truth
from .shard_files import write_shard

WIDTH, HEIGHT, FRAMES_PER_SECOND = 320, 240, 30
SEED, COUNT, FRAMES = 88_000_001, 40, 150
"""The held-out sequences are those of seeds SEED to SEED + COUNT - 1. No pool reaches them (see held_out.py)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--frames", type=int, default=FRAMES)


def run(options: argparse.Namespace) -> None:
    """Writes each sequence as a shard, sequence-NNN, and its truth beside it: 35 MB for 150 frames."""
    for k in range(options.count):
        name, sequence = f"sequence-{k:03}", zip(*render_sequence(SEED + k, options.frames))
        frames, labels = (np.stack(part) for part in sequence)
        write_shard(options.out, name, frames, labels)
        write_truth(options.out, name, frames, labels, FRAMES_PER_SECOND)
        print(f"sequence {k + 1}/{options.count}", flush=True)


def render_sequence(seed: int, frames: int = FRAMES) -> Iterator[tuple[np.ndarray, np.void]]:
    """Frames uint8 [HEIGHT, WIDTH, 3] RGB and LABEL records, one after the other. Deterministic in the seed."""
    rng = np.random.default_rng(seed)
    viewpoint = int(rng.choice(len(VIEWPOINTS), p=(0.65, 0.2, 0.15)))
    motion = sample_motion(rng, frames, viewpoint)
    focal = rng.uniform(190, 330)
    shift = motion.right_wrist + np.array([0.0, 25.0, rng.uniform(340, 560) + 0.6 * focal])
    scenes, labels, quality = _stage(rng, motion, shift, focal, viewpoint)
    labels["seed"] = seed
    for scene, label in zip(scenes, labels):
        picture, label["visible"] = render(scene, label["joints_camera"], float(motion.hands.size[0]))
        yield (stored(picture, quality) if quality else picture), label


def _stage(rng, motion: Motion, shift, focal, viewpoint):
    """One person, one room, one camera: the look of the first frame for all of them."""
    count = len(shift)
    scenes = np.zeros(1, SCENE)
    scenes["width"], scenes["height"] = WIDTH, HEIGHT
    scenes["fx"] = scenes["fy"] = focal
    scenes["cx"], scenes["cy"] = (WIDTH - 1) / 2, (HEIGHT - 1) / 2
    scenes["drawn"] = 1
    views = np.array([viewpoint])
    tone = paint_skin(rng, scenes)
    light_up(rng, scenes, views)
    hang_backdrops(rng, scenes, views)
    grey, dark = choose_sensor(rng, scenes, views)
    scenes = np.repeat(scenes, count)
    bones = motion.hands.bones.copy()
    bones[..., 3] += shift[:, None, None]
    scenes["bones"] = bones
    _dress_alike(rng, scenes, motion, viewpoint, focal)
    _film(rng, scenes, bones, focal)
    joints = motion.hands.joints + shift[:, None, None]
    both = np.ones((count, 2), bool)
    middle = np.tile([(WIDTH - 1) / 2, (HEIGHT - 1) / 2], (count, 1))
    labels = label_joints(joints, both, np.full(count, focal), middle, WIDTH, HEIGHT)
    labels["scene"] = _kind_of_frames(motion, labels["present"].astype(bool))
    labels["viewpoint"], labels["skin_tone"], labels["grey"], labels["dark"] = viewpoint, tone, grey, dark
    quality = int(rng.choice([0, 60, 80, 92]))
    return scenes, labels, quality


def _dress_alike(rng, scenes, motion, viewpoint, focal) -> None:
    """The same clothes on every frame: the same draws, over other arms; the head stays where it is."""
    seed, drawn = int(rng.integers(2**32)), np.ones((1, 2), bool)
    head = np.array([[rng.normal(0, 40), rng.normal(-60, 60), rng.uniform(500, 720) + 0.7 * focal]])
    for i in range(len(scenes)):
        dress(np.random.default_rng(seed), scenes[i : i + 1], drawn, np.array([viewpoint]), motion.hands.size[:1], head)


def _film(rng, scenes, bones, focal) -> None:
    """Fresh noise on every frame, and blur along the way the hands go during half a frame."""
    sensor = scenes["sensor"]
    sensor["seed"] = rng.integers(1, 2**32, len(scenes), dtype=np.uint64).astype(np.uint32)
    sensor["motion_all"] = 0
    sensor["blur_px"] *= 0.4  # drawn for crops, which show a hand several times larger
    palm = bones[:, :, 0, :, 3].mean(1)
    speed = np.gradient(palm[:, :2] / np.maximum(palm[:, 2:], 100) * focal, axis=0)
    sensor["motion_px"] = np.clip(0.5 * speed, -14, 14)


def _kind_of_frames(motion: Motion, present) -> np.ndarray:
    """Indices into SCENES from what is in the picture; within 4 mm of each other hands touch."""
    hands = motion.hands
    gap = -deepest(hands.spheres[:, 0], hands.radii, hands.spheres[:, 1], hands.radii)
    two = np.where(gap < 4, SCENES.index("touching"), SCENES.index("apart"))
    two = np.where(motion.clasped, SCENES.index("clasped"), two)
    return np.where(present.all(1), two, np.where(present.any(1), SCENES.index("single"), SCENES.index("none")))
