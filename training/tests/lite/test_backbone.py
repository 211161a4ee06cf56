import pytest
import torch

from lite.mediapipe_backbone import FEATURES, MediaPipeBackbone, SameConv, load_mediapipe
from lite.tflite import read_tflite
from lite.train import MEDIAPIPE

needs_mediapipe = pytest.mark.skipif(
    not MEDIAPIPE.exists(), reason="needs npm ci (@mediapipe/hands)"
)


@pytest.mark.parametrize(("kernel", "before"), [(3, 0), (5, 1)])
def test_same_padding_at_stride_2_starts_where_tensorflow_does(kernel, before):
    """The kernel's first tap over the first pixel that is not padding."""
    conv = SameConv(1, 1, kernel, 2)
    with torch.no_grad():
        conv.weight.zero_()
        conv.weight[0, 0, before, before] = 1
        conv.bias.zero_()
        row = torch.arange(8.0).expand(1, 1, 8, 8)
        assert conv(row)[0, 0, 0].tolist() == [0, 2, 4, 6]


@needs_mediapipe
def test_mediapipe_weights_fill_the_backbone():
    backbone = MediaPipeBackbone()
    heads = load_mediapipe(backbone, MEDIAPIPE)
    assert [tuple(weight.shape) for weight, _ in heads.values()] == [
        (1, FEATURES), (1, FEATURES), (63, FEATURES), (63, FEATURES),
    ]  # fmt: skip
    assert sum(p.numel() for p in backbone.parameters()) == 2_568_096


@needs_mediapipe
def test_an_unlit_picture_holds_no_hand():
    backbone = MediaPipeBackbone().eval()
    heads = load_mediapipe(backbone, MEDIAPIPE)
    [(weight, bias)] = [head for name, head in heads.items() if "conv_handflag" in name]
    with torch.no_grad():
        *_, whole = backbone.from_stride_8(
            backbone.stage_8(backbone.to_stride_4(torch.zeros(1, 3, 224, 224)))
        )
        assert (whole @ weight.T + bias).sigmoid().item() < 0.1


def test_another_file_is_refused(tmp_path):
    other = tmp_path / "other.tflite"
    other.write_bytes(b"\0" * 64)
    with pytest.raises(ValueError, match="other.tflite is no TensorFlow Lite file"):
        read_tflite(other)
