#include "picture.h"
#include <stddef.h>

static float decoded[256];

/* sRGB to linear, with the exponent 2.2 that the sensor undoes. */
static void prepare(void) {
  if (decoded[255] > 0.f) return;
  for (int i = 0; i < 256; i++) decoded[i] = powf((float)i / 255.f, 2.2f);
}

/* Index into a picture that repeats, every other time mirrored; the side is a power of two. */
static int mirrored(int i, int side) {
  int k = i & (2 * side - 1);
  return k < side ? k : 2 * side - 1 - k;
}

static Vec texel(const BackdropBank *bank, int image, int x, int y) {
  const uint8_t *t = bank->texels + 3 * (((size_t)image * bank->side + mirrored(y, bank->side)) * bank->side + mirrored(x, bank->side));
  return vec(decoded[t[0]], decoded[t[1]], decoded[t[2]]);
}

static Vec look_up(const BackdropBank *bank, const Backdrop *b, float x, float y) {
  if (b->image < 0) return vec_of(b->lift);
  float u = b->map[0] * x + b->map[1] * y + b->map[2], v = b->map[3] * x + b->map[4] * y + b->map[5];
  float left = floorf(u), top = floorf(v);
  int i = (int)left, j = (int)top;
  Vec upper = mix(texel(bank, b->image, i, j), texel(bank, b->image, i + 1, j), u - left);
  Vec lower = mix(texel(bank, b->image, i, j + 1), texel(bank, b->image, i + 1, j + 1), u - left);
  Vec c = add(mul(mix(upper, lower, v - top), vec_of(b->gain)), vec_of(b->lift));
  return vec(fmaxf(c.x, 0.f), fmaxf(c.y, 0.f), fmaxf(c.z, 0.f));
}

void draw_backdrop(const Scene *scene, const BackdropBank *bank, Picture *picture) {
  prepare();
  const float *edge = scene->backdrop_edge;
  for (int y = 0; y < scene->height; y++)
    for (int x = 0; x < scene->width; x++) {
      float side = edge[0] * (float)x + edge[1] * (float)y + edge[2], second = clamp(side / edge[3] + 0.5f, 0.f, 1.f);
      Vec colour = vec(0.f, 0.f, 0.f);
      if (second < 1.f) colour = scale(look_up(bank, &scene->backdrops[0], (float)x, (float)y), 1.f - second);
      if (second > 0.f) colour = add(colour, scale(look_up(bank, &scene->backdrops[1], (float)x, (float)y), second));
      picture->pixels[y * scene->width + x] = colour;
    }
}
