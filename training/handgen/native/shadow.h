/* Shadows of the first light: an orthographic depth map over the space about the hands. */
#ifndef HANDGEN_SHADOW_H
#define HANDGEN_SHADOW_H
#include "mesh.h"

enum { SHADOW_SIDE = 144 };

typedef struct {
  Vec across, down, towards; /* axes of the map; `towards` points to the light */
  Vec centre;
  float cells_per_mm;
  float softness_cells;
  float height[SHADOW_SIDE * SHADOW_SIDE]; /* nearest surface to the light, mm along `towards` */
} ShadowMap;

void shadow_prepare(const Scene *scene, const Mesh *mesh, ShadowMap *map);

/* Share of the first light that reaches a point with this normal, 0..1. */
float light_reaching(const ShadowMap *map, Vec point, Vec normal);
#endif
