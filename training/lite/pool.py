"""The samples to train on, drawn at random, while more may still be coming in.

On a CPU the pictures stay in the files, mapped. With a GPU they are copied there once and for all:
half a million of them take 38 GB, and no loader process competes with the renderer for cores.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .hands import JOINTS, Hands
from .shards import is_easy, is_empty, read_shard, remove_shard, shard_names, to_hands


class MappedImages:
    """Pictures left on disk; the operating system keeps the warm ones."""

    def __init__(self, capacity: int):
        self._places: list[np.ndarray] = [np.empty(0)] * capacity

    def put(self, slots: Tensor, images: np.ndarray) -> None:
        for slot, image in zip(slots.tolist(), images):
            self._places[slot] = image

    def take(self, slots: Tensor) -> Tensor:
        return torch.from_numpy(np.stack([self._places[slot] for slot in slots.tolist()]))


class ResidentImages:
    """Pictures in the memory of the device."""

    def __init__(self, capacity: int, device: torch.device):
        self._capacity, self._device = capacity, device
        self._images: Tensor | None = None

    def put(self, slots: Tensor, images: np.ndarray) -> None:
        if self._images is None:
            size = (self._capacity, *images.shape[1:])
            self._images = torch.empty(size, dtype=torch.uint8, device=self._device)
        self._images[slots] = torch.from_numpy(np.array(images)).to(self._device)

    def take(self, slots: Tensor) -> Tensor:
        assert self._images is not None
        return self._images[slots]


class Pool:
    """The newest `capacity` samples of a folder of shards.

    With `consume`, shards are deleted once read: only of use where pictures are resident.
    """

    def __init__(self, folder: Path, device: torch.device, capacity: int, consume: bool = False):
        resident = device.type != "cpu"
        self._images = ResidentImages(capacity, device) if resident else MappedImages(capacity)
        self._folder, self._device, self._consume = folder, device, consume and resident
        self._capacity, self._seen, self._next = capacity, set[str](), 0
        self.made = 0
        """Samples that have come in so far."""

        def zeros(*shape):
            return torch.zeros(capacity, *shape, device=device)

        self._hands = Hands(zeros(JOINTS, 3), zeros(2), zeros(), zeros(2, 3))
        self._easy = torch.zeros(capacity, dtype=torch.bool, device=device)
        self._empty = torch.zeros(capacity, dtype=torch.bool, device=device)

    def __len__(self) -> int:
        return min(self.made, self._capacity)

    def refresh(self) -> None:
        """Takes in what has been finished since; the oldest samples make room."""
        for name in shard_names(self._folder):
            if name in self._seen:
                continue
            self._seen.add(name)
            shard = read_shard(self._folder, name)
            self._put(shard.images, shard.labels)
            if self._consume:
                remove_shard(self._folder, name)

    def _put(self, images: np.ndarray, labels: np.ndarray) -> None:
        slots = (torch.arange(len(labels)) + self._next) % self._capacity
        self._images.put(slots, images)
        slots = slots.to(self._device)
        hands = to_hands(labels)
        for name, tensor in vars(hands).items():
            getattr(self._hands, name)[slots] = tensor.to(self._device)
        self._easy[slots] = torch.from_numpy(is_easy(labels)).to(self._device)
        self._empty[slots] = torch.from_numpy(is_empty(labels)).to(self._device)
        self._next = (self._next + len(labels)) % self._capacity
        self.made += len(labels)

    def draw(
        self, count: int, easy_share: float, empty_share: float, random: torch.Generator
    ) -> tuple[Tensor, Hands]:
        """Pictures [count, R, R, 3] uint8 and their hands; `easy_share` of them easy ones, and of
        the others `empty_share` such as hold no hand, besides those that chance brings."""
        uniform = torch.rand(count, generator=random, device=self._device)
        slots = (uniform * len(self)).long()
        wanted = round(count * easy_share)
        if wanted > 0:
            easy = self._easy.nonzero()[:, 0]
            slots[:wanted] = easy[(uniform[:wanted] * len(easy)).long()]
        empty = self._empty.nonzero()[:, 0]
        lucky = torch.rand(count, generator=random, device=self._device) < empty_share
        lucky[:wanted] = False
        if len(empty) > 0:
            slots[lucky] = empty[(uniform[lucky] * len(empty)).long()]
        return self._images.take(slots), self._hands.map(lambda tensor: tensor[slots])
