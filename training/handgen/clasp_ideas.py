"""The rough starts of clasps, and the command that relaxes them into the library."""

import numpy as np

from . import rotations
from .clasp_relaxation import relax
from .clasps import LIBRARY, MIRROR, Clasps
from .finger_pose import limited
from .flesh import flesh_spheres
from .rig import load_rig
from .skeleton import FOREARM, METACARPALS, TIPS

PRAYER, INTERLACED, GRIP, STEEPLE, CROSSED, STACKED = range(6)
KIND_NAMES = ("prayer", "interlaced", "grip", "steeple", "crossed wrists", "stacked")
_SHARES = (0.14, 0.30, 0.26, 0.08, 0.10, 0.12)


def build_library(count: int, seed: int, steps: int = 140, batch: int = 96) -> None:
    """Writes `count` clasps that hold; about half of the starts survive."""
    rng, found, total = np.random.default_rng(seed), [], 0
    while total < count:
        kind = rng.choice(len(_SHARES), batch, p=_SHARES)
        clasps, pulls = _starts(rng, kind)
        relaxed, free = relax(clasps, pulls, steps)
        found.append(relaxed[free])
        total += int(free.sum())
        per_kind = ", ".join(
            f"{name} {int(free[kind == k].sum())}/{int((kind == k).sum())}" for k, name in enumerate(KIND_NAMES)
        )
        print(f"{total}/{count} clasps ({per_kind})", flush=True)
    joined = {
        name: np.concatenate([getattr(c, name) for c in found])[:count] for name in ("angles", "turn", "shift", "kind")
    }
    np.savez_compressed(
        LIBRARY, **{name: a.astype(np.float32 if a.dtype.kind == "f" else np.uint8) for name, a in joined.items()}
    )


def _starts(rng, kind) -> tuple[Clasps, np.ndarray]:
    count = len(kind)
    angles = np.stack([_hand(rng, kind, side) for side in range(2)], 1)
    turn, shift = np.tile(np.eye(3), (count, 1, 1)), np.zeros((count, 3))
    pulls = np.full((count, 6, 2), -1)
    for i, k in enumerate(kind):
        turn[i], shift[i], pairs = _PLACES[k](rng)
        pulls[i, : len(pairs)] = pairs[:6]
    return Clasps(angles, turn, shift, kind), pulls


def _hand(rng, kind, side) -> np.ndarray:
    """Angles [n, 3, 25] that suit each kind: flat, half bent, or closed where the right hand is held."""
    count = len(kind)
    low = np.select([kind == PRAYER, kind == INTERLACED, kind == GRIP, kind == STEEPLE], [0.0, 0.3, 0.2, 0.15], 0.0)
    high = np.select([kind == PRAYER, kind == INTERLACED, kind == GRIP, kind == STEEPLE], [0.12, 0.6, 0.6, 0.45], 0.8)
    if side == 0:
        low, high = np.where(kind == GRIP, 0.0, low), np.where(kind == GRIP, 1.0, high)
    curl = rng.uniform(low, high)
    spread = np.where(np.isin(kind, (INTERLACED, STEEPLE)), rng.uniform(6, 13, count), rng.normal(0, 4, count))
    flexion, abduction, twist = (np.zeros((count, 25)) for _ in range(3))
    for base, share in zip(METACARPALS, (1.0, 0.15, -0.6, -1.35)):
        own = np.clip(curl + rng.normal(0, 0.07, count), 0, 1)
        flexion[:, base + 1] = own * np.where(kind == INTERLACED, 95, 75)
        flexion[:, base + 2] = own * np.where(kind == INTERLACED, 60, 95)
        flexion[:, base + 3] = own * 40
        abduction[:, base + 1] = spread * share
    opposed = rng.uniform(-0.3, 0.7, count)
    flexion[:, 1], flexion[:, 2], flexion[:, 3] = opposed * 20, opposed * 20, rng.uniform(-5, 30, count)
    abduction[:, 1] = rng.normal(0, 8, count)
    pose = limited(flexion, abduction, twist)
    return np.stack([pose.flexion, pose.abduction, pose.twist], 1)


def _sphere(bone: int, which: int = 0) -> int:
    """Index of the `which`-th flesh sphere of a bone."""
    return int(np.flatnonzero(flesh_spheres().bones == bone)[which])


def _turned(rng, about_x, about_y, about_z):
    """Rotation by normal angles of these deviations, degrees, about the rest frame's axes."""
    x, y, z = (np.radians(rng.normal(0, d)) for d in (about_x, about_y, about_z))
    return rotations.about([1, 0, 0], x) @ rotations.about([0, 1, 0], y) @ rotations.about([0, 0, 1], z)


def _prayer(rng):
    pairs = [
        (_sphere(10, 2), _sphere(10, 2)),
        (_sphere(15, 1), _sphere(15, 1)),
        (_sphere(14), _sphere(14)),
        (_sphere(9), _sphere(9)),
    ]
    return _turned(rng, 14, 5, 5), np.array([-75.0, rng.normal(0, 10), rng.normal(0, 8)]), pairs


def _steeple(rng):
    pairs = [(_sphere(tip, 1), _sphere(tip, 1)) for tip in TIPS]
    return _turned(rng, 8, 5, 18), np.array([-rng.uniform(70, 120), rng.normal(0, 8), rng.normal(0, 6)]), pairs


def _interlaced(rng):
    """Palms face each other, shifted by half a finger's breadth, so that fingers enter the gaps and fold over."""
    fold = rotations.about([0, 0, 1], np.radians(rng.uniform(-55, 10)))
    shift = np.array([-rng.uniform(50, 75), rng.normal(-5, 10), rng.choice([-10, 10]) + rng.normal(0, 2)])
    pairs = [(_sphere(tip), _sphere(other, 2)) for tip, other in ((9, 10), (14, 15), (19, 20))]
    pairs += [(_sphere(other, 2), _sphere(tip)) for tip, other in ((9, 10), (14, 15), (19, 20))]
    return _turned(rng, 22, 8, 6) @ fold, shift, pairs


def _facing(rng, target, distance):
    """A left hand whose palm looks at `target` (right hand's frame) from a random side, but not from the forearm."""
    side = rng.normal(size=3) * np.array([1.3, 0.8, 1.0])
    side[1] = -abs(side[1]) if rng.random() < 0.6 else side[1]
    side = rotations.unit(side)
    fingers = rotations.unit(np.cross(side, rng.normal(size=3)))
    palm = -side  # the left palm looks along +x of its mirrored frame, its fingers along -y
    turn = np.stack([palm, -fingers, np.cross(palm, -fingers)], 1)
    palm_centre = MIRROR @ (0.6 * load_rig().joints[11] + 0.4 * load_rig().joints[10] - load_rig().joints[0])
    return turn, target + side * distance - turn @ palm_centre


def _grip(rng):
    rig = load_rig()
    held = rng.choice([11, 11, 11, 6, 16, 7, 2, 0, FOREARM])
    bone = FOREARM if held in (0, FOREARM) else held
    target = rig.joints[0] * 0 + np.array([0, 45.0, 0]) if bone == FOREARM else rig.joints[held] - rig.joints[0]
    if held == 0:
        target = np.array([0.0, 5.0, 0.0])
    turn, shift = _facing(rng, target, rng.uniform(55, 80))
    sphere = _sphere(bone, 2 if held == FOREARM else 0)
    pairs = [(sphere, _sphere(10, 2))] + [(sphere, _sphere(tip)) for tip in TIPS]
    return turn, shift, pairs


def _stacked(rng):
    rig = load_rig()
    turn, shift = _facing(rng, rig.joints[11] * 0.7 + rig.joints[10] * 0.3 - rig.joints[0], 85)
    return (
        turn,
        shift,
        [(_sphere(10, 2), _sphere(10, 2)), (_sphere(15, 2), _sphere(15, 2)), (_sphere(11), _sphere(11, 2))],
    )


def _crossed(rng):
    turn = rotations.uniform(rng, 1)[0]
    along = turn @ np.array([0.0, 1.0, 0.0])
    if abs(along[1]) > 0.75:
        return _crossed(rng)
    side = rotations.unit(np.cross(along, [0, 1, 0])) * rng.choice([-1, 1])
    mine, theirs = rng.uniform(5, 80), rng.uniform(5, 80)
    shift = np.array([0, mine, 0]) - along * theirs + side * 75
    pairs = [(_sphere(FOREARM, int(mine > 45) * 2 + k), _sphere(FOREARM, int(theirs > 45) * 2 + k)) for k in range(2)]
    return turn, shift, pairs


_PLACES = (_prayer, _interlaced, _grip, _steeple, _crossed, _stacked)
