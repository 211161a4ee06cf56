/* The triangles of a scene, posed, in camera space. */
#ifndef HANDGEN_MESH_H
#define HANDGEN_MESH_H
#include "scene.h"
#include "vec.h"

enum { MAX_VERTICES = 9000, MAX_TRIANGLES = 16000 };

/* Parts: what a pixel may show. 0..6 right hand (palm, five fingers, forearm), 7..13 left, then the props. */
enum { PARTS_PER_HAND = 7, PART_FOREARM = 6, FIRST_PROP_PART = 2 * PARTS_PER_HAND };

typedef struct {
  Vec position;
  Vec normal;
  Vec rest;       /* hands: rest position, mm; props: point of the unit shape */
  float u, v;     /* skin map coordinates, hands only */
} Vertex;

typedef struct { uint16_t corner[3]; uint8_t part; uint8_t bone; } Triangle;

typedef struct {
  int vertex_count, triangle_count;
  Vertex vertices[MAX_VERTICES];
  Triangle triangles[MAX_TRIANGLES];
} Mesh;

/* The rest shape of a right hand, owned by the caller for as long as pictures are rendered. */
typedef struct {
  int vertex_count, triangle_count;
  const float *positions, *normals, *uvs, *weights; /* [n][3], [n][3], [n][2], [n][4] */
  const uint8_t *bones;                             /* [n][4] */
  const uint16_t *corners;                          /* [m][3] */
  const uint8_t *parts, *triangle_bones;            /* [m] */
} Rig;

void mesh_of_scene(const Scene *scene, const Rig *rig, Mesh *mesh);
#endif
