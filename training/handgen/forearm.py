"""Grows a forearm out of the hand's mesh: the skin goes on past the wrist in one piece, so there is no seam."""

from dataclasses import dataclass

import numpy as np

from .skeleton import FOREARM

FOREARM_LENGTH_MM = 245.0
_RINGS_MM = (30.0, 42.0, 60.0, 90.0, 130.0, 175.0, 215.0, 237.0, FOREARM_LENGTH_MM)
_BLANK_UV = (0.93, 0.93)  # no part of the hand lies there: no crease, no nail


@dataclass(frozen=True)
class GrownMesh:
    positions: np.ndarray  # [n, 3], mm
    uvs: np.ndarray  # [n, 2]
    bones: np.ndarray  # uint8 [n, 4]
    weights: np.ndarray  # [n, 4]
    triangles: np.ndarray  # [m, 3]


def grow_forearm(positions, uvs, bones, weights, triangles, wrist) -> GrownMesh:
    """Replaces the flat lid behind the wrist by rings along +y, moved by the bone FOREARM."""
    lid = np.all((uvs[triangles] < (0.30, 0.24)).all(-1) & (positions[triangles][..., 1] > 60), axis=1)
    kept = triangles[~lid]
    weights, bones = _give_to_forearm(positions, bones, weights, wrist)
    rim = _rim(positions, kept)
    sides = len(rim)
    middle = positions[rim].mean(0)
    turn = np.arctan2(*(positions[rim] - middle)[:, [0, 2]].T)
    rings = [positions[rim]]
    for along in _RINGS_MM:
        rings.append(_ring(positions[rim], wrist, middle, turn, along))
    added = np.concatenate(rings)
    first = len(positions)
    faces = [
        corners
        for r in range(len(rings) - 1)
        for k in range(sides)
        for corners in _quad(first + r * sides + k, first + r * sides + (k + 1) % sides, sides)
    ]
    end = first + len(added)
    last = end - sides
    faces += [(last + k, last + (k + 1) % sides, end) for k in range(sides)]
    added = np.concatenate([added, rings[-1].mean(0, keepdims=True)])
    added_bones = np.tile(np.array([FOREARM, 0, 0, 0], np.uint8), (len(added), 1))
    share = _share_of_forearm(added[:, 1], wrist[1])
    added_weights = np.stack([share, 1 - share, 0 * share, 0 * share], 1)
    grown = np.concatenate([positions, added])
    return GrownMesh(
        positions=grown,
        uvs=np.concatenate([uvs, np.tile(_BLANK_UV, (len(added), 1))]),
        bones=np.concatenate([bones, added_bones]),
        weights=np.concatenate([weights, added_weights]),
        triangles=np.concatenate([kept, _outward(np.array(faces), grown)]),
    )


def _share_of_forearm(y, wrist_y):
    t = np.clip((y - wrist_y + 6) / 34, 0, 1)
    return t * t * (3 - 2 * t)


def _give_to_forearm(positions, bones, weights, wrist):
    """Hands the wrist bone's pull behind the wrist on to the forearm bone, smoothly, so that the wrist bends."""
    weights, bones = weights.astype(float), bones.copy()
    share = _share_of_forearm(positions[:, 1], wrist[1])
    for i in np.flatnonzero(share > 0):
        pull = np.where(bones[i] == 0, weights[i], 0).sum()
        slot = weights[i].argmin()
        given = pull * share[i]
        weights[i] = np.where(bones[i] == 0, weights[i] * (1 - share[i]), weights[i])
        weights[i, slot] = given
        bones[i, slot] = FOREARM
        weights[i] /= weights[i].sum()
    return weights, bones


def _rim(positions, triangles) -> list[int]:
    """Vertices round the hole, in order, one for each place."""
    places = np.unique(np.round(positions, 3), axis=0, return_inverse=True)[1].ravel()
    edges: dict[tuple[int, int], int] = {}
    for triangle in triangles:
        for a, b in zip(triangle, np.roll(triangle, -1)):
            edges[places[a], places[b]] = a
    following = {start: (end, vertex) for (start, end), vertex in edges.items() if (end, start) not in edges}
    place = next(iter(following))
    rim = []
    for _ in following:
        place, vertex = following[place]
        rim.append(vertex)
    return rim


def _ring(rim, wrist, middle, turn, along):
    """The outline `along` mm behind the wrist: the rim's own, passing into an ellipse that thickens to the elbow."""
    swell = np.sin(np.clip(along / 190, 0, 1) * np.pi / 2) ** 1.5
    close = np.sqrt(max(0.0, 1 - max(0.0, (along - 215) / 32) ** 2))
    wide, thick = (27 + 13 * swell) * close, (19.5 + 16 * swell) * close
    ellipse = np.stack(
        [middle[0] + thick * np.sin(turn), np.full(len(rim), wrist[1] + along), middle[2] + wide * np.cos(turn)], 1
    )
    moved = rim + np.array([0.0, 1.0, 0.0]) * (wrist[1] + along - rim[:, 1:2])
    blend = np.clip((along - 20) / 60, 0, 1)
    return moved * (1 - blend) + ellipse * blend


def _quad(a, b, sides):
    return (a, b, a + sides), (b, b + sides, a + sides)


def _outward(faces, positions):
    """The same faces, wound so that their normals point away from the forearm's axis."""
    a, b, c = (positions[faces[:, k]] for k in range(3))
    axis = positions[faces.ravel()].mean(0)
    outward = (a + b + c) / 3 - axis
    outward[:, 1] *= 0.1
    flipped = np.sum(np.cross(b - a, c - a) * outward, 1) < 0
    return np.where(flipped[:, None], faces[:, ::-1], faces)
