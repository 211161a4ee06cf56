"""The rest shape of a right hand with a forearm: what is posed, and what the renderer draws.

Source: generic-hand/right.glb of npm's @webxr-input-profiles/assets (MIT, Copyright (c) 2019 Amazon), read from
node_modules. Rest frame of the file, in mm: fingers towards -y, back of the hand +x, thumb -z. The left hand is
the mirror image of this one, never the file's own left hand, so that both are exact mirror images.
"""

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import rotations
from .forearm import grow_forearm
from .glb import read_glb
from .skeleton import JOINT_NAMES, TIPS, part_of

HAND_FILE = (
    Path(__file__).resolve().parents[2]
    / "node_modules/@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb"
)

TIP_EXTENSION_MM = 8.0
"""The file's tip joints lie 10 to 12.6 mm inside the skin; datasets mark the skin's end. Moved out by this much."""


@dataclass(frozen=True)
class Rig:
    positions: np.ndarray  # float32 [n, 3], mm
    normals: np.ndarray  # float32 [n, 3], outward
    uvs: np.ndarray  # float32 [n, 2]
    bones: np.ndarray  # uint8 [n, 4], WebXR order, 25 is the forearm
    weights: np.ndarray  # float32 [n, 4]
    triangles: np.ndarray  # uint16 [m, 3]
    triangle_bones: np.ndarray  # uint8 [m], the bone that moves the triangle most
    parts: np.ndarray  # uint8 [m], see skeleton.part_of
    joints: np.ndarray  # float64 [25, 3], mm
    axes: np.ndarray  # float64 [25, 3, 3]; columns: flexion axis x, dorsal y, -z along the bone


@functools.cache
def load_rig(path: Path = HAND_FILE) -> Rig:
    """The hand of the installed npm package. Raises FileNotFoundError if `npm ci` has not been run."""
    file = read_glb(path)
    order = [file.joint_names.index(name) for name in JOINT_NAMES]
    place = np.argsort(order)
    joints = file.joint_positions[order] * 1000.0
    grown = grow_forearm(
        file.positions * 1000.0, file.uvs, place[file.joints].astype(np.uint8), file.weights, file.triangles, joints[0]
    )
    strongest = grown.bones[np.arange(len(grown.bones)), grown.weights.argmax(1)]
    triangle_bones = strongest[grown.triangles[:, 0]]
    return Rig(
        positions=grown.positions.astype(np.float32),
        normals=_smooth_normals(grown.positions, grown.triangles).astype(np.float32),
        uvs=grown.uvs.astype(np.float32),
        bones=grown.bones,
        weights=grown.weights.astype(np.float32),
        triangles=grown.triangles.astype(np.uint16),
        triangle_bones=triangle_bones,
        parts=np.array([part_of(bone) for bone in triangle_bones], np.uint8),
        joints=joints,
        axes=rotations.of_quaternion(file.joint_rotations[order]),
    )


def joint_ends(rig: Rig) -> np.ndarray:
    """Rest joints with the tips moved out to where the skin ends: [25, 3], mm."""
    ends = rig.joints.copy()
    for tip in TIPS:
        ends[tip] += rotations.unit(ends[tip] - ends[tip - 1]) * TIP_EXTENSION_MM
    return ends


def weld(positions: np.ndarray) -> np.ndarray:
    """For every vertex the index of its place: vertices split along texture seams share one. [n]"""
    return np.unique(np.round(positions, 3), axis=0, return_inverse=True)[1].ravel()


def _smooth_normals(positions: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """Area-weighted normals, the same on both sides of a texture seam: [n, 3]."""
    places = weld(positions)
    a, b, c = (positions[triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    sums = np.zeros((places.max() + 1, 3))
    for k in range(3):
        np.add.at(sums, places[triangles[:, k]], faces)
    return rotations.unit(sums[places])
