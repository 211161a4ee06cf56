#include "picture.h"
#include <string.h>

static Vec scratch[MAX_PIXELS];

static int inside(int i, int count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

/* Mean along the path of the motion; the backdrop stays sharp unless the camera itself moved. */
static void smear(const Sensor *sensor, Picture *p) {
  float length = fmaxf(fabsf(sensor->motion_px[0]), fabsf(sensor->motion_px[1]));
  if (length < 0.75f) return;
  int taps = (int)length + 1;
  for (int y = 0; y < p->height; y++)
    for (int x = 0; x < p->width; x++) {
      Vec sum = vec(0.f, 0.f, 0.f);
      float cover = 0.f;
      for (int k = 0; k <= taps; k++) {
        float t = (float)k / (float)taps - 0.5f;
        int i = inside(x + (int)lrintf(t * sensor->motion_px[0]), p->width), j = inside(y + (int)lrintf(t * sensor->motion_px[1]), p->height);
        sum = add(sum, p->pixels[j * p->width + i]);
        cover += p->hands[j * p->width + i];
      }
      float share = 1.f / (float)(taps + 1);
      float moved = sensor->motion_all > 0.5f ? 1.f : fminf(1.f, 2.f * cover * share);
      scratch[y * p->width + x] = mix(p->pixels[y * p->width + x], scale(sum, share), moved);
    }
  memcpy(p->pixels, scratch, sizeof(Vec) * (size_t)(p->width * p->height));
}

static void blur_rows(const Vec *from, Vec *to, int count, int stride, int rows, int row_stride, const float *kernel, int radius) {
  for (int r = 0; r < rows; r++)
    for (int i = 0; i < count; i++) {
      Vec sum = vec(0.f, 0.f, 0.f);
      for (int k = -radius; k <= radius; k++) sum = add(sum, scale(from[r * row_stride + inside(i + k, count) * stride], kernel[k < 0 ? -k : k]));
      to[r * row_stride + i * stride] = sum;
    }
}

/* Separable Gaussian. */
static void defocus(const Sensor *sensor, Picture *p) {
  enum { REACH = 8 };
  if (sensor->blur_px < 0.25f) return;
  int radius = inside((int)ceilf(2.2f * sensor->blur_px), REACH + 1);
  float kernel[REACH + 1], sum = 0.f;
  for (int k = 0; k <= radius; k++) {
    kernel[k] = expf(-0.5f * (float)(k * k) / (sensor->blur_px * sensor->blur_px));
    sum += k ? 2.f * kernel[k] : kernel[k];
  }
  for (int k = 0; k <= radius; k++) kernel[k] /= sum;
  blur_rows(p->pixels, scratch, p->width, 1, p->height, p->width, kernel, radius);
  blur_rows(scratch, p->pixels, p->height, p->width, p->width, 1, kernel, radius);
}

enum { CURVE = 4096 };
static float curve[CURVE + 1];

/* Linear light to the encoded value: a shoulder above 0.8 as cameras have, then the sRGB exponent and `gamma`. */
static void prepare_curve(float gamma) {
  for (int i = 0; i <= CURVE; i++) {
    float x = 1.5f * (float)i / CURVE, soft = x < 0.7f ? x : 0.7f + 0.3f * (1.f - expf(-(x - 0.7f) / 0.3f));
    curve[i] = powf(soft, gamma / 2.2f);
  }
}

static float encoded(float linear) { return curve[(int)(clamp(linear * (1.f / 1.5f), 0.f, 1.f) * CURVE)]; }

static uint8_t quantised(float x) { return (uint8_t)(clamp(x, 0.f, 1.f) * 255.f + 0.5f); }

void expose(const Sensor *s, Picture *p, uint8_t *rgb) {
  uint32_t state = s->seed | 1u;
  smear(s, p);
  defocus(s, p);
  prepare_curve(s->gamma);
  Vec gain = scale(vec_of(s->white_balance), s->exposure);
  float half_width = 0.5f * (float)p->width, half_height = 0.5f * (float)p->height;
  for (int y = 0; y < p->height; y++)
    for (int x = 0; x < p->width; x++) {
      float dx = ((float)x - half_width) / half_width, dy = ((float)y - half_height) / half_height;
      Vec c = scale(mul(p->pixels[y * p->width + x], gain), 1.f - s->vignette * 0.5f * (dx * dx + dy * dy));
      float luma = 0.21f * c.x + 0.72f * c.y + 0.07f * c.z;
      c = s->grey > 0.5f ? vec(luma, luma, luma) : mix(vec(luma, luma, luma), c, s->saturation);
      Vec e = vec(encoded(c.x), encoded(c.y), encoded(c.z));
      float common = s->noise * next_normal(&state), own = s->grey > 0.5f ? 0.f : s->noise * s->noise_chroma;
      uint8_t *out = rgb + 3 * (y * p->width + x);
      out[0] = quantised(e.x + common + own * next_normal(&state));
      out[1] = quantised(e.y + common + own * next_normal(&state));
      out[2] = quantised(e.z + common + own * next_normal(&state));
    }
}
