"""Spheres against spheres: how deep, and how far to slide until they only touch. Lengths in mm."""

import functools

import numpy as np

from .flesh import flesh_spheres
from .skeleton import FOREARM_PART, PALM


def slide_until_apart(still, still_radii, moving, moving_radii, direction) -> np.ndarray:
    """How far the moving spheres must go along the unit `direction` [n, 3] to leave the still ones for good: [n].

    Closed form: for each pair the larger root t of |d + t u| = r + r', the largest of all; 0 where none meet.
    still, moving: [n, s, 3]; radii: [n, s].
    """
    apart = (moving[:, :, None] - still[:, None]).astype(np.float32)
    along = np.einsum("nabi,ni->nab", apart, direction.astype(np.float32))
    reach = (moving_radii[:, :, None] + still_radii[:, None]).astype(np.float32)
    discriminant = along**2 - np.einsum("nabi,nabi->nab", apart, apart) + reach**2
    roots = np.where(discriminant > 0, np.sqrt(np.maximum(discriminant, 0)) - along, 0)
    return np.maximum(roots.max((1, 2)), 0).astype(float)


def pressing(first, first_radii, second, second_radii) -> tuple[np.ndarray, np.ndarray]:
    """Depth of every pair [n, s, s], positive where they overlap, and the unit vector from first to second."""
    offset = (second[:, None] - first[:, :, None]).astype(np.float32)
    distance = np.sqrt(np.einsum("nabi,nabi->nab", offset, offset))
    depth = first_radii[:, :, None] + second_radii[:, None] - distance
    return depth, offset / np.maximum(distance, 1e-6)[..., None]


def deepest(first, first_radii, second, second_radii) -> np.ndarray:
    """Greatest overlap of two hands, mm: [n]; negative is the gap between them."""
    return pressing(first, first_radii, second, second_radii)[0].max((1, 2))


@functools.cache
def own_pairs() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of spheres of one hand that must not meet, and how deep they already are at rest: [p] each.

    Only between different fingers, or a finger's end and the palm; neighbours at a joint always overlap.
    """
    flesh = flesh_spheres()
    i, j = np.triu_indices(len(flesh.radii), 1)
    parts = flesh.parts
    fingers = (parts[i] != parts[j]) & (parts[i] != FOREARM_PART) & (parts[j] != FOREARM_PART)
    rest = flesh.radii[i] + flesh.radii[j] - np.linalg.norm(flesh.centres[i] - flesh.centres[j], axis=1)
    at_root = ((parts[i] == PALM) | (parts[j] == PALM)) & (rest > -4)
    chosen = fingers & ~at_root
    return i[chosen], j[chosen], np.maximum(rest[chosen], 0)


def own_depth(centres, radii) -> np.ndarray:
    """How deep the fingers of one hand press into each other beyond the rest pose, mm: [n]."""
    i, j, rest = own_pairs()
    offset = (centres[:, i] - centres[:, j]).astype(np.float32)
    distance = np.sqrt(np.einsum("npi,npi->np", offset, offset))
    return (radii[:, i] + radii[:, j] - distance - rest).max(1)
