#include "noise.h"

enum { SIDE = 32, MASK = SIDE - 1 };
static float lattice[SIDE * SIDE * SIDE];
static int prepared;

void noise_prepare(void) {
  if (prepared) return;
  uint32_t state = 2463534242u;
  for (int i = 0; i < SIDE * SIDE * SIDE; i++) lattice[i] = (float)(next_random(&state) >> 8) / 16777216.f;
  prepared = 1;
}

static inline float at(int x, int y, int z) { return lattice[((z & MASK) * SIDE + (y & MASK)) * SIDE + (x & MASK)]; }

float noise(Vec p) {
  float bx = floorf(p.x), by = floorf(p.y), bz = floorf(p.z);
  int x = (int)bx, y = (int)by, z = (int)bz;
  float u = p.x - bx, v = p.y - by, w = p.z - bz;
  u = u * u * (3.f - 2.f * u);
  v = v * v * (3.f - 2.f * v);
  w = w * w * (3.f - 2.f * w);
  float a = at(x, y, z) + u * (at(x + 1, y, z) - at(x, y, z));
  float b = at(x, y + 1, z) + u * (at(x + 1, y + 1, z) - at(x, y + 1, z));
  float c = at(x, y, z + 1) + u * (at(x + 1, y, z + 1) - at(x, y, z + 1));
  float d = at(x, y + 1, z + 1) + u * (at(x + 1, y + 1, z + 1) - at(x, y + 1, z + 1));
  float near = a + v * (b - a), far = c + v * (d - c);
  return near + w * (far - near);
}
