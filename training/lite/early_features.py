"""The backbone's first layers, which are not trained: what edges and colours are, MediaPipe learned
from real photographs, and rendered ones could only unteach it.

They cost a third of a training step where PyTorch runs them on a CPU, a tenth where ONNX Runtime
does.
"""

import io
from collections.abc import Callable

import onnxruntime
import torch
from torch import Tensor, nn

from .mediapipe_backbone import MediaPipeBackbone
from .network import INPUT_SIZE

THREADS = 2
FROZEN = ("stem", "stem_around", "stem_narrow", "stage_4")


class _ToStride4(nn.Module):
    def __init__(self, backbone: MediaPipeBackbone):
        super().__init__()
        self.backbone = backbone

    def forward(self, image: Tensor) -> Tensor:
        return self.backbone.to_stride_4(image)


def freeze_early(backbone: MediaPipeBackbone) -> None:
    for name in FROZEN:
        getattr(backbone, name).requires_grad_(False)


def early_features(backbone: MediaPipeBackbone, device: torch.device) -> Callable[[Tensor], Tensor]:
    """Pictures [N, 3, S, S] to features [N, 24, S/4, S/4], with the weights of now."""
    if device.type == "cpu":
        return _with_onnx_runtime(backbone)
    return torch.no_grad()(backbone.to_stride_4)


def _with_onnx_runtime(backbone: MediaPipeBackbone) -> Callable[[Tensor], Tensor]:
    file = io.BytesIO()
    torch.onnx.export(
        _ToStride4(backbone),
        (torch.zeros(1, 3, INPUT_SIZE, INPUT_SIZE),),
        file,
        opset_version=17,
        input_names=["image"],
        output_names=["early"],
        dynamic_axes={"image": {0: "N"}, "early": {0: "N"}},
        dynamo=False,
    )
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = THREADS
    # PyTorch's threads want the cores as soon as this is done.
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(file.getvalue(), settings, ["CPUExecutionProvider"])

    def run(image: Tensor) -> Tensor:
        (early,) = session.run(None, {"image": image.contiguous().numpy()})
        return torch.from_numpy(early).contiguous(memory_format=torch.channels_last)

    return run
