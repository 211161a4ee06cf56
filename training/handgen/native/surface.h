/* The colour, the shape and the shine of a surface at one point, before any light falls on it. */
#ifndef HANDGEN_SURFACE_H
#define HANDGEN_SURFACE_H
#include "mesh.h"

typedef struct {
  Vec position, normal, rest;
  float u, v;
  const Triangle *triangle;
} Fragment;

typedef struct {
  Vec albedo;       /* linear RGB */
  Vec normal;       /* with wrinkles, unit length */
  float gloss, sharpness;
  float bleed;      /* how far light creeps round the edge of its shadow: 1 for skin, 0 for cloth */
} Surface;

/* The skin map: [side][side][4] of crease, nail, palm, height. */
typedef struct { int side; const uint8_t *texels; } SkinMap;

Surface skin_at(const Scene *scene, const Mesh *mesh, const SkinMap *map, const Fragment *f);
Surface prop_at(const Scene *scene, const Prop *prop, const Fragment *f);

/* Bare skin of arms, necks and faces: no creases, no nails. */
Surface bare_skin(const Scene *scene, Vec place, Vec normal);
#endif
