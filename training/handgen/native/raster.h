/* Triangles to nearest surfaces: a depth buffer with two samples a pixel along each axis. */
#ifndef HANDGEN_RASTER_H
#define HANDGEN_RASTER_H
#include "mesh.h"

enum { SAMPLES = 2, MAX_PIXELS = 640 * 480 };

typedef struct {
  int width, height;                                   /* in samples: SAMPLES times the picture */
  float inverse_depth[MAX_PIXELS * SAMPLES * SAMPLES]; /* 1/mm; 0 where nothing was drawn */
  uint16_t triangle[MAX_PIXELS * SAMPLES * SAMPLES];   /* valid where inverse_depth > 0 */
} Surfaces;

void rasterise(const Scene *scene, const Mesh *mesh, Surfaces *surfaces);

/* Weights of a triangle's corners where the camera ray through (ray_x, ray_y, 1) meets its plane. */
void corner_weights(const Mesh *mesh, const Triangle *t, float ray_x, float ray_y, float weights[3]);
#endif
