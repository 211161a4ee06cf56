/* One scene to one picture: skin and props posed, nearest surfaces found, lit, set before the backdrop, photographed. */
#include "lighting.h"
#include "noise.h"
#include "openness.h"
#include "picture.h"
#include "raster.h"
#include <string.h>

static Rig rig;
static SkinMap skin_map;
static BackdropBank bank;
static Mesh mesh;
static Surfaces surfaces;
static ShadowMap shadows;
static Picture picture;
static float openness[MAX_PIXELS];

int scene_bytes(void) { return (int)sizeof(Scene); }

void prepare(int vertex_count, int triangle_count, const float *positions, const float *normals, const float *uvs, const float *weights,
             const uint8_t *bones, const uint16_t *corners, const uint8_t *parts, const uint8_t *triangle_bones, int map_side,
             const uint8_t *map, int backdrop_count, int backdrop_side, const uint8_t *backdrops) {
  rig = (Rig){vertex_count, triangle_count, positions, normals, uvs, weights, bones, corners, parts, triangle_bones};
  skin_map = (SkinMap){map_side, map};
  bank = (BackdropBank){backdrop_count, backdrop_side, backdrops};
  noise_prepare();
}

static int is_arm_or_hand(const Scene *scene, int part) {
  return part < FIRST_PROP_PART || scene->props[part - FIRST_PROP_PART].surface == SURFACE_SKIN;
}

static Vec shade(const Scene *scene, const Triangle *t, float sample_x, float sample_y, float open) {
  float px = (sample_x + 0.5f) / SAMPLES - 0.5f, py = (sample_y + 0.5f) / SAMPLES - 0.5f, w[3];
  corner_weights(&mesh, t, (px - scene->cx) / scene->fx, (py - scene->cy) / scene->fy, w);
  Fragment f = {vec(0, 0, 0), vec(0, 0, 0), vec(0, 0, 0), 0.f, 0.f, t};
  for (int k = 0; k < 3; k++) {
    const Vertex *v = &mesh.vertices[t->corner[k]];
    f.position = add(f.position, scale(v->position, w[k]));
    f.normal = add(f.normal, scale(v->normal, w[k]));
    f.rest = add(f.rest, scale(v->rest, w[k]));
    f.u += w[k] * v->u;
    f.v += w[k] * v->v;
  }
  /* Mirrored hands and thin edges turn some normals away: what is seen faces the eye. */
  f.normal = unit(f.normal);
  float away = dot(f.normal, f.position);
  if (away > 0.f) f.normal = unit(sub(f.normal, scale(f.position, 1.02f * away / dot(f.position, f.position))));
  Surface s = t->part < FIRST_PROP_PART ? skin_at(scene, &mesh, &skin_map, &f) : prop_at(scene, &scene->props[t->part - FIRST_PROP_PART], &f);
  return lit(scene, &shadows, &s, f.position, open);
}

/* Shades each part once a pixel and weighs it by the samples it covers: smooth outlines at the price of one. */
static void draw_pixel(const Scene *scene, int x, int y) {
  int index = y * scene->width + x, done = 0, parts[SAMPLES * SAMPLES];
  float share = 1.f / (SAMPLES * SAMPLES), covered = 0.f;
  Vec sum = vec(0.f, 0.f, 0.f);
  for (int k = 0; k < SAMPLES * SAMPLES; k++) {
    int i = (SAMPLES * y + k / SAMPLES) * surfaces.width + SAMPLES * x + k % SAMPLES;
    parts[k] = surfaces.inverse_depth[i] > 0.f ? mesh.triangles[surfaces.triangle[i]].part : -1;
  }
  for (int k = 0; k < SAMPLES * SAMPLES; k++) {
    if (parts[k] < 0 || done >> k & 1) continue;
    float samples = 0.f;
    for (int j = k; j < SAMPLES * SAMPLES; j++)
      if (parts[j] == parts[k]) { samples += share; done |= 1 << j; }
    int i = (SAMPLES * y + k / SAMPLES) * surfaces.width + SAMPLES * x + k % SAMPLES;
    const Triangle *t = &mesh.triangles[surfaces.triangle[i]];
    sum = add(sum, scale(shade(scene, t, (float)(i % surfaces.width), (float)(i / surfaces.width), openness[index]), samples));
    covered += samples;
    if (is_arm_or_hand(scene, parts[k])) picture.hands[index] += samples;
  }
  if (covered > 0.f) picture.pixels[index] = add(scale(picture.pixels[index], 1.f - covered), sum);
}

/* Renders to rgb, [height][width][3]. Picture and surfaces stay readable until the next call. */
void render(const Scene *scene, uint8_t *rgb) {
  mesh_of_scene(scene, &rig, &mesh);
  rasterise(scene, &mesh, &surfaces);
  shadow_prepare(scene, &mesh, &shadows);
  find_openness(scene, &mesh, &surfaces, openness);
  picture.width = scene->width;
  picture.height = scene->height;
  memset(picture.hands, 0, sizeof(float) * (size_t)(scene->width * scene->height));
  draw_backdrop(scene, &bank, &picture);
  for (int y = 0; y < scene->height; y++)
    for (int x = 0; x < scene->width; x++) draw_pixel(scene, x, y);
  expose(&scene->sensor, &picture, rgb);
}

/* Part seen at the middle of each pixel of the last picture, [height][width]; 255 for the backdrop. */
void seen_parts(uint8_t *parts) {
  for (int y = 0; y < picture.height; y++)
    for (int x = 0; x < picture.width; x++) {
      int i = SAMPLES * y * surfaces.width + SAMPLES * x;
      parts[y * picture.width + x] = surfaces.inverse_depth[i] > 0.f ? mesh.triangles[surfaces.triangle[i]].part : 255;
    }
}

/* Which joints the last picture shows: inside it, under no more flesh of their own hand than `flesh` mm,
 * and behind nothing else. joints: camera mm [2][per_hand][3]; flesh, visible: [2][per_hand]. */
void seen_joints(const Scene *scene, int per_hand, const float *joints, const float *flesh, uint8_t *visible) {
  static const float SLACK_MM = 3.f;
  for (int j = 0; j < HANDS * per_hand; j++) {
    Vec p = vec_of(joints + 3 * j);
    int hand = j / per_hand;
    visible[j] = 0;
    if (!scene->drawn[hand] || p.z <= 0.f) continue;
    int x = (int)lrintf(((scene->fx * p.x / p.z + scene->cx) + 0.5f) * SAMPLES - 0.5f);
    int y = (int)lrintf(((scene->fy * p.y / p.z + scene->cy) + 0.5f) * SAMPLES - 0.5f);
    if (x < 0 || y < 0 || x >= surfaces.width || y >= surfaces.height) continue;
    int i = y * surfaces.width + x;
    if (surfaces.inverse_depth[i] <= 0.f) { visible[j] = 1; continue; }
    int part = mesh.triangles[surfaces.triangle[i]].part;
    int own = part < FIRST_PROP_PART && part / PARTS_PER_HAND == hand;
    visible[j] = p.z - 1.f / surfaces.inverse_depth[i] < (own ? flesh[j] : SLACK_MM);
  }
}
