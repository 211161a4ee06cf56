"""The stations a sequence passes through: free poses of both hands, clasps of the library, hands gone from sight."""

from dataclasses import dataclass, replace

import numpy as np

from . import rotations
from .clasps import MIRROR, clasp_library
from .orientation import sample_orientations
from .posing import sample_possible_poses, sample_wrist_bends

AWAY_MM = 760.0
"""Hands that have gone are below the picture by this much."""
FASTEST_MM = 90.0
"""Way of a wrist in one frame at most, by its own choice; about 2.7 m/s."""
_PALM = np.array([-4.0, -65.0, 0.0])
"""About the middle of the palm from the wrist, in the rest frame, mm."""
_CANDIDATES = 7
"""Of so many random turns the one is taken that suits a human arm best."""


FREE, BEFORE, CLASPED = range(3)
"""Stages: on their own; open before each other on the way into a clasp or out of it; clasped."""


@dataclass(frozen=True)
class Station:
    """What both hands are to be at once."""

    angles: np.ndarray  # [2, 3, 25] radians
    turns: np.ndarray  # [2, 3, 3], proper rotations
    places: np.ndarray  # [2, 3]: wrists, mm, in the person's frame (camera axes)
    bends: np.ndarray  # [2, 3, 3]
    stage: int
    frames: int  # how long the way to the next station takes


def sample_stations(rng, frames, viewpoint, shapes) -> list[Station]:
    """Enough stations for so many frames: free ones and clasps in turn, mostly."""
    stations, near = [], bool(rng.random() < 0.3)
    while sum(station.frames for station in stations[:-1]) <= frames:
        pace = int(np.clip(rng.lognormal(np.log(22), 0.5), 8, 60))
        following = (
            _clasp_stations(rng, viewpoint, shapes, pace) if near else [_free_station(rng, viewpoint, shapes, pace)]
        )
        if stations:
            stations[-1] = _unhurried(stations[-1], following[0])
        stations += following
        near = not near if rng.random() < 0.75 else near
    return stations


def _unhurried(start: Station, end: Station) -> Station:
    """The start with enough frames for its way: a minimum-jerk curve peaks at 15/8 of its mean speed."""
    way = np.linalg.norm(end.places - start.places, axis=1).max()
    return replace(start, frames=max(start.frames, int(np.ceil(way * 15 / 8 / FASTEST_MM))))


def _free_station(rng, viewpoint, shapes, pace) -> Station:
    poses = [sample_possible_poses(rng, shapes) for _ in range(2)]
    angles = np.stack([np.stack([p.flexion[0], p.abduction[0], p.twist[0]]) for p in poses])
    bends = sample_wrist_bends(rng, 2)
    candidates = np.stack(sample_orientations(rng, np.full(_CANDIDATES, viewpoint), (0.3, 0.3, 0.6)), 1)
    turns = np.stack([candidates[_hanging(candidates[:, side] @ bends[side]), side] for side in range(2)])
    outward = -1.0 if viewpoint != 1 else 1.0
    apart = rng.uniform(70, 170)
    places = rng.normal(0, [35, 45, 40], (2, 3)) + np.array([[outward * apart, 60, 0], [-outward * apart, 60, 0]])
    away = rng.choice(4, p=(0.6, 0.15, 0.15, 0.1))  # both stay, the right goes, the left goes, both go
    for side in range(2):
        if away & (side + 1):
            places[side, 1] += AWAY_MM
    return Station(angles, turns, places, bends, FREE, pace)


def _clasp_stations(rng, viewpoint, shapes, pace) -> list[Station]:
    """Open hands before each other, the clasp, the clasp again after a while, and open hands once more."""
    library = clasp_library()
    clasp = library[int(rng.integers(len(library.turn)))]
    rights = sample_orientations(rng, np.full(_CANDIDATES, viewpoint), (0.3, 0.3, 0.6))[0]
    right = rights[_hanging(rights, rights @ clasp.turn)]
    shift = right @ clasp.shift * shapes.size[0]
    middle = rng.normal(0, [40, 40, 30]) + np.array([0, 60.0, 0])
    turns, straight = np.stack([right, right @ clasp.turn]), np.stack([np.eye(3), np.eye(3)])
    held = Station(
        clasp.angles.astype(float), turns, np.stack([middle - shift / 2, middle + shift / 2]), straight, CLASPED, pace
    )
    palms = [held.places[side] + turns[side] @ (MIRROR if side else np.eye(3)) @ _PALM for side in range(2)]
    apart = rotations.unit(palms[1] - palms[0]) * rng.uniform(35, 55)
    opened = held.angles * np.array([0.2, 1.0, 1.0])[:, None]
    before = replace(
        held,
        angles=opened,
        places=held.places + np.stack([-apart, apart]),
        stage=BEFORE,
        frames=int(rng.integers(8, 16)),
    )
    moved = replace(held, places=held.places + rng.normal(0, 15, 3), frames=int(rng.integers(8, 16)))
    return [before, replace(held, frames=int(rng.integers(4, 40))), moved, replace(before, frames=pace)]


def _hanging(*forearms) -> int:
    """Which of the candidates [k, 3, 3] has its elbows (towards +y of each hand) lowest and furthest back."""
    return int(np.min([turn[:, 1, 1] + 0.8 * turn[:, 2, 1] for turn in forearms], axis=0).argmax())
