#include "raster.h"
#include <string.h>

static const float NEAREST_MM = 40.f;

typedef struct { float x, y, inverse_depth; } Corner;

static int min_int(int a, int b) { return a < b ? a : b; }
static int max_int(int a, int b) { return a > b ? a : b; }

/* Narrows [*from, *to] to the steps k at which start + k * slope >= 0. */
static void keep_positive(float start, float slope, int *from, int *to) {
  if (slope > 1e-12f) *from = max_int(*from, (int)ceilf(clamp(-start / slope, -1e6f, 1e6f)));
  else if (slope < -1e-12f) *to = min_int(*to, (int)floorf(clamp(-start / slope, -1e6f, 1e6f)));
  else if (start < 0.f) *to = -1;
}

static void fill(Surfaces *out, Corner a, Corner b, Corner c, uint16_t id) {
  float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (fabsf(area) < 1e-8f) return;
  int x0 = max_int(0, (int)ceilf(fminf(a.x, fminf(b.x, c.x)))), x1 = min_int(out->width - 1, (int)floorf(fmaxf(a.x, fmaxf(b.x, c.x))));
  int y0 = max_int(0, (int)ceilf(fminf(a.y, fminf(b.y, c.y)))), y1 = min_int(out->height - 1, (int)floorf(fmaxf(a.y, fmaxf(b.y, c.y))));
  float inverse = 1.f / area;
  float b_dx = (c.y - a.y) * inverse, b_dy = -(c.x - a.x) * inverse, c_dx = -(b.y - a.y) * inverse, c_dy = (b.x - a.x) * inverse;
  float rise_b = b.inverse_depth - a.inverse_depth, rise_c = c.inverse_depth - a.inverse_depth, depth_dx = b_dx * rise_b + c_dx * rise_c;
  for (int y = y0; y <= y1; y++) {
    float dx = (float)x0 - a.x, dy = (float)y - a.y;
    float wb = dx * b_dx + dy * b_dy, wc = dx * c_dx + dy * c_dy, depth = a.inverse_depth + wb * rise_b + wc * rise_c;
    int from = 0, to = x1 - x0;
    keep_positive(wb, b_dx, &from, &to);
    keep_positive(wc, c_dx, &from, &to);
    keep_positive(1.f - wb - wc, -b_dx - c_dx, &from, &to);
    float *row = out->inverse_depth + y * out->width + x0;
    uint16_t *ids = out->triangle + y * out->width + x0;
    for (int k = from; k <= to; k++) {
      float here = depth + (float)k * depth_dx;
      if (here <= row[k]) continue;
      row[k] = here;
      ids[k] = id;
    }
  }
}

void rasterise(const Scene *scene, const Mesh *mesh, Surfaces *out) {
  static Corner corners[MAX_VERTICES];
  out->width = scene->width * SAMPLES;
  out->height = scene->height * SAMPLES;
  memset(out->inverse_depth, 0, sizeof(float) * (size_t)(out->width * out->height));
  for (int i = 0; i < mesh->vertex_count; i++) {
    Vec p = mesh->vertices[i].position;
    float inverse = 1.f / fmaxf(p.z, NEAREST_MM);
    corners[i].x = (scene->fx * p.x * inverse + scene->cx + 0.5f) * SAMPLES - 0.5f;
    corners[i].y = (scene->fy * p.y * inverse + scene->cy + 0.5f) * SAMPLES - 0.5f;
    corners[i].inverse_depth = p.z < NEAREST_MM ? 0.f : inverse;
  }
  for (int i = 0; i < mesh->triangle_count; i++) {
    const uint16_t *k = mesh->triangles[i].corner;
    Corner a = corners[k[0]], b = corners[k[1]], c = corners[k[2]];
    if (a.inverse_depth == 0.f || b.inverse_depth == 0.f || c.inverse_depth == 0.f) continue;
    fill(out, a, b, c, (uint16_t)i);
  }
}

void corner_weights(const Mesh *mesh, const Triangle *t, float ray_x, float ray_y, float weights[3]) {
  Vec ray = vec(ray_x, ray_y, 1.f);
  Vec a = mesh->vertices[t->corner[0]].position, b = mesh->vertices[t->corner[1]].position, c = mesh->vertices[t->corner[2]].position;
  float wa = dot(ray, cross(b, c)), wb = dot(ray, cross(c, a)), wc = dot(ray, cross(a, b));
  float sum = wa + wb + wc, inverse = fabsf(sum) > 1e-12f ? 1.f / sum : 0.f;
  weights[0] = clamp(wa * inverse, 0.f, 1.f);
  weights[1] = clamp(wb * inverse, 0.f, 1.f);
  weights[2] = clamp(1.f - weights[0] - weights[1], 0.f, 1.f);
}
