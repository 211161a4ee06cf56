#include "noise.h"
#include "surface.h"

enum { CREASE, NAIL, PALM, HEIGHT, CHANNELS };

static float texel(const SkinMap *map, int x, int y, int channel) {
  return (float)map->texels[(y * map->side + x) * CHANNELS + channel] * (1.f / 255.f);
}

static float sample(const SkinMap *map, float u, float v, int channel) {
  float x = clamp(u * (float)map->side - 0.5f, 0.f, (float)map->side - 1.01f);
  float y = clamp(v * (float)map->side - 0.5f, 0.f, (float)map->side - 1.01f);
  int i = (int)x, j = (int)y;
  float a = x - (float)i, b = y - (float)j;
  float top = texel(map, i, j, channel) * (1.f - a) + texel(map, i + 1, j, channel) * a;
  float bottom = texel(map, i, j + 1, channel) * (1.f - a) + texel(map, i + 1, j + 1, channel) * a;
  return top * (1.f - b) + bottom * b;
}

/* Gradient in camera space of a quantity that grows by `along_u`, `along_v` per unit of map coordinate:
 * the g with g.p = d1, g.q = d2, g.n = 0 on a triangle with edges p, q and normal n = p x q. */
static Vec gradient(const Mesh *mesh, const Triangle *t, float along_u, float along_v) {
  const Vertex *a = &mesh->vertices[t->corner[0]], *b = &mesh->vertices[t->corner[1]], *c = &mesh->vertices[t->corner[2]];
  Vec p = sub(b->position, a->position), q = sub(c->position, a->position), n = cross(p, q);
  float d1 = along_u * (b->u - a->u) + along_v * (b->v - a->v), d2 = along_u * (c->u - a->u) + along_v * (c->v - a->v);
  float size = dot(n, n);
  if (size < 1e-6f) return vec(0.f, 0.f, 0.f);
  return scale(add(scale(cross(q, n), d1), scale(cross(n, p), d2)), 1.f / size);
}

static Vec wrinkled(const Scene *scene, const Mesh *mesh, const SkinMap *map, const Fragment *f) {
  float step = 1.f / (float)map->side, here = sample(map, f->u, f->v, HEIGHT);
  float along_u = (sample(map, f->u + step, f->v, HEIGHT) - here) / step, along_v = (sample(map, f->u, f->v + step, HEIGHT) - here) / step;
  if (along_u == 0.f && along_v == 0.f) return f->normal;
  Vec slope = gradient(mesh, f->triangle, along_u * scene->skin.bump, along_v * scene->skin.bump);
  float steep = sqrtf(dot(slope, slope));
  return unit(sub(f->normal, scale(slope, 1.f / (1.f + steep))));
}

/* Uneven pigment in two sizes, and blood under it: patches of about 20 mm and of 4 mm. */
static Vec mottled(const Scene *scene, Vec colour, Vec place) {
  float coarse = noise(scale(place, 0.05f)) - 0.5f, fine = noise(scale(place, 0.28f)) - 0.5f;
  float light = 1.f + scene->skin.mottle * (1.1f * coarse + 0.7f * fine);
  float blood = scene->skin.mottle * (noise(scale(place, 0.09f)) - 0.5f);
  return vec(colour.x * light * (1.f + 0.3f * blood), colour.y * light * (1.f - 0.7f * blood), colour.z * light * (1.f - 0.5f * blood));
}

Surface bare_skin(const Scene *scene, Vec place, Vec normal) {
  Vec albedo = mottled(scene, vec_of(scene->skin.colour), add(place, vec_of(scene->texture_offset)));
  return (Surface){albedo, normal, scene->skin.gloss, scene->skin.sharpness, 1.f};
}

static Surface glove_at(const Scene *scene, const Fragment *f) {
  float weave = 0.85f + 0.3f * noise2(scale(f->rest, 0.5f));
  return (Surface){scale(vec_of(scene->skin.colour), weave), f->normal, 0.3f * scene->skin.gloss, 6.f, 0.f};
}

/* Veins: where a noise crosses its middle, on the back of the hand and the forearm only. */
static float vein_at(Vec place, float palm) {
  float distance = fabsf(noise(vec(place.x * 0.05f, place.y * 0.028f, place.z * 0.075f)) - 0.5f);
  return (1.f - palm) * (1.f - step_smooth(0.01f, 0.07f, distance));
}

Surface skin_at(const Scene *scene, const Mesh *mesh, const SkinMap *map, const Fragment *f) {
  const Skin *skin = &scene->skin;
  if (skin->glove > 0.5f) return glove_at(scene, f);
  float palm = sample(map, f->u, f->v, PALM), crease = skin->crease * sample(map, f->u, f->v, CREASE), nail = sample(map, f->u, f->v, NAIL);
  Vec place = add(f->rest, vec_of(scene->texture_offset));
  Vec colour = mottled(scene, mix(vec_of(skin->colour), vec_of(skin->palm), palm), place);
  float vein = f->triangle->part % PARTS_PER_HAND == 0 || f->triangle->part % PARTS_PER_HAND == PART_FOREARM ? skin->vein * vein_at(place, palm) : 0.f;
  colour = mul(colour, vec(1.f - 0.30f * vein, 1.f - 0.16f * vein, 1.f - 0.10f * vein));
  colour = mul(colour, vec(1.f - 0.55f * crease, 1.f - 0.75f * crease, 1.f - 0.80f * crease));
  colour = mix(colour, vec_of(skin->nail), nail);
  Surface surface = {colour, wrinkled(scene, mesh, map, f), skin->gloss, skin->sharpness, 1.f};
  if (nail > 0.5f) {
    surface.gloss = skin->nail_gloss;
    surface.sharpness = 40.f;
  }
  return surface;
}
