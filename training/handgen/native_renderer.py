"""The C renderer behind one function. Compiled by gcc at first use into the cache."""

import ctypes
import functools
import hashlib
import os
import subprocess
from pathlib import Path

import numpy as np

from .backdrops import backdrop_bank
from .cache import CACHE
from .flesh import joint_depths
from .rig import load_rig
from .scene_layout import SCENE
from .skin_map import skin_map

_SOURCES = Path(__file__).with_name("native")
_FLAGS = ("-O3", "-march=x86-64-v3", "-ffast-math", "-shared", "-fPIC", "-std=gnu11", "-Wall", "-Wextra")


def render(scene: np.ndarray, joints: np.ndarray, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Renders one SCENE record. joints: [42, 3], camera mm; size: the hands' scale against the rig.

    Returns the picture, uint8 [height, width, 3], and which joints it shows, uint8 [42].
    """
    library = _library()
    picture = np.empty((int(scene["height"]), int(scene["width"]), 3), np.uint8)
    record = np.ascontiguousarray(scene)
    library.render(_pointer(record), _pointer(picture))
    visible = np.empty(42, np.uint8)
    points = np.ascontiguousarray(joints, np.float32)
    flesh = np.tile(joint_depths() * size, 2).astype(np.float32)
    library.seen_joints(_pointer(record), 21, _pointer(points), _pointer(flesh), _pointer(visible))
    return picture, visible


def last_parts(height: int, width: int) -> np.ndarray:
    """What each pixel of the last picture shows: 0 to 6 and 7 to 13 the parts of the right and the left hand
    (skeleton.part_of), from 14 on the props, 255 the backdrop. uint8 [height, width]."""
    parts = np.empty((height, width), np.uint8)
    _library().seen_parts(_pointer(parts))
    return parts


@functools.cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(str(_compiled()))
    if library.scene_bytes() != SCENE.itemsize:
        raise RuntimeError(f"scene.h has {library.scene_bytes()} bytes, scene_layout.py {SCENE.itemsize}")
    rig = load_rig()
    held = [
        np.ascontiguousarray(a)
        for a in (
            rig.positions,
            rig.normals,
            rig.uvs,
            rig.weights,
            rig.bones,
            rig.triangles,
            rig.parts,
            rig.triangle_bones,
        )
    ]
    paint, bank = skin_map(), backdrop_bank()
    library.held = (held, paint, bank)  # the renderer keeps pointers into these
    library.prepare(
        len(rig.positions), len(rig.triangles), *(_pointer(a) for a in held),
        paint.shape[0], _pointer(paint), bank.shape[0], bank.shape[1], _pointer(bank),
    )  # fmt: skip
    return library


def _pointer(array: np.ndarray) -> ctypes.c_void_p:
    return array.ctypes.data_as(ctypes.c_void_p)


def _compiled() -> Path:
    """The shared library of exactly these sources. Raises CalledProcessError where gcc fails."""
    files = sorted(_SOURCES.iterdir())
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files) + " ".join(_FLAGS).encode()).hexdigest()[:12]
    path = CACHE / f"renderer-{digest}.so"
    if path.exists():
        return path
    CACHE.mkdir(exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    sources = [str(file) for file in files if file.suffix == ".c"]
    subprocess.run(["gcc", *_FLAGS, *sources, "-o", str(part), "-lm"], check=True)
    part.replace(path)
    return path
