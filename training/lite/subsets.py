"""Which samples belong together, by the tags of handgen: figures are told for each."""

from collections.abc import Iterator

import numpy as np

from handgen.labels import OCCLUDERS, ORIENTATIONS, SCENES, SKIN_TONES, VIEWPOINTS


def subsets(labels: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Names and masks [N] of labels [N]; a sample is in one of each kind."""
    yield "all", np.ones(len(labels), bool)
    for kind, words in (("scene", SCENES), ("viewpoint", VIEWPOINTS), ("occluder", OCCLUDERS)):
        for index, word in enumerate(words):
            yield f"{kind}: {word}", labels[kind] == index
    for tone in range(SKIN_TONES):
        yield f"skin tone: {tone + 1}", labels["skin_tone"] == tone
    present = labels["present"] > 0
    for index, word in enumerate(ORIENTATIONS):
        yield f"a hand points {word}", (present & (labels["orientation"] == index)).any(1)
    yield "grey", labels["grey"] > 0
    yield "dark", labels["dark"] > 0
