"""Held-out pictures, each on its own: without a prior, searched, or told as while tracking."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import interpolate

from .hands import Estimate
from .metrics import Answers, Truth
from .network import INPUT_SIZE, InterNetLite
from .prior import to_prior
from .prior_noise import PriorNoise, simulate
from .search import Look
from .shards import read_shards, to_hands

BATCH = 64


def held_out_labels(folder: Path, count: int) -> np.ndarray:
    """Labels of the first `count` samples, in the order `run_stills` answers."""
    return np.concatenate([shard.labels for shard in read_shards(folder)])[:count]


def to_truth(labels: np.ndarray, side: float) -> Truth:
    return Truth(
        labels["joints"], labels["joints_camera"], labels["present"] > 0, labels["intrinsics"], side
    )


def run_stills(
    network: InterNetLite, folder: Path, count: int, how: PriorNoise | Look
) -> tuple[Truth, Answers]:
    """Runs the first `count` pictures; `how` is how far the priors are off, or what is done without
    one."""
    device = next(network.parameters()).device
    answers, labels, side = [], [], 0
    for images, chunk in _chunks(folder, count):
        side = images.shape[1]
        picture = torch.from_numpy(images).permute(0, 3, 1, 2).float().to(device) / 255
        picture = interpolate(picture, size=(INPUT_SIZE, INPUT_SIZE), mode="bilinear")
        if isinstance(how, PriorNoise):
            estimate = _told(network, picture, chunk, side, how)
        else:
            estimate = how(network, picture)
        answers.append(to_answers(estimate, side))
        labels.append(chunk)
    joined = (np.concatenate(parts) for parts in zip(*(vars(part).values() for part in answers)))
    return to_truth(np.concatenate(labels), side), Answers(*joined)


@torch.no_grad()
def _told(
    network: InterNetLite, picture: Tensor, labels: np.ndarray, side: int, noise: PriorNoise
) -> Estimate:
    """The same priors whichever network is asked, and on whatever device."""
    random = torch.Generator().manual_seed(int(labels["seed"][0] % 2**31))
    hands = to_hands(labels).scaled(INPUT_SIZE / side)
    prior = to_prior(simulate(hands, INPUT_SIZE, noise, random), INPUT_SIZE)
    return network(picture, *(tensor.to(picture.device) for tensor in prior.tensors()))


def to_answers(estimate: Estimate, side: float) -> Answers:
    """An estimate in px of the network's input, in px of the picture of `side` that it was."""
    joints = estimate.joints.cpu().double().numpy()
    joints[..., :2] = (joints[..., :2] + 0.5) * (side / INPUT_SIZE) - 0.5
    return Answers(
        joints, estimate.handedness.cpu().numpy(), estimate.relative_depth[:, 0].cpu().numpy()
    )


def _chunks(folder: Path, count: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    shards: Iterable = read_shards(folder)
    for shard in shards:
        size = min(len(shard.labels), count)
        for start in range(0, size, BATCH):
            end = min(start + BATCH, size)
            yield np.array(shard.images[start:end]), shard.labels[start:end]
        count -= size
