"""InterNet in plain PyTorch, exported plainly to ONNX: what Handstream's own conversion is measured against.

    python internet_torch.py CHECKPOINT OUT.onnx

Takes a checkpoint of the official code. Names and shapes of what goes in and comes out are those of
Handstream's own files (design.md section 5).
"""

import sys
from inspect import signature

import torch
from torch import nn

JOINTS, DEPTH_BINS, ROOT_BINS, INPUT_SIZE = 21, 64, 64, 256
DEPTH_EXTENT_MM = 400
OPSET = 17
OUTPUTS = ["heatmap", "handedness", "relative_depth"]


class Bottleneck(nn.Module):
    """ResNet v1.5: the 3 x 3 has the stride."""

    def __init__(self, channels, planes, stride, downsample):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, planes, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv3 = nn.Conv2d(planes, planes * 4, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(planes * 4)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = downsample and nn.Sequential(
            nn.Conv2d(channels, planes * 4, 1, stride, bias=False), nn.BatchNorm2d(planes * 4)
        )

    def forward(self, x):
        shortcut = self.downsample(x) if self.downsample else x
        x = self.relu(self.bn1(self.conv1(x)))
        x = self.relu(self.bn2(self.conv2(x)))
        return self.relu(self.bn3(self.conv3(x)) + shortcut)


class ResNet50(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1 = self._layer(64, 64, blocks=3, stride=1)
        self.layer2 = self._layer(256, 128, blocks=4, stride=2)
        self.layer3 = self._layer(512, 256, blocks=6, stride=2)
        self.layer4 = self._layer(1024, 512, blocks=3, stride=2)

    @staticmethod
    def _layer(channels, planes, blocks, stride):
        first = Bottleneck(channels, planes, stride, downsample=True)
        rest = [Bottleneck(planes * 4, planes, 1, downsample=False) for _ in range(blocks - 1)]
        return nn.Sequential(first, *rest)

    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        return self.layer4(self.layer3(self.layer2(self.layer1(x))))


def deconvs(channels):
    layers = []
    for into, out in zip(channels, channels[1:]):
        layers += [
            nn.ConvTranspose2d(into, out, 4, 2, 1, bias=False),
            nn.BatchNorm2d(out),
            nn.ReLU(inplace=True),
        ]
    return nn.Sequential(*layers)


def perceptron(channels):
    return nn.Sequential(
        nn.Linear(channels[0], channels[1]), nn.ReLU(inplace=True), nn.Linear(*channels[1:])
    )


class PoseNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.joint_deconv_1 = deconvs([2048, 256, 256, 256])
        self.joint_conv_1 = nn.Sequential(nn.Conv2d(256, JOINTS * DEPTH_BINS, 1))
        self.joint_deconv_2 = deconvs([2048, 256, 256, 256])
        self.joint_conv_2 = nn.Sequential(nn.Conv2d(256, JOINTS * DEPTH_BINS, 1))
        self.root_fc = perceptron([2048, 512, ROOT_BINS])
        self.hand_fc = perceptron([2048, 512, 2])

    def forward(self, features):
        right = self.joint_conv_1(self.joint_deconv_1(features))
        left = self.joint_conv_2(self.joint_deconv_2(features))
        pooled = features.mean((2, 3))
        bins = torch.arange(ROOT_BINS, dtype=torch.float32)
        root = (self.root_fc(pooled).softmax(1) * bins).sum(1, keepdim=True)
        depth = (root / ROOT_BINS * 2 - 1) * (DEPTH_EXTENT_MM / 2)
        return torch.cat((right, left), 1), self.hand_fc(pooled).sigmoid(), depth


class InterNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone_net = nn.Module()
        self.backbone_net.resnet = ResNet50()
        self.pose_net = PoseNet()

    def forward(self, image):
        return self.pose_net(self.backbone_net.resnet(image))


def export(checkpoint, out):
    network = InterNet()
    state = torch.load(checkpoint, map_location="cpu")["network"]
    network.load_state_dict({key.removeprefix("module."): value for key, value in state.items()})
    # From torch 2.9 on another exporter is the default, which wants further packages.
    tracing = {"dynamo": False} if "dynamo" in signature(torch.onnx.export).parameters else {}
    torch.onnx.export(
        network.eval(),
        torch.zeros(1, 3, INPUT_SIZE, INPUT_SIZE),
        out,
        opset_version=OPSET,
        input_names=["image"],
        output_names=OUTPUTS,
        dynamic_axes={name: {0: "N"} for name in ["image", *OUTPUTS]},
        **tracing,
    )


if __name__ == "__main__":
    export(*sys.argv[1:])
