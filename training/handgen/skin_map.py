"""Paints what every hand's skin has in common, in the rig's texture coordinates: creases, nails, palm, relief.

The map is [SIDE, SIDE, 4] uint8: darkness of creases, nail, palm side, height (128 level, 255 one unit of the
renderer's `bump` above it). Strengths and colours are chosen per scene; this only says where things are.
"""

import functools
from pathlib import Path

import numpy as np

from . import rotations
from .cache import cached
from .rig import Rig, load_rig
from .skeleton import JOINT_NAMES, TIPS

SIDE = 512
_LEVEL = 128


@functools.cache
def skin_map() -> np.ndarray:
    """The painted map, kept in the cache: painting takes seconds."""
    sources = [Path(__file__), Path(__file__).with_name("rig.py"), Path(__file__).with_name("forearm.py")]
    return cached("skin-map", sources, _paint)


def _paint() -> np.ndarray:
    rig = load_rig()
    covered, place, normal, dorsal = _texels(rig)
    back = np.sum(normal * dorsal, -1)
    wrist_y = rig.joints[0, 1]
    towards_palm = _smooth(-0.05, 0.45, -back) * (1 - _smooth(wrist_y - 28, wrist_y + 4, place[..., 1]))
    lines, relief = _joint_creases(rig, place, back)
    lines = np.maximum(lines, _palm_lines(place, towards_palm))
    nail, fold = _nails(rig, place)
    crease = np.clip(np.maximum(lines, 0.8 * fold) * (1 - nail), 0, 1)
    height = np.clip(0.5 - 0.45 * np.maximum(crease, 0.6 * fold) + relief + 0.12 * nail, 0, 1)
    channels = np.stack([crease, nail, towards_palm, height], -1)
    empty = np.array([0, 0, 0, 0.5])
    painted = _bleed(np.where(covered[..., None], channels, empty), covered, empty)
    return np.ascontiguousarray((painted * 255 + 0.5).astype(np.uint8))


def _smooth(low, high, x):
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def _texels(rig: Rig):
    """Per texel: whether the hand covers it, its rest position, its normal, the dorsal direction of its bones."""
    covered = np.zeros((SIDE, SIDE), bool)
    axes = np.concatenate([rig.axes, rig.axes[:1]])
    dorsal = np.einsum("nk,nkc->nc", rig.weights, axes[rig.bones][..., 1])
    attributes = np.concatenate([rig.positions, rig.normals, dorsal], 1)
    out = np.zeros((SIDE, SIDE, 9))
    for corners in rig.triangles:
        uv = rig.uvs[corners] * SIDE - 0.5
        (x0, y0), (x1, y1) = np.floor(uv.min(0)).astype(int), np.ceil(uv.max(0)).astype(int)
        (ax, ay), (bx, by), (cx, cy) = uv
        area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
        if abs(area) < 1e-6:
            continue
        x, y = np.meshgrid(np.arange(x0, x1 + 1), np.arange(y0, y1 + 1))
        b = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area
        c = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area
        inside = (b >= -1e-6) & (c >= -1e-6) & (b + c <= 1 + 1e-6)
        weights = np.stack([1 - b - c, b, c], -1)[inside]
        out[y[inside], x[inside]] = weights @ attributes[corners]
        covered[y[inside], x[inside]] = True
    place, normal, dorsal = out[..., :3], rotations.unit(out[..., 3:6]), rotations.unit(out[..., 6:])
    return covered, place, normal, dorsal


def _joint_creases(rig: Rig, place, back):
    """Wrinkles over each knuckle and folds under it: darkness and relief [SIDE, SIDE]."""
    lines = np.zeros(place.shape[:2])
    relief = np.zeros(place.shape[:2])
    for joint, name in enumerate(JOINT_NAMES):
        if joint == 0 or joint in TIPS or name.endswith("finger-metacarpal") or name == "thumb-metacarpal":
            continue
        bone = rotations.unit(rig.joints[joint + 1] - rig.joints[joint])
        offset = place - rig.joints[joint]
        along = offset @ bone
        near = np.linalg.norm(offset, axis=-1) < (19 if name.endswith("proximal") else 15)
        across = offset @ rig.axes[joint][:, 0]
        wavy = along + 0.5 * np.sin(across * 0.45 + joint) + 0.03 * across**2
        knuckle = name.endswith("phalanx-proximal") and joint > 4
        over = np.exp(-((wavy / (9.0 if knuckle else 5.0)) ** 2)) * _smooth(0.2, 0.75, back)
        furrows = 0.5 + 0.5 * np.cos(wavy * (1.6 if knuckle else 2.5))
        lines = np.where(near, np.maximum(lines, over * furrows * (0.25 if knuckle else 0.6)), lines)
        relief = np.where(near & (not knuckle), np.maximum(relief, 0.08 * over * (1 - furrows)), relief)
        shift = 14.0 if knuckle else 0.0  # the palm reaches past the knuckles to the webs between the fingers
        under = np.exp(-(((wavy - shift) / 0.8) ** 2)) + 0.6 * np.exp(-(((wavy - shift - 3.0) / 0.7) ** 2))
        reach = near if not knuckle else np.linalg.norm(offset - bone * shift, axis=-1) < 16
        lines = np.where(reach, np.maximum(lines, under * _smooth(0.1, 0.6, -back)), lines)
    return lines, relief


def _palm_lines(place, towards_palm):
    """The three great lines and the bracelet at the wrist, as curves in the palm's plane (z across, y along)."""
    y, z = place[..., 1], place[..., 2]
    heart = np.where((z > -4) & (z < 46), y - (-17 + 0.010 * (z - 16) ** 2 + 0.1 * z), 99)
    head = np.where((z > -26) & (z < 38), y - (-6 + 0.45 * (z + 22) + 0.003 * (z + 22) ** 2 - 8), 99)
    radius = np.hypot(y - 34, z + 28)
    life = np.where((y > -18) & (y < 42) & (z > -28), radius - 38, 99)
    bracelet = np.where(y > 40, y - 60 - 0.006 * (z - 9) ** 2, 99)
    strokes = [(heart, 0.9), (head, 0.8), (life, 1.0), (bracelet, 0.6), (bracelet - 6, 0.4)]
    lines = np.max([strength * np.exp(-((distance / 0.9) ** 2)) for distance, strength in strokes], axis=0)
    wrist = np.where(y > 40, 1.0, towards_palm)
    return lines * wrist * _smooth(0.0, 0.3, wrist)


def _nails(rig: Rig, place):
    """Nails and the folds that frame them, [SIDE, SIDE] each."""
    nail, fold = np.zeros(place.shape[:2]), np.zeros(place.shape[:2])
    for tip in TIPS:
        axes = rig.axes[tip]
        bone = rotations.unit(rig.joints[tip] - rig.joints[tip - 1])
        offset = place - rig.joints[tip]
        along, up, across = offset @ bone, offset @ axes[:, 1], offset @ axes[:, 0]
        half = {4: 6.4, 24: 4.2}.get(tip, 5.3)
        shape = np.maximum(np.abs(across / half), 0) ** 2.6 + np.abs((along - 2.2) / 6.3) ** 2.6
        on_top = (up > 2.0) & (np.linalg.norm(offset, axis=-1) < 16)
        nail = np.maximum(nail, np.where(on_top, 1 - _smooth(0.78, 1.0, shape), 0))
        rim = np.exp(-(((shape - 1.12) / 0.22) ** 2))
        fold = np.maximum(fold, np.where(on_top & (along < 7), rim, 0))
    return nail, fold


def _bleed(painted, covered, empty):
    """Carries colours a few texels over the edge of each island, so that sampling does not mix in the void."""
    for _ in range(4):
        total, count = np.zeros_like(painted), np.zeros(covered.shape)
        for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            neighbour = np.roll(covered, (dy, dx), (0, 1))
            total += np.roll(painted, (dy, dx), (0, 1)) * neighbour[..., None]
            count += neighbour
        grown = (count > 0) & ~covered
        painted = np.where(grown[..., None], total / np.maximum(count, 1)[..., None], painted)
        covered = covered | grown
    return painted
