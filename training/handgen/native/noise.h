/* A periodic volume of value noise, in [0, 1] with mean 0.5. */
#ifndef HANDGEN_NOISE_H
#define HANDGEN_NOISE_H
#include "vec.h"

void noise_prepare(void);

/* One octave with features about one unit wide. */
float noise(Vec p);

/* Two octaves. */
static inline float noise2(Vec p) { return 0.67f * noise(p) + 0.33f * noise(scale(p, 2.17f)); }
#endif
