"""Smooth random motions of two hands: they come and go, draw near, clasp, part. One person a sequence.

A sequence passes through stations (stations.py) along minimum-jerk curves (Flash and Hogan, 1985), with a little sway.
"""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from . import rotations
from .clasps import MIRROR
from .collision import slide_until_apart
from .finger_pose import FingerPose
from .hand_shape import HandShapes, sample_shapes
from .placement import PlacedHands, assemble, moved_left, settle
from .stations import CLASPED, FREE, Station, sample_stations

_REACH = 6
"""Frames before and after that a shift is spread over."""


@dataclass(frozen=True)
class Motion:
    """f frames of one person's hands."""

    hands: PlacedHands  # right wrist at the origin, [f, ...]
    right_wrist: np.ndarray  # [f, 3], mm, in the person's frame
    clasped: np.ndarray  # bool [f]


def sample_motion(rng: np.random.Generator, frames: int, viewpoint: int) -> Motion:
    """Apart, then clasped or touching, then apart again, over and over, at changing pace."""
    shapes = sample_shapes(rng, 1)
    stations = sample_stations(rng, frames, viewpoint, shapes)
    angles, turns, places, bends, near, clasped = _between(rng, stations, frames)
    many = HandShapes(*(np.repeat(a, frames, 0) for a in (shapes.axes, shapes.bones, shapes.girth)))
    poses = [FingerPose(angles[:, side, 0], angles[:, side, 1], angles[:, side, 2]) for side in range(2)]
    frames_of_hands = np.stack([turns[:, 0], turns[:, 1] @ MIRROR], 1)
    placed = assemble(poses, many, frames_of_hands, bends, places[:, 1] - places[:, 0])
    placed = moved_left(placed, _cleared(placed, near))
    return Motion(placed, places[:, 0], clasped)


def _between(rng, stations, frames):
    """Values at every frame: angles, turns, wrist places, wrist bends, whether close to a clasp, whether in one."""
    rows = [_blend(a, b, k / a.frames) for a, b in zip(stations, stations[1:]) for k in range(a.frames)]
    rows += [_blend(stations[-1], stations[-1], 0.0)] * frames
    angles, turns, places, bends, near, clasped = (np.stack(column) for column in zip(*rows[:frames]))
    time = np.arange(frames)[:, None, None] / 30
    sway = np.sin(2 * np.pi * (time * rng.uniform(0.3, 1.2, (1, 1, 3)) + rng.random((1, 1, 3)))) * rng.uniform(1, 7)
    return angles, turns, places + sway, bends, near, clasped


def _blend(a: Station, b: Station, t: float):
    s = t**3 * (10 - 15 * t + 6 * t * t)
    return (
        a.angles + (b.angles - a.angles) * s,
        _towards(a.turns, b.turns, s),
        a.places + (b.places - a.places) * s,
        _towards(a.bends, b.bends, s),
        min(a.stage, b.stage) > FREE,
        min(a.stage, b.stage) == CLASPED,
    )


def _towards(a, b, share) -> np.ndarray:
    """The rotations a share of the way from a to b, about one axis each."""
    between = np.swapaxes(a, -1, -2) @ b
    axis, angle = rotations.axis_angle(between)
    return a @ rotations.about(axis, angle * share)


def _cleared(placed: PlacedHands, near: np.ndarray) -> np.ndarray:
    """Shift of the left hand in each frame that keeps the hands out of each other: [f, 3].

    Far from a clasp the left hand slides out along the line between the hands. What each frame needs is widened to
    the frames about it and then smoothed over as many, so that no frame gets less. What still presses is settled.
    """
    towards = _steady(rotations.unit(placed.joints[:, 1].mean(1) - placed.joints[:, 0].mean(1)))
    slide = slide_until_apart(placed.spheres[:, 0], placed.radii, placed.spheres[:, 1], placed.radii, towards)
    needed = np.pad(np.where(near, 0, slide), 2 * _REACH, mode="edge")
    widened = sliding_window_view(needed, 2 * _REACH + 1).max(1)
    kernel = np.hanning(2 * _REACH + 3)[1:-1]
    smooth = np.convolve(widened, kernel / kernel.sum(), "valid")
    shift = towards * smooth[:, None]
    return shift + settle(moved_left(placed, shift), 16)


def _steady(towards: np.ndarray) -> np.ndarray:
    """The direction [f, 3] as it is over most of a second, so that hands which pass do not leap."""
    kernel = np.hanning(27)[1:-1]
    padded = np.pad(towards, ((12, 12), (0, 0)), mode="edge")
    return rotations.unit(np.stack([np.convolve(padded[:, k], kernel, "valid") for k in range(3)], 1))
