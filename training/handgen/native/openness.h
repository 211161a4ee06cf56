/* Darkening in gaps, from depth alone: how far a pixel lies behind the mean of its neighbourhood. */
#ifndef HANDGEN_OPENNESS_H
#define HANDGEN_OPENNESS_H
#include "raster.h"

/* Fills openness, [height][width]: 1 in the free, 1 - scene->contact deep between fingers. */
void find_openness(const Scene *scene, const Mesh *mesh, const Surfaces *surfaces, float *openness);
#endif
