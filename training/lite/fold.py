"""Makes a network plainer for its ONNX file: what PyTorch needs as two steps becomes one."""

from onnx import ModelProto, helper
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .mediapipe_backbone import SameConv


def fold_batch_norm(module: nn.Module) -> None:
    """Every BatchNorm that follows a convolution in a Sequential joins its weights, in place."""
    for child in module.children():
        fold_batch_norm(child)
    if not isinstance(module, nn.Sequential):
        return
    for at in range(len(module) - 1):
        conv, norm = module[at], module[at + 1]
        if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            module[at], module[at + 1] = fuse_conv_bn_eval(conv, norm), nn.Identity()


def pad_evenly(module: nn.Module) -> None:
    """Gives each SameConv symmetric padding of its own, in place.

    At stride 2 that shifts the map, which `pad_as_same` puts right in the ONNX file: PyTorch's
    convolution cannot pad one side more, ONNX's can.
    """
    for name, child in module.named_children():
        if not isinstance(child, SameConv):
            pad_evenly(child)
            continue
        kernel = child.kernel_size[0]
        plain = nn.Conv2d(
            child.in_channels,
            child.out_channels,
            kernel,
            child.stride,
            kernel // 2,
            groups=child.groups,
        )
        plain.load_state_dict(child.state_dict())
        setattr(module, name, plain)


def pad_as_same(model: ModelProto) -> None:
    """TensorFlow's SAME padding for even pictures, in every Conv of stride 2, in place."""
    for node in model.graph.node:
        attributes = {attribute.name: attribute for attribute in node.attribute}
        if node.op_type != "Conv" or max(attributes["strides"].ints) == 1:
            continue
        after = attributes["kernel_shape"].ints[0] // 2
        node.attribute.remove(attributes["pads"])
        node.attribute.append(helper.make_attribute("pads", [after - 1, after - 1, after, after]))
