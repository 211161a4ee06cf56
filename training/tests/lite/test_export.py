import hashlib

import onnx
import onnxruntime
import pytest
import torch

from lite.export import INPUTS, OUTPUTS, differences, to_onnx
from lite.export_check import export_check, picture
from lite.map_matrix import MapMatrix
from lite.network import InterNetLite
from lite.prior import Guess, to_prior


@pytest.fixture(scope="module")
def network() -> InterNetLite:
    """Random weights, none of them zero, and BatchNorms that do something."""
    torch.manual_seed(0)
    network = InterNetLite()
    with torch.no_grad():
        network.prior_to_backbone.weight.normal_(0, 0.05)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_mean.normal_()
                module.running_var.uniform_(0.5, 2)
    return network.eval()


@pytest.mark.parametrize("kernel", [3, 5])
def test_one_matrix_a_channel_does_what_a_depthwise_convolution_does(kernel):
    convolution = torch.nn.Conv2d(4, 4, kernel, padding=kernel // 2, groups=4)
    maps = torch.rand(2, 4, 6, 6)
    torch.testing.assert_close(MapMatrix(convolution, 6)(maps), convolution(maps))


def shapes(infos) -> dict[str, list]:
    return {
        info.name: [dim.dim_param or dim.dim_value for dim in info.type.tensor_type.shape.dim]
        for info in infos
    }


def test_it_keeps_the_contract_and_pytorchs_numbers(network):
    model = to_onnx(network, torch.float32, "weights.pt abc")
    assert shapes(model.graph.input) == {
        "image": ["N", 3, 192, 192],
        "prior": ["N", 42, 24, 24],
        "prior_depth": ["N", 42, 2],
        "prior_relative_depth": ["N", 2],
    }
    assert shapes(model.graph.output) == {
        "joints": ["N", 42, 3],
        "joint_score": ["N", 42],
        "handedness": ["N", 2],
        "relative_depth": ["N", 1],
    }
    said = {prop.key: prop.value for prop in model.metadata_props}
    assert said == {
        "handstream.variant": "lite",
        "handstream.input_size": "192",
        "handstream.prior": "24,1.5",
        "handstream.depth_extent_mm": "400",
        "handstream.licence": "Apache-2.0",
        "handstream.source": "weights.pt abc",
    }
    assert {node.op_type for node in model.graph.node}.isdisjoint({"Pad", "BatchNormalization"})
    assert max(differences(model, network, torch.float32).values()) < 1e-3


def test_half_floats_halve_it(network):
    model = to_onnx(network, torch.float16, "")
    types = {
        info.name: info.type.tensor_type.elem_type
        for info in [*model.graph.input, *model.graph.output]
    }
    assert all(types[name] == onnx.TensorProto.FLOAT16 for name in INPUTS)
    assert all(types[name] == onnx.TensorProto.FLOAT for name in OUTPUTS)
    single = to_onnx(network, torch.float32, "")
    assert model.ByteSize() < 0.6 * single.ByteSize() < 9_000_000
    assert differences(model, network, torch.float16)["joints"] < 1


def test_the_check_holds_what_the_half_float_file_answers(network):
    model = to_onnx(network, torch.float16, "")
    check = export_check(network, model.SerializeToString())
    assert check["sha256"] == hashlib.sha256(model.SerializeToString()).hexdigest()
    alone, expecting = check["samples"]
    assert alone["guess"] is None
    prior = [tensor.half().numpy() for tensor in _prior_of(expecting["guess"])]
    image = picture(expecting["seed"])[None].half().numpy()
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    found = session.run(OUTPUTS, dict(zip(INPUTS, [image, *prior])))
    for name, values in zip(OUTPUTS, found):
        assert values.flatten() == pytest.approx(expecting[name], abs=1), name
        assert len(alone[name]) == len(expecting[name])
    assert alone["joints"] != expecting["joints"]


def _prior_of(guess: dict):
    known = torch.ones(1, 42)
    depth = torch.tensor([float(guess["relative_depth"])])
    joints = torch.tensor(guess["joints"])[None]
    return to_prior(Guess(joints, known, known, depth, known[:, 0]), 192).tensors()
