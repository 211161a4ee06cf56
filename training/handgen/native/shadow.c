#include "shadow.h"

static const float NOTHING = -1e9f, BIAS_MM = 2.5f;
enum { MARGIN_MM = 40, REACH_MM = 330 };

typedef struct { float x, y, height; } Cell;

static Cell project(const ShadowMap *map, Vec p) {
  Vec d = sub(p, map->centre);
  return (Cell){dot(d, map->across) * map->cells_per_mm + SHADOW_SIDE * 0.5f,
                dot(d, map->down) * map->cells_per_mm + SHADOW_SIDE * 0.5f, dot(d, map->towards)};
}

static void fill(ShadowMap *map, Cell a, Cell b, Cell c) {
  float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (fabsf(area) < 1e-8f) return;
  int x0 = (int)fmaxf(0.f, ceilf(fminf(a.x, fminf(b.x, c.x)))), x1 = (int)fminf(SHADOW_SIDE - 1, floorf(fmaxf(a.x, fmaxf(b.x, c.x))));
  int y0 = (int)fmaxf(0.f, ceilf(fminf(a.y, fminf(b.y, c.y)))), y1 = (int)fminf(SHADOW_SIDE - 1, floorf(fmaxf(a.y, fmaxf(b.y, c.y))));
  float inverse = 1.f / area;
  for (int y = y0; y <= y1; y++)
    for (int x = x0; x <= x1; x++) {
      float wb = (((float)x - a.x) * (c.y - a.y) - (c.x - a.x) * ((float)y - a.y)) * inverse;
      float wc = ((b.x - a.x) * ((float)y - a.y) - ((float)x - a.x) * (b.y - a.y)) * inverse;
      if (wb < 0.f || wc < 0.f || wb + wc > 1.f) continue;
      float height = a.height + wb * (b.height - a.height) + wc * (c.height - a.height);
      float *cell = &map->height[y * SHADOW_SIDE + x];
      if (height > *cell) *cell = height;
    }
}

static Vec middle_of_hands(const Mesh *mesh) {
  Vec sum = vec(0.f, 0.f, 0.f);
  int count = 0;
  for (int i = 0; i < mesh->triangle_count; i++) {
    const Triangle *t = &mesh->triangles[i];
    if (t->part >= FIRST_PROP_PART || t->part % PARTS_PER_HAND == PART_FOREARM) continue;
    sum = add(sum, mesh->vertices[t->corner[0]].position);
    count++;
  }
  return count ? scale(sum, 1.f / (float)count) : vec(0.f, 0.f, 600.f);
}

/* Reach of the map: far enough for both hands, yet never so far that a cell outgrows a finger. */
static float reach_of_hands(const Mesh *mesh, Vec centre) {
  float furthest = 100.f;
  for (int i = 0; i < mesh->triangle_count; i++) {
    const Triangle *t = &mesh->triangles[i];
    if (t->part >= FIRST_PROP_PART || t->part % PARTS_PER_HAND == PART_FOREARM) continue;
    Vec d = sub(mesh->vertices[t->corner[0]].position, centre);
    furthest = fmaxf(furthest, sqrtf(dot(d, d)));
  }
  return fminf(furthest + MARGIN_MM, REACH_MM);
}

void shadow_prepare(const Scene *scene, const Mesh *mesh, ShadowMap *map) {
  static Cell cells[MAX_VERTICES];
  map->towards = vec_of(scene->lights[0].direction);
  Vec helper = fabsf(map->towards.x) < 0.7f ? vec(1.f, 0.f, 0.f) : vec(0.f, 1.f, 0.f);
  map->across = unit(cross(helper, map->towards));
  map->down = cross(map->towards, map->across);
  map->centre = middle_of_hands(mesh);
  map->cells_per_mm = SHADOW_SIDE / (2.f * reach_of_hands(mesh, map->centre));
  map->softness_cells = scene->shadow_softness * map->cells_per_mm;
  for (int i = 0; i < SHADOW_SIDE * SHADOW_SIDE; i++) map->height[i] = NOTHING;
  for (int i = 0; i < mesh->vertex_count; i++) cells[i] = project(map, mesh->vertices[i].position);
  for (int i = 0; i < mesh->triangle_count; i++) {
    const uint16_t *k = mesh->triangles[i].corner;
    fill(map, cells[k[0]], cells[k[1]], cells[k[2]]);
  }
}

float light_reaching(const ShadowMap *map, Vec point, Vec normal) {
  Cell c = project(map, add(point, scale(normal, 1.5f / map->cells_per_mm)));
  float lit = 0.f, spread = fmaxf(0.7f, map->softness_cells);
  for (int j = -1; j <= 1; j++)
    for (int i = -1; i <= 1; i++) {
      int x = (int)(c.x + (float)i * spread + 0.5f), y = (int)(c.y + (float)j * spread + 0.5f);
      int outside = x < 0 || y < 0 || x >= SHADOW_SIDE || y >= SHADOW_SIDE;
      lit += outside || map->height[y * SHADOW_SIDE + x] < c.height + BIAS_MM ? 1.f : 0.f;
    }
  return lit / 9.f;
}
