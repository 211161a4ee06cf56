/* Light upon a surface. */
#ifndef HANDGEN_LIGHTING_H
#define HANDGEN_LIGHTING_H
#include "shadow.h"
#include "surface.h"

/* Linear RGB that leaves the surface towards the camera. `open`: 1 in the free, 0 deep in a gap. */
Vec lit(const Scene *scene, const ShadowMap *shadows, const Surface *surface, Vec position, float open);
#endif
