"""The renderer's `Scene` (native/scene.h) as a numpy record, so that whole batches are filled by columns."""

import numpy as np

HANDS, BONES, PROPS, LIGHTS, BACKDROPS = 2, 26, 24, 3, 2

SPHERE, TUBE, BOX = 1, 2, 3
SKIN, FACE, CLOTH, HAIR, OBJECT = range(5)
PLAIN, STRIPES, CHECKS, BLOTCHES, PRINT = range(5)

SKIN_LOOK = np.dtype(
    [
        ("colour", "f4", 3), ("palm", "f4", 3), ("nail", "f4", 3), ("nail_gloss", "f4"), ("crease", "f4"),
        ("mottle", "f4"), ("vein", "f4"), ("gloss", "f4"), ("sharpness", "f4"), ("bump", "f4"), ("glove", "f4"),
    ]
)  # fmt: skip
PROP = np.dtype(
    [
        ("shape", "i4"), ("surface", "i4"), ("pattern", "i4"), ("in_front", "i4"), ("transform", "f4", (3, 4)),
        ("taper", "f4"), ("colour", "f4", 3), ("second", "f4", 3), ("pattern_mm", "f4"), ("gloss", "f4"),
    ]
)  # fmt: skip
LIGHT = np.dtype([("direction", "f4", 3), ("colour", "f4", 3)])
BACKDROP = np.dtype([("image", "i4"), ("map", "f4", (2, 3)), ("gain", "f4", 3), ("lift", "f4", 3)])
SENSOR = np.dtype(
    [
        ("exposure", "f4"), ("white_balance", "f4", 3), ("gamma", "f4"), ("saturation", "f4"), ("blur_px", "f4"),
        ("motion_px", "f4", 2), ("motion_all", "f4"), ("noise", "f4"), ("noise_chroma", "f4"), ("vignette", "f4"),
        ("grey", "f4"), ("seed", "u4"),
    ]
)  # fmt: skip
SCENE = np.dtype(
    [
        ("width", "i4"), ("height", "i4"), ("fx", "f4"), ("fy", "f4"), ("cx", "f4"), ("cy", "f4"),
        ("drawn", "i4", HANDS), ("bones", "f4", (HANDS, BONES, 3, 4)), ("skin", SKIN_LOOK), ("props", PROP, PROPS),
        ("lights", LIGHT, LIGHTS), ("sky", "f4", 3), ("ground", "f4", 3), ("shadow_softness", "f4"),
        ("contact", "f4"), ("texture_offset", "f4", 3), ("backdrops", BACKDROP, BACKDROPS),
        ("backdrop_edge", "f4", 4), ("sensor", SENSOR),
    ]
)  # fmt: skip
