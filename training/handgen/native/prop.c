#include "noise.h"
#include "surface.h"

static float axis_length(const float *m, int axis) {
  return sqrtf(m[axis] * m[axis] + m[4 + axis] * m[4 + axis] + m[8 + axis] * m[8 + axis]);
}

/* The point of the unit shape in mm along the prop's own axes. */
static Vec place_mm(const Prop *prop, Vec rest) {
  const float *m = prop->transform;
  return vec(rest.x * axis_length(m, 0), rest.y * axis_length(m, 1), rest.z * axis_length(m, 2));
}

/* Share of the second colour, 0..1. */
static float pattern_at(const Prop *prop, Vec place) {
  Vec p = scale(place, 1.f / prop->pattern_mm);
  float across = p.x - floorf(p.x), down = p.y - floorf(p.y);
  switch (prop->pattern) {
    case PATTERN_STRIPES: return down < 0.4f ? 1.f : 0.f;
    case PATTERN_CHECKS: return 0.5f * (float)((across < 0.4f) + (down < 0.4f));
    case PATTERN_BLOTCHES: return step_smooth(0.47f, 0.53f, noise2(scale(p, 1.5f)));
    case PATTERN_PRINT: return place.z < 0.f && fabsf(p.x) < 1.2f && fabsf(p.y) < 0.5f ? step_smooth(0.5f, 0.55f, noise(vec(p.x * 9.f, p.y * 4.f, 0.f))) : 0.f;
    default: return 0.f;
  }
}

static float spot(float x, float y, float centre_x, float centre_y, float half_width, float half_height) {
  float dx = (x - centre_x) / half_width, dy = (y - centre_y) / half_height;
  return 1.f - step_smooth(0.7f, 1.1f, sqrtf(dx * dx + dy * dy));
}

/* A face on the front (-z) of the unit sphere: hair, brows, eyes, nose, mouth, flushed cheeks. */
static Surface face_at(const Scene *scene, const Prop *prop, const Fragment *f) {
  Vec p = f->rest;
  Surface s = bare_skin(scene, place_mm(prop, p), f->normal);
  float ragged = 0.12f * (noise(scale(p, 9.f)) - 0.5f), hairline = prop->pattern_mm;
  if (p.y < hairline + ragged + 0.25f * p.x * p.x || (p.z > 0.25f + ragged && p.y < 0.45f)) {
    float strand = 0.6f + 0.8f * noise(vec(p.x * 22.f, p.y * 6.f, p.z * 22.f));
    return (Surface){scale(vec_of(prop->second), strand), f->normal, 0.08f, 10.f, 0.f};
  }
  if (p.z > 0.f) return s;
  float x = fabsf(p.x);
  float cheek = spot(x, p.y, 0.45f, 0.25f, 0.35f, 0.3f), mouth = spot(p.x, p.y, 0.f, 0.55f, 0.27f, 0.055f);
  float brow = spot(x, p.y, 0.34f, -0.2f, 0.2f, 0.04f), socket = spot(x, p.y, 0.33f, -0.03f, 0.25f, 0.13f);
  float white = spot(x, p.y, 0.33f, -0.03f, 0.13f, 0.05f), iris = spot(x, p.y, 0.33f, -0.03f, 0.055f, 0.06f);
  float nostril = spot(x, p.y, 0.08f, 0.31f, 0.05f, 0.03f), jaw = prop->taper * step_smooth(0.3f, 0.6f, p.y) * (1.f - mouth);
  s.albedo = mul(s.albedo, vec(1.f, 1.f - 0.12f * cheek, 1.f - 0.1f * cheek));
  s.albedo = scale(s.albedo, 1.f - 0.3f * socket - 0.6f * nostril);
  s.albedo = mul(s.albedo, vec(1.f - 0.15f * mouth, 1.f - 0.5f * mouth, 1.f - 0.45f * mouth));
  s.albedo = mix(s.albedo, vec_of(prop->second), 0.75f * brow + 0.45f * jaw * (1.f - 0.75f * brow));
  s.albedo = mix(s.albedo, vec(0.5f, 0.48f, 0.46f), white);
  s.albedo = mix(s.albedo, vec(0.02f, 0.015f, 0.012f), iris);
  return s;
}

Surface prop_at(const Scene *scene, const Prop *prop, const Fragment *f) {
  if (prop->surface == SURFACE_FACE) return face_at(scene, prop, f);
  Vec place = place_mm(prop, f->rest);
  if (prop->surface == SURFACE_SKIN) return bare_skin(scene, place, f->normal);
  Vec colour = mix(vec_of(prop->colour), vec_of(prop->second), pattern_at(prop, place));
  if (prop->surface == SURFACE_OBJECT)
    return (Surface){scale(colour, 0.9f + 0.2f * noise(scale(place, 0.08f))), f->normal, prop->gloss, 30.f, 0.f};
  Vec shifted = add(place, vec_of(scene->texture_offset));
  float fold = prop->surface == SURFACE_HAIR ? noise(vec(place.x * 0.4f, place.y * 0.07f, place.z * 0.4f)) : noise2(scale(shifted, 0.022f));
  float weave = noise(scale(place, 0.6f));
  Vec bent = unit(add(f->normal, scale(vec(noise(scale(shifted, 0.03f)) - 0.5f, noise(scale(add(shifted, vec(9.f, 0.f, 0.f)), 0.03f)) - 0.5f, 0.f), 0.9f)));
  return (Surface){scale(colour, 0.55f + 0.7f * fold + 0.2f * weave), bent, prop->gloss, 8.f, 0.f};
}
