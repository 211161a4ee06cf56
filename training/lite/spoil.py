"""Pictures as webcams and video calls make them: colours off, blurred, noisy, blocky, covered.

All on whole batches [N, 3, S, S] in 0..1, on whatever device they lie. What costs time is done to
some of the samples only.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import conv2d, interpolate

LUMA = (0.299, 0.587, 0.114)
BLOCK = 8
"""px of JPEG's blocks."""
Spoiler = Callable[[Tensor, torch.Generator], Tensor]


def spoil_some(image: Tensor, share: float, random: torch.Generator) -> Tensor:
    """A batch of which so many pictures are as a bad camera would have taken them."""
    chosen = torch.rand(len(image), generator=random, device=image.device) < share
    return image.index_put((chosen,), spoil(image[chosen], random)) if chosen.any() else image


def spoil(image: Tensor, random: torch.Generator) -> Tensor:
    """A batch as a bad camera would have taken it."""
    image = _colours(image, random)
    steps: list[tuple[float, Spoiler]] = [
        (0.10, _grey),
        (0.25, _covered),
        (0.15, _blurred),
        (0.15, _coarse),
        (0.30, _noisy),
        (0.20, _blocky),
    ]
    for share, step in steps:
        chosen = torch.rand(len(image), generator=random, device=image.device) < share
        image = image.index_put((chosen,), step(image[chosen], random)) if chosen.any() else image
    return image.clamp(0, 1)


def _uniform(random: torch.Generator, low: float, high: float, *shape: int) -> Tensor:
    return low + (high - low) * torch.rand(shape, generator=random, device=random.device)


def _colours(image: Tensor, random: torch.Generator) -> Tensor:
    """Exposure, white balance, contrast and gamma."""
    count = len(image)
    gain = _uniform(random, 0.75, 1.25, count, 1, 1, 1) * _uniform(random, 0.9, 1.1, count, 3, 1, 1)
    offset = _uniform(random, -0.06, 0.06, count, 1, 1, 1)
    gamma = torch.exp(_uniform(random, -0.35, 0.35, count, 1, 1, 1))
    return (image * gain + offset).clamp(1e-4, 1) ** gamma


def _grey(image: Tensor, random: torch.Generator) -> Tensor:
    weights = image.new_tensor(LUMA).view(1, 3, 1, 1)
    return (image * weights).sum(1, keepdim=True).expand(-1, 3, -1, -1)


def _covered(image: Tensor, random: torch.Generator) -> Tensor:
    """A rectangle of one colour, or cut from the next picture."""
    count, size = len(image), image.shape[-1]
    centre = _uniform(random, 0, size, count, 2, 1)
    half = _uniform(random, 0.03, 0.16, count, 2, 1) * size
    place = torch.arange(size, device=image.device)
    x, y = ((place - centre).abs() < half).unbind(1)
    inside = (y[:, :, None] & x[:, None, :])[:, None]
    plain = _uniform(random, 0, 1, count, 3, 1, 1).expand_as(image)
    from_next = _uniform(random, 0, 1, count, 1, 1, 1) < 0.5
    return torch.where(inside, torch.where(from_next, image.roll(1, 0), plain), image)


def _blurred(image: Tensor, random: torch.Generator) -> Tensor:
    """Out of focus, or moved along one axis; one amount per batch."""
    sigma = _uniform(random, 0.5, 2.0, 1)
    steps = torch.arange(-5, 6, device=image.device)
    kernel = torch.exp(-(steps**2) / (2 * sigma**2))
    kernel = (kernel / kernel.sum()).view(1, 1, 1, -1).expand(3, 1, 1, -1)
    across = conv2d(image, kernel, padding=(0, 5), groups=3)
    if _uniform(random, 0, 1, 1) < 0.3:
        return across
    return conv2d(across, kernel.transpose(2, 3), padding=(5, 0), groups=3)


def _coarse(image: Tensor, random: torch.Generator) -> Tensor:
    """From few pixels: a hand far away. One size per batch."""
    size = int(_uniform(random, 0.3, 0.7, 1) * image.shape[-1])
    small = interpolate(image, size=(size, size), mode="bilinear", antialias=True)
    return interpolate(small, size=image.shape[-2:], mode="bilinear")


def _noisy(image: Tensor, random: torch.Generator) -> Tensor:
    amount = _uniform(random, 0.005, 0.06, len(image), 1, 1, 1)
    return image + amount * torch.randn(image.shape, generator=random, device=image.device)


def _blocky(image: Tensor, random: torch.Generator) -> Tensor:
    """JPEG's rounding of cosine coefficients, in RGB and with steps that grow with frequency."""
    count, _, size, _ = image.shape
    cosine = _cosine_matrix(image)
    blocks = image.view(count, 3, size // BLOCK, BLOCK, size // BLOCK, BLOCK).transpose(3, 4)
    frequency = torch.arange(BLOCK, device=image.device)
    steps = (1 + frequency[:, None] + frequency) * _uniform(
        random, 0.005, 0.04, count, 1, 1, 1, 1, 1
    )
    rounded = ((cosine @ blocks @ cosine.T) / steps).round() * steps
    return (cosine.T @ rounded @ cosine).transpose(3, 4).reshape(image.shape)


def _cosine_matrix(like: Tensor) -> Tensor:
    """The orthonormal DCT-II of 8 values."""
    place = torch.arange(BLOCK, device=like.device, dtype=like.dtype)
    matrix = torch.cos(math.pi / BLOCK * (place + 0.5) * place[:, None]) * math.sqrt(2 / BLOCK)
    matrix[0] /= math.sqrt(2)
    return matrix
