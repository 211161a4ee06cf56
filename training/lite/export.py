"""Writes trained weights as ONNX files that keep the contract of design.md section 5.

    python -m lite.export out/runs/NAME/weights.pt --out out/runs/NAME [--ship]

Two files: internet-lite.onnx in float32, internet-lite.fp16.onnx with half floats up to the last
convolution and as inputs. Both are run and compared with PyTorch before they are kept. Beside them
internet-lite.check.json, from which the app's tests know that its file answers as PyTorch does.
--ship puts the half-float file and the check where the app has them.
"""

import argparse
import copy
import hashlib
import json
import math
import os
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from .checkpoint import load_weights
from .export_check import export_check
from .fold import fold_batch_norm, pad_as_same, pad_evenly
from .hands import JOINTS
from .map_matrix import spread_small_maps
from .network import INPUT_SIZE, InterNetLite
from .prior import PRIOR_SIGMA, PRIOR_SIZE, Guess, to_prior

OPSET = 17
INPUTS = ["image", "prior", "prior_depth", "prior_relative_depth"]
OUTPUTS = ["joints", "joint_score", "handedness", "relative_depth"]
TOLERANCE = {torch.float32: 1e-3}
"""Largest difference to PyTorch that is let pass, in px, mm and probabilities. Half floats round by
more: theirs is told, not judged."""
DEPTH_EXTENT_MM = 400
"""Joints lie within ±200 mm of their wrist."""
SINGLE, HALF, CHECK = "internet-lite.onnx", "internet-lite.fp16.onnx", "internet-lite.check.json"
APP = Path(__file__).parents[2]
SHIPPED = {
    HALF: APP / "public/models/internet-lite.onnx",
    CHECK: APP / "tests/golden-lite/internet-lite.check.json",
}


class Exported(nn.Module):
    """The network with the contract's outputs; convolutions in `precision`, heads in float32."""

    def __init__(self, network: InterNetLite, precision: torch.dtype):
        super().__init__()
        self.network = copy.deepcopy(network).eval()
        fold_batch_norm(self.network)
        pad_evenly(self.network)
        spread_small_maps(self.network.backbone)
        heads = self.network.heads
        self.network.to(precision)
        self.network.heads = heads.float()

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        return tuple(vars(self.network(*inputs)).values())


def sample_inputs(count: int, precision: torch.dtype) -> list[Tensor]:
    """Noise as pictures; guesses for all of them but the first."""
    random = torch.Generator().manual_seed(count)

    def draw(*shape):
        return torch.rand(count, *shape, generator=random)

    guess = Guess(
        draw(JOINTS, 3) * INPUT_SIZE, *[draw(JOINTS).round()] * 2, draw() * 100, draw().round()
    )
    prior = to_prior(guess, INPUT_SIZE)
    inputs = [draw(3, INPUT_SIZE, INPUT_SIZE), *prior.tensors()]
    for tensor in inputs[1:]:
        tensor[0] = 0
    return [tensor.to(precision) for tensor in inputs]


def to_onnx(network: InterNetLite, precision: torch.dtype, source: str) -> onnx.ModelProto:
    """The whole model, checked by onnx. `source`: name and sha256 of the weights."""
    part = Path(f".internet-lite.{os.getpid()}.part")
    try:
        torch.onnx.export(
            Exported(network, precision),
            tuple(sample_inputs(2, precision)),
            str(part),
            opset_version=OPSET,
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={name: {0: "N"} for name in INPUTS + OUTPUTS},
            dynamo=False,
        )
        model = onnx.load(part)
    finally:
        part.unlink(missing_ok=True)
    pad_as_same(model)
    said = {
        "variant": "lite",
        "input_size": INPUT_SIZE,
        "prior": f"{PRIOR_SIZE},{PRIOR_SIGMA}",
        "depth_extent_mm": DEPTH_EXTENT_MM,
        "licence": "Apache-2.0",
        "source": source,
    }
    onnx.helper.set_model_props(
        model, {f"handstream.{key}": str(value) for key, value in said.items()}
    )
    onnx.checker.check_model(model, full_check=True)
    return model


def differences(
    model: onnx.ModelProto, network: InterNetLite, precision: torch.dtype
) -> dict[str, float]:
    """Largest difference of each output between ONNX Runtime and PyTorch in float32."""
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    largest = dict.fromkeys(OUTPUTS, 0.0)
    for count in (1, 3):
        inputs = sample_inputs(count, precision)
        found = session.run(OUTPUTS, {name: value.numpy() for name, value in zip(INPUTS, inputs)})
        with torch.no_grad():
            expected = network(*(tensor.float() for tensor in inputs))
        for name, value in zip(OUTPUTS, found):
            off = np.abs(value - vars(expected)[name].numpy()).max()
            largest[name] = max(largest[name], float(off))
    return largest


def main(options: argparse.Namespace) -> None:
    network = load_weights(options.weights)
    digest = hashlib.sha256(options.weights.read_bytes()).hexdigest()
    options.out.mkdir(parents=True, exist_ok=True)
    for precision, name in ((torch.float32, SINGLE), (torch.float16, HALF)):
        model = to_onnx(network, precision, f"{options.weights.name} {digest}")
        off = differences(model, network, precision)
        print(json.dumps({"file": name, "bytes": model.ByteSize(), "off": off}))
        if max(off.values()) > TOLERANCE.get(precision, math.inf):
            raise SystemExit(f"{name} differs from PyTorch by more than {TOLERANCE[precision]}")
        onnx.save(model, options.out / name)
    check = export_check(network, (options.out / HALF).read_bytes())
    (options.out / CHECK).write_text(json.dumps(check) + "\n")
    if options.ship:
        ship(options.out)


def ship(folder: Path) -> None:
    for name, place in SHIPPED.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, place)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="folder")
    parser.add_argument("--ship", action="store_true", help="make it the app's")
    main(parser.parse_args())
