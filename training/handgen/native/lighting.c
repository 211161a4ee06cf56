#include "lighting.h"

/* Diffuse share per channel: red light travels furthest under skin and softens the edge of the shade. */
static Vec diffuse(float cosine, float bleed) {
  float red = 0.34f * bleed, green = 0.14f * bleed, blue = 0.09f * bleed;
  return vec(fmaxf(0.f, (cosine + red) / (1.f + red)), fmaxf(0.f, (cosine + green) / (1.f + green)), fmaxf(0.f, (cosine + blue) / (1.f + blue)));
}

/* Blinn-Phong, its power replaced by Schlick's quotient (A fast alternative to Phong's specular model, 1994),
 * with Schlick's Fresnel factor, so that grazing skin shines. */
static float shine(const Surface *s, Vec to_light, Vec to_eye) {
  Vec half = unit(add(to_light, to_eye));
  float cosine = fmaxf(0.f, dot(s->normal, half)), edge = 1.f - fmaxf(0.f, dot(half, to_eye));
  float power = cosine / (s->sharpness - s->sharpness * cosine + cosine);
  return s->gloss * power * (0.4f + 0.6f * edge * edge * edge * edge * edge) * 1.6f;
}

Vec lit(const Scene *scene, const ShadowMap *shadows, const Surface *s, Vec position, float open) {
  Vec to_eye = unit(scale(position, -1.f));
  float upward = 0.5f - 0.5f * s->normal.y;
  Vec total = mul(s->albedo, scale(mix(vec_of(scene->ground), vec_of(scene->sky), upward), open));
  for (int i = 0; i < LIGHTS; i++) {
    const Light *light = &scene->lights[i];
    Vec colour = vec_of(light->colour), to_light = vec_of(light->direction);
    if (colour.x + colour.y + colour.z <= 0.f) continue;
    float cosine = dot(s->normal, to_light);
    if (cosine < -0.4f) continue;
    float reach = i == 0 ? light_reaching(shadows, position, s->normal) : 0.4f + 0.6f * open;
    if (reach <= 0.f) continue;
    total = add(total, mul(mul(s->albedo, diffuse(cosine, s->bleed)), scale(colour, reach)));
    if (cosine > 0.f && s->gloss > 0.f) total = add(total, scale(colour, reach * shine(s, to_light, to_eye)));
  }
  return total;
}
