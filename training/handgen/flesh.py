"""A hand's volume as spheres, measured on the rig's mesh: what hands and fingers push against."""

import functools
from dataclasses import dataclass

import numpy as np

from .kinematics import PosedHands
from .rig import load_rig
from .skeleton import FOREARM, INTERHAND_ORDER, METACARPALS, TIPS, part_of


@dataclass(frozen=True)
class FleshSpheres:
    """Spheres in the rest shape, mm."""

    centres: np.ndarray  # [s, 3]
    radii: np.ndarray  # [s]
    bones: np.ndarray  # [s]: the bone that carries each
    parts: np.ndarray  # [s]: see skeleton.part_of


@functools.cache
def flesh_spheres() -> FleshSpheres:
    """About a hundred spheres: four along each phalanx, four along each metacarpal, pairs along the forearm."""
    rig = load_rig()
    seeds = []
    for bone in range(1, 25):
        if bone in TIPS:
            reach = rig.joints[bone] - rig.joints[bone - 1]
            seeds += [(bone, rig.joints[bone]), (bone, rig.joints[bone] + reach / np.linalg.norm(reach) * 4.0)]
            continue
        fractions = (0.15, 0.4, 0.65, 0.9) if bone in METACARPALS else (0.0, 0.25, 0.5, 0.75)
        seeds += [(bone, rig.joints[bone] * (1 - f) + rig.joints[bone + 1] * f) for f in fractions]
    centres, radii = zip(*(_widest(rig.positions, seed) for _, seed in seeds))
    bones = [bone for bone, _ in seeds]
    x, y, z = rig.joints[0]
    for behind, apart, radius in ((8, 9, 17), (30, 9, 18), (60, 10, 20), (95, 10, 23), (135, 9, 27), (180, 6, 32)):
        centres += tuple(np.array([x, y + behind, z + side * apart]) for side in (-1, 1))
        radii += (radius, radius)
        bones += [FOREARM, FOREARM]
    return FleshSpheres(
        np.array(centres), np.array(radii, float), np.array(bones), np.array([part_of(b) for b in bones])
    )


def posed_spheres(hands: PosedHands, size: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centres [n, s, 3] in the hands' frame and radii [n, s], mm."""
    flesh = flesh_spheres()
    maps = hands.bones[:, flesh.bones]
    centres = np.einsum("nsij,sj->nsi", maps[..., :3], flesh.centres) + maps[..., 3]
    return centres, flesh.radii[None] * size[:, None]


@functools.cache
def joint_depths() -> np.ndarray:
    """How deep under the skin each of the 21 joints lies at most, mm, in InterHand2.6M's order: [21]."""
    rig = load_rig()
    flesh = flesh_spheres()
    depths = []
    for joint in INTERHAND_ORDER:
        nearest = np.linalg.norm(flesh.centres - rig.joints[joint], axis=1).argmin()
        depths.append(flesh.radii[nearest] * 1.5 + 5.0)
    return np.array(depths)


def _widest(positions, seed):
    """The largest sphere inside the mesh near `seed`: moves the centre away from the nearest skin by small steps."""
    centre = seed.copy()
    for _ in range(60):
        distances = np.linalg.norm(positions - centre, axis=1)
        nearest = positions[distances.argmin()]
        step = (centre - nearest) / max(distances.min(), 1e-6) * 0.15
        if np.linalg.norm(centre + step - seed) > 5.0:
            break
        centre = centre + step
    return centre, np.linalg.norm(positions - centre, axis=1).min()
