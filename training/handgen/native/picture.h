/* A picture in linear light, and what befalls it before it is a file. */
#ifndef HANDGEN_PICTURE_H
#define HANDGEN_PICTURE_H
#include "scene.h"
#include "raster.h"
#include "vec.h"

typedef struct {
  int width, height;
  Vec pixels[MAX_PIXELS];
  float hands[MAX_PIXELS]; /* share of the pixel that a hand or an arm covers */
} Picture;

/* Pictures to stand behind the scene: [count][side][side][3], sRGB; the side is a power of two. */
typedef struct { int count, side; const uint8_t *texels; } BackdropBank;

void draw_backdrop(const Scene *scene, const BackdropBank *bank, Picture *picture);

/* Lens, exposure, noise and tone curve; 8-bit sRGB out, [height][width][3]. */
void expose(const Sensor *sensor, Picture *picture, uint8_t *rgb);
#endif
