"""The person behind the hands: sleeves, upper arms, shoulders, torso, neck and head, of the hands' own skin.

What is on the picture behind a webcam hand is mostly its owner: as much skin, as bright, as large as the hand.
"""

import numpy as np

from . import rotations
from .forearm import FOREARM_LENGTH_MM
from .prop_placing import along, halves, place
from .rig import load_rig
from .scene_layout import BLOTCHES, CHECKS, CLOTH, FACE, PLAIN, PRINT, SKIN, SPHERE, STRIPES, TUBE
from .skeleton import FOREARM
from .wardrobe import sample_cloth, sample_hair

HEAD, NOSE, NECK, TORSO, LAP = 0, 1, 2, 3, 4
SHOULDERS, UPPER_ARMS, SLEEVES, BANDS = (5, 6), (7, 8), (9, 10), (11, 12)
"""Slots of the props that make up a person."""


def dress(rng: np.random.Generator, scenes, drawn, viewpoint, size, head=None) -> None:
    """Fills the slots of `scenes["props"]` from the hands' bone maps, skin and viewpoint, in place.

    head: middle of the head [n, 3], camera mm; drawn from where the arms are unless given.
    """
    count = len(scenes)
    props, bones = scenes["props"], scenes["bones"].astype(float)
    cloth, second = sample_cloth(rng, count), sample_cloth(rng, count)
    pattern = rng.choice([PLAIN, STRIPES, CHECKS, BLOTCHES, PRINT], count, p=(0.5, 0.15, 0.15, 0.1, 0.1))
    wear = dict(colour=cloth, second=second, pattern=pattern, pattern_mm=rng.uniform(8, 60, count))
    sleeved = rng.random(count) < 0.6
    start = np.where(rng.random(count) < 0.6, rng.uniform(-6, 40, count), rng.uniform(20, 220, count))
    arms = [_Forearm(bones[:, side]) for side in range(2)]
    loose = 1.22 + 0.3 * rng.random(count) ** 2
    for side, arm in enumerate(arms):
        _sleeve(props, SLEEVES[side], drawn[:, side] & sleeved, arm, start, loose, wear)
        _band(rng, props, BANDS[side], drawn[:, side] & (rng.random(count) < 0.08), arm)
    bare_arms = ~sleeved | (start > 150)
    worn = viewpoint == 1  # the camera is on the head: only the arms are seen, coming from below
    seen = (viewpoint == 0) & (rng.random(count) < 0.8) | (viewpoint == 2) & (rng.random(count) < 0.6)
    head = _head_place(rng, arms, drawn) if head is None else head
    _head(rng, props, seen & (viewpoint == 0), head)
    _trunk(rng, props, seen, head, wear)
    for side, arm in enumerate(arms):
        aside = -175.0 if side == 0 else 175.0
        shoulder = head + np.array([aside, 215.0, 25.0])
        place(props, SHOULDERS[side], seen, SPHERE, CLOTH, np.eye(3), halves(72, 75, 70), shoulder, **wear)
        shoulder = np.where(worn[:, None], [-aside, 190.0, -80.0], shoulder)
        reach = np.linalg.norm(shoulder - arm.elbow, axis=1)
        joined = (seen | worn) & drawn[:, side] & (reach > 120) & (reach < np.where(worn, 600, 430))
        frame, half, centre = along(arm.elbow, shoulder)
        wide = np.where(bare_arms, 41, 44 * loose) * size
        surface = np.where(bare_arms, SKIN, CLOTH)
        place(
            props, UPPER_ARMS[side], joined, TUBE, surface, frame, halves(wide, half, wide), centre, taper=1.35, **wear
        )


class _Forearm:
    """Wrist, elbow and axes of posed forearms, in camera space."""

    def __init__(self, bones):
        wrist = load_rig().joints[0]
        map_ = bones[:, FOREARM]
        at = lambda point: np.einsum("nij,j->ni", map_[..., :3], point) + map_[..., 3]  # noqa: E731
        self.at_mm = lambda behind: (
            np.einsum("nij,nj->ni", map_[..., :3], wrist + np.outer(behind, [0, 1, 0])) + map_[..., 3]
        )
        self.elbow = at(wrist + [0, FOREARM_LENGTH_MM - 30, 0])
        self.scale = np.linalg.norm(map_[..., :3], axis=1)  # of thickness, length, width
        frame = rotations.unit(np.swapaxes(map_[..., :3], 1, 2))
        self.frame = np.swapaxes(frame, 1, 2)


def _sleeve(props, slot, where, arm, start, loose, wear):
    end = FOREARM_LENGTH_MM + 9.0
    begin, finish = arm.at_mm(start), arm.at_mm(np.full_like(start, end))
    swell = np.sin(np.clip(start / 190, 0, 1) * np.pi / 2) ** 1.5
    thick, wide = (21 + 15 * swell) * loose * arm.scale[:, 0], (28.5 + 12 * swell) * loose * arm.scale[:, 2]
    half = np.linalg.norm(finish - begin, axis=1) / 2
    taper = 1 + 0.55 * (1 - swell)
    where = where & (start < end - 20)
    place(
        props, slot, where, TUBE, CLOTH, arm.frame, halves(thick, half, wide), (begin + finish) / 2, taper=taper, **wear
    )


def _band(rng, props, slot, where, arm):
    """A watch or a bracelet."""
    count = len(props)
    middle = arm.at_mm(rng.uniform(12, 30, count))
    half = halves(20.5 * arm.scale[:, 0], rng.uniform(3, 11, count), 28 * arm.scale[:, 2])
    colour = sample_cloth(rng, count)
    place(props, slot, where, TUBE, 4, arm.frame, half, middle, colour=colour, second=colour, gloss=0.3)


def _head_place(rng, arms, drawn):
    """Above the shoulder that the arm hangs from; sometimes right behind the hands."""
    count = len(drawn)
    left = ~drawn[:, 0]
    elbow = np.where(left[:, None], arms[1].elbow, arms[0].elbow)
    wrist = np.where(left[:, None], arms[1].at_mm(np.zeros(count)), arms[0].at_mm(np.zeros(count)))
    up = rotations.unit(np.array([0.0, -0.7, 0.75]) + rng.normal(0, 0.3, (count, 3)))
    shoulder = elbow + up * rng.uniform(240, 330, (count, 1))
    side = np.where(left, -1.0, 1.0)
    head = shoulder + np.stack([175 * side, np.full(count, -215.0), np.full(count, -25.0)], 1)
    behind = wrist + np.stack([rng.normal(0, 110, count), rng.normal(20, 110, count), rng.uniform(130, 420, count)], 1)
    head = np.where((rng.random(count) < 0.45)[:, None], behind, head)
    head[:, 2] = np.maximum(head[:, 2], wrist[:, 2] + rng.uniform(110, 260, count))
    return head


def _head(rng, props, seen, head):
    count = len(props)
    turn = rotations.about([0, 1, 0], rng.normal(0, 0.35, count)) @ rotations.about(
        [1, 0, 0], rng.normal(0, 0.2, count)
    )
    half = halves(76, 112, 98) * rng.uniform(0.92, 1.08, (count, 1))
    hair = sample_hair(rng, count)
    hairline = np.where(rng.random(count) < 0.12, -1.5, rng.uniform(-0.72, -0.5, count))
    beard = np.where(rng.random(count) < 0.25, rng.uniform(0.3, 1.0, count), 0.0)
    look = dict(colour=hair, second=hair, pattern_mm=hairline, taper=beard)
    place(props, HEAD, seen, SPHERE, FACE, turn, half, head, **look)
    nose = head + np.einsum("nij,nj->ni", turn, half * np.array([0.0, 0.13, -0.98]))
    place(props, NOSE, seen, SPHERE, SKIN, turn, halves(12, 22, 15), nose)
    place(props, NECK, seen, TUBE, SKIN, np.eye(3), halves(54, 65, 52), head + np.array([0.0, 130.0, 25.0]))


def _trunk(rng, props, seen, head, wear):
    middle = head + np.array([0.0, 420.0, 45.0])
    broad = rng.uniform(0.85, 1.3, len(props))
    place(props, TORSO, seen, SPHERE, CLOTH, np.eye(3), halves(205 * broad, 285, 120 * broad), middle, **wear)
    place(
        props,
        LAP,
        seen,
        TUBE,
        CLOTH,
        np.eye(3),
        halves(170 * broad, 260, 115 * broad),
        middle + [0.0, 150.0, 5.0],
        **wear,
    )
