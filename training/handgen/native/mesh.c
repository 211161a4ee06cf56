#include "mesh.h"

/* Linear blend skinning; normals are left unnormalised. */
static void add_hand(const Scene *scene, int hand, const Rig *rig, Mesh *mesh) {
  int base = mesh->vertex_count;
  for (int i = 0; i < rig->vertex_count; i++) {
    float m[12] = {0};
    for (int k = 0; k < 4; k++) {
      float w = rig->weights[4 * i + k];
      if (w <= 0.f) continue;
      const float *bone = scene->bones[hand][rig->bones[4 * i + k]];
      for (int j = 0; j < 12; j++) m[j] += w * bone[j];
    }
    Vertex *v = &mesh->vertices[base + i];
    v->rest = vec_of(rig->positions + 3 * i);
    v->position = map_point(m, v->rest);
    v->normal = unit(map_direction(m, vec_of(rig->normals + 3 * i)));
    v->u = rig->uvs[2 * i];
    v->v = rig->uvs[2 * i + 1];
  }
  mesh->vertex_count += rig->vertex_count;
  for (int i = 0; i < rig->triangle_count; i++) {
    Triangle *t = &mesh->triangles[mesh->triangle_count++];
    for (int k = 0; k < 3; k++) t->corner[k] = (uint16_t)(base + rig->corners[3 * i + k]);
    t->part = (uint8_t)(hand * PARTS_PER_HAND + rig->parts[i]);
    t->bone = rig->triangle_bones[i];
  }
}

static int add_vertex(Mesh *mesh, const Prop *prop, Vec rest, Vec normal) {
  Vertex *v = &mesh->vertices[mesh->vertex_count];
  const float *m = prop->transform;
  Vec x = vec(m[0], m[4], m[8]), y = vec(m[1], m[5], m[9]), z = vec(m[2], m[6], m[10]);
  v->rest = rest;
  v->position = map_point(m, rest);
  /* The axes of every prop are orthogonal, so the inverse transpose only divides by their squared lengths. */
  v->normal = unit(add(add(scale(x, normal.x / dot(x, x)), scale(y, normal.y / dot(y, y))), scale(z, normal.z / dot(z, z))));
  v->u = v->v = 0.f;
  return mesh->vertex_count++;
}

static void add_triangle(Mesh *mesh, int a, int b, int c, int part) {
  mesh->triangles[mesh->triangle_count++] =
      (Triangle){{(uint16_t)a, (uint16_t)b, (uint16_t)c}, (uint8_t)part, 0};
}

static void join_rings(Mesh *mesh, int first, int rings, int sides, int part) {
  for (int r = 0; r + 1 < rings; r++)
    for (int k = 0; k < sides; k++) {
      int a = first + r * sides + k, b = first + r * sides + (k + 1) % sides;
      add_triangle(mesh, a, b, a + sides, part);
      add_triangle(mesh, b, b + sides, a + sides, part);
    }
}

static void add_sphere(Mesh *mesh, const Prop *prop, int part) {
  enum { RINGS = 11, SIDES = 16 };
  int first = mesh->vertex_count;
  for (int r = 0; r < RINGS; r++) {
    float polar = 3.14159265f * (float)r / (RINGS - 1);
    for (int k = 0; k < SIDES; k++) {
      float turn = 6.2831853f * (float)k / SIDES;
      Vec p = vec(sinf(polar) * cosf(turn), -cosf(polar), sinf(polar) * sinf(turn));
      add_vertex(mesh, prop, p, p);
    }
  }
  join_rings(mesh, first, RINGS, SIDES, part);
}

/* A tube about the y axis from -1 to 1, its far end closed by a shallow dome. */
static void add_tube(Mesh *mesh, const Prop *prop, int part) {
  enum { RINGS = 6, SIDES = 16 };
  static const float heights[RINGS] = {-1.f, -1.f, -0.4f, 0.3f, 1.f, 1.f}, widths[RINGS] = {0.f, 1.f, 1.f, 1.f, 1.f, 0.f};
  int first = mesh->vertex_count;
  for (int r = 0; r < RINGS; r++) {
    float radius = widths[r] * (1.f + (prop->taper - 1.f) * 0.5f * (heights[r] + 1.f));
    for (int k = 0; k < SIDES; k++) {
      float turn = 6.2831853f * (float)k / SIDES, c = cosf(turn), s = sinf(turn);
      Vec normal = widths[r] > 0.f ? vec(c, 0.f, s) : vec(0.f, heights[r], 0.f);
      add_vertex(mesh, prop, vec(radius * c, heights[r], radius * s), normal);
    }
  }
  join_rings(mesh, first, RINGS, SIDES, part);
}

static void add_box(Mesh *mesh, const Prop *prop, int part) {
  for (int axis = 0; axis < 3; axis++)
    for (int side = -1; side <= 1; side += 2) {
      int corners[4];
      for (int k = 0; k < 4; k++) {
        float p[3] = {0}, n[3] = {0};
        p[axis] = n[axis] = (float)side;
        p[(axis + 1) % 3] = k & 1 ? 1.f : -1.f;
        p[(axis + 2) % 3] = k & 2 ? 1.f : -1.f;
        corners[k] = add_vertex(mesh, prop, vec_of(p), vec_of(n));
      }
      add_triangle(mesh, corners[0], corners[1], corners[2], part);
      add_triangle(mesh, corners[1], corners[3], corners[2], part);
    }
}

void mesh_of_scene(const Scene *scene, const Rig *rig, Mesh *mesh) {
  mesh->vertex_count = mesh->triangle_count = 0;
  for (int hand = 0; hand < HANDS; hand++)
    if (scene->drawn[hand]) add_hand(scene, hand, rig, mesh);
  for (int i = 0; i < PROPS; i++) {
    const Prop *prop = &scene->props[i];
    if (prop->shape == SHAPE_SPHERE) add_sphere(mesh, prop, FIRST_PROP_PART + i);
    if (prop->shape == SHAPE_TUBE) add_tube(mesh, prop, FIRST_PROP_PART + i);
    if (prop->shape == SHAPE_BOX) add_box(mesh, prop, FIRST_PROP_PART + i);
  }
}
