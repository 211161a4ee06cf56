"""Reads a rigged hand from a binary glTF file (glTF 2.0 specification, section 4.4)."""

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_COMPONENTS = {5121: np.uint8, 5123: np.uint16, 5126: np.float32}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


@dataclass(frozen=True)
class SkinnedMesh:
    """A mesh and its joints as the file gives them, in metres."""

    positions: np.ndarray  # [n, 3]
    uvs: np.ndarray  # [n, 2]
    joints: np.ndarray  # [n, 4], into joint_names
    weights: np.ndarray  # [n, 4]
    triangles: np.ndarray  # [m, 3]
    joint_names: tuple[str, ...]
    joint_positions: np.ndarray  # [j, 3]
    joint_rotations: np.ndarray  # [j, 4], quaternions x, y, z, w


def read_glb(path: Path) -> SkinnedMesh:
    """Reads the first mesh and its skin. Raises ValueError if the file is no binary glTF."""
    data = path.read_bytes()
    if data[:4] != b"glTF":
        raise ValueError(f"{path}: not a binary glTF file")
    (json_length,) = struct.unpack_from("<I", data, 12)
    document = json.loads(data[20 : 20 + json_length])
    binary = memoryview(data)[20 + json_length + 8 :]

    def accessor(index: int) -> np.ndarray:
        spec = document["accessors"][index]
        view = document["bufferViews"][spec["bufferView"]]
        width = _WIDTHS[spec["type"]]
        start = view.get("byteOffset", 0) + spec.get("byteOffset", 0)
        flat = np.frombuffer(binary, _COMPONENTS[spec["componentType"]], spec["count"] * width, start)
        return flat.reshape(spec["count"], width)

    primitive = document["meshes"][0]["primitives"][0]
    attributes = primitive["attributes"]
    nodes = [document["nodes"][i] for i in document["skins"][0]["joints"]]
    return SkinnedMesh(
        positions=accessor(attributes["POSITION"]),
        uvs=accessor(attributes["TEXCOORD_0"]),
        joints=accessor(attributes["JOINTS_0"]),
        weights=accessor(attributes["WEIGHTS_0"]),
        triangles=accessor(primitive["indices"]).reshape(-1, 3),
        joint_names=tuple(node["name"] for node in nodes),
        joint_positions=np.array([node["translation"] for node in nodes]),
        joint_rotations=np.array([node["rotation"] for node in nodes]),
    )
