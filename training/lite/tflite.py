"""Reads the graph and the weights of a TensorFlow Lite file: a FlatBuffer of the public schema.

Source: tensorflow/lite/schema/schema.fbs (Apache-2.0); field numbers below are its order. Only
what convolutional networks with float weights need is read.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FLOAT32, FLOAT16 = 0, 1
"""schema.fbs, enum TensorType."""
CONV_2D, DEPTHWISE_CONV_2D, DEQUANTIZE, FULLY_CONNECTED = 3, 4, 6, 9
"""schema.fbs, enum BuiltinOperator."""


@dataclass(frozen=True)
class TfliteTensor:
    name: str
    shape: tuple[int, ...]
    values: np.ndarray | None
    """Float weights as float32; None where the graph computes it."""


@dataclass(frozen=True)
class TfliteOperator:
    code: int
    inputs: list[int]
    outputs: list[int]


@dataclass(frozen=True)
class TfliteModel:
    tensors: list[TfliteTensor]
    operators: list[TfliteOperator]
    """In the order they run."""

    def weights(self, index: int) -> np.ndarray:
        """Values of a tensor, looked up behind the DEQUANTIZE that widens half floats."""
        for operator in self.operators:
            if operator.code == DEQUANTIZE and operator.outputs == [index]:
                index = operator.inputs[0]
        values = self.tensors[index].values
        if values is None:
            raise ValueError(f"{self.tensors[index].name} is computed, it has no stored weights")
        return values


class _Table:
    """A FlatBuffers table: fields found through its vtable, absent ones at their default."""

    def __init__(self, data: bytes, position: int):
        self.data, self.position = data, position

    def _read(self, format: str, position: int) -> int:
        return struct.unpack_from(format, self.data, position)[0]

    def _field(self, number: int) -> int | None:
        vtable = self.position - self._read("<i", self.position)
        if 4 + 2 * number >= self._read("<H", vtable):
            return None
        offset = self._read("<H", vtable + 4 + 2 * number)
        return self.position + offset if offset else None

    def scalar(self, number: int, format: str) -> int:
        at = self._field(number)
        return 0 if at is None else self._read(format, at)

    def _vector(self, number: int) -> tuple[int, int]:
        """Position of the first element, and how many there are."""
        at = self._field(number)
        if at is None:
            return 0, 0
        start = at + self._read("<I", at)
        return start + 4, self._read("<I", start)

    def bytes(self, number: int) -> bytes:
        start, count = self._vector(number)
        return self.data[start : start + count]

    def ints(self, number: int) -> list[int]:
        start, count = self._vector(number)
        return list(struct.unpack_from(f"<{count}i", self.data, start))

    def tables(self, number: int) -> list["_Table"]:
        start, count = self._vector(number)
        places = range(start, start + 4 * count, 4)
        return [_Table(self.data, place + self._read("<I", place)) for place in places]


def read_tflite(path: Path) -> TfliteModel:
    """Reads the first subgraph. Raises ValueError where the file is no TFLite model."""
    data = path.read_bytes()
    if data[4:8] != b"TFL3":
        raise ValueError(f"{path.name} is no TensorFlow Lite file")
    model = _Table(data, struct.unpack_from("<I", data)[0])
    # Codes under 127 stand in the old one-byte field, which newer writers fill as well.
    codes = [max(table.scalar(0, "<b"), table.scalar(3, "<i")) for table in model.tables(1)]
    graph, buffers = model.tables(2)[0], model.tables(4)
    operators = [
        TfliteOperator(codes[table.scalar(0, "<I")], table.ints(1), table.ints(2))
        for table in graph.tables(3)
    ]
    return TfliteModel([_tensor(table, buffers) for table in graph.tables(0)], operators)


def _tensor(table: _Table, buffers: list[_Table]) -> TfliteTensor:
    shape, kind = tuple(table.ints(0)), table.scalar(1, "<b")
    stored = buffers[table.scalar(2, "<I")].bytes(0)
    values = None
    if stored and kind in (FLOAT32, FLOAT16):
        dtype = np.float32 if kind == FLOAT32 else np.float16
        values = np.frombuffer(stored, dtype).reshape(shape).astype(np.float32)
    return TfliteTensor(table.bytes(3).decode(), shape, values)
