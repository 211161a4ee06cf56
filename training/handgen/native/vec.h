/* Three-vectors by value and the few scalar helpers the renderer needs. */
#ifndef HANDGEN_VEC_H
#define HANDGEN_VEC_H
#include <math.h>
#include <stdint.h>

typedef struct { float x, y, z; } Vec;

static inline Vec vec(float x, float y, float z) { return (Vec){x, y, z}; }
static inline Vec vec_of(const float *p) { return (Vec){p[0], p[1], p[2]}; }
static inline Vec add(Vec a, Vec b) { return (Vec){a.x + b.x, a.y + b.y, a.z + b.z}; }
static inline Vec sub(Vec a, Vec b) { return (Vec){a.x - b.x, a.y - b.y, a.z - b.z}; }
static inline Vec scale(Vec a, float s) { return (Vec){a.x * s, a.y * s, a.z * s}; }
static inline Vec mul(Vec a, Vec b) { return (Vec){a.x * b.x, a.y * b.y, a.z * b.z}; }
static inline float dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline Vec cross(Vec a, Vec b) {
  return (Vec){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
static inline Vec unit(Vec a) { return scale(a, 1.f / sqrtf(dot(a, a) + 1e-12f)); }
static inline Vec mix(Vec a, Vec b, float t) { return add(scale(a, 1.f - t), scale(b, t)); }
static inline float clamp(float x, float lo, float hi) { return x < lo ? lo : x > hi ? hi : x; }
static inline float step_smooth(float lo, float hi, float x) {
  float t = clamp((x - lo) / (hi - lo), 0.f, 1.f);
  return t * t * (3.f - 2.f * t);
}

/* Applies a row-major 3x4 affine map to a point, and its 3x3 part to a direction. */
static inline Vec map_point(const float *m, Vec p) {
  return vec(m[0] * p.x + m[1] * p.y + m[2] * p.z + m[3], m[4] * p.x + m[5] * p.y + m[6] * p.z + m[7],
             m[8] * p.x + m[9] * p.y + m[10] * p.z + m[11]);
}
static inline Vec map_direction(const float *m, Vec d) {
  return vec(m[0] * d.x + m[1] * d.y + m[2] * d.z, m[4] * d.x + m[5] * d.y + m[6] * d.z,
             m[8] * d.x + m[9] * d.y + m[10] * d.z);
}

/* xorshift32: noise of the sensor only; whatever shapes the scene is drawn in Python. */
static inline uint32_t next_random(uint32_t *state) {
  uint32_t x = *state;
  x ^= x << 13; x ^= x >> 17; x ^= x << 5;
  return *state = x;
}
/* Roughly normal, mean 0, deviation 1: the sum of four bytes of one draw. */
static inline float next_normal(uint32_t *state) {
  uint32_t r = next_random(state);
  int sum = (int)(r & 255) + (int)((r >> 8) & 255) + (int)((r >> 16) & 255) + (int)(r >> 24);
  return ((float)sum - 510.f) * (1.f / 147.8f);
}
#endif
