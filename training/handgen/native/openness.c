#include "openness.h"

static float smoothed[MAX_PIXELS];

static void box_blur_rows(const float *from, float *to, int count, int stride, int rows, int row_stride, int radius) {
  for (int r = 0; r < rows; r++) {
    const float *in = from + r * row_stride;
    float sum = 0.f;
    for (int k = -radius; k <= radius; k++) sum += in[(k < 0 ? 0 : k >= count ? count - 1 : k) * stride];
    for (int i = 0; i < count; i++) {
      to[r * row_stride + i * stride] = sum / (float)(2 * radius + 1);
      int enter = i + radius + 1 >= count ? count - 1 : i + radius + 1, leave = i - radius < 0 ? 0 : i - radius;
      sum += in[enter * stride] - in[leave * stride];
    }
  }
}

static int shows_hand(const Mesh *mesh, const Surfaces *surfaces, int sample) {
  return surfaces->inverse_depth[sample] > 0.f && mesh->triangles[surfaces->triangle[sample]].part < FIRST_PROP_PART;
}

void find_openness(const Scene *scene, const Mesh *mesh, const Surfaces *surfaces, float *openness) {
  enum { GAP_MM = 16 };
  int w = scene->width, h = scene->height;
  float furthest = 0.f;
  for (int pass = 0; pass < 2; pass++)
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++) {
        int i = SAMPLES * y * surfaces->width + SAMPLES * x;
        int hand = shows_hand(mesh, surfaces, i);
        float depth = hand ? 1.f / surfaces->inverse_depth[i] : 0.f;
        if (pass == 0) furthest = fmaxf(furthest, depth);
        else openness[y * w + x] = hand ? depth : furthest;
      }
  float distance = fmaxf(furthest, 1.f);
  int radius = (int)clamp(scene->fx * 9.f / distance, 1.f, (float)(w / 8));
  box_blur_rows(openness, smoothed, w, 1, h, w, radius);
  box_blur_rows(smoothed, openness, h, w, w, 1, radius);
  box_blur_rows(openness, smoothed, w, 1, h, w, radius);
  box_blur_rows(smoothed, openness, h, w, w, 1, radius);
  for (int y = 0; y < h; y++)
    for (int x = 0; x < w; x++) {
      int i = SAMPLES * y * surfaces->width + SAMPLES * x;
      int hand = shows_hand(mesh, surfaces, i);
      float behind = hand ? (1.f / surfaces->inverse_depth[i] - openness[y * w + x]) / GAP_MM : 0.f;
      openness[y * w + x] = 1.f - scene->contact * clamp(behind, 0.f, 1.f);
    }
}
