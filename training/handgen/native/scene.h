/* What one picture shows. Mirrored field by field by `scene_layout.py` (a test compares the sizes).
 * Lengths in mm, camera space (x right, y down, z forward); colours linear RGB, 1 = a white sheet. */
#ifndef HANDGEN_SCENE_H
#define HANDGEN_SCENE_H
#include <stdint.h>

enum { HANDS = 2, BONES = 26, PROPS = 24, LIGHTS = 3, BACKDROPS = 2 };

enum { SHAPE_NONE, SHAPE_SPHERE, SHAPE_TUBE, SHAPE_BOX };
enum { SURFACE_SKIN, SURFACE_FACE, SURFACE_CLOTH, SURFACE_HAIR, SURFACE_OBJECT };
enum { PATTERN_PLAIN, PATTERN_STRIPES, PATTERN_CHECKS, PATTERN_BLOTCHES, PATTERN_PRINT };

typedef struct {
  float colour[3];
  float palm[3];      /* colour of palm and finger pads */
  float nail[3];
  float nail_gloss;
  float crease;       /* darkness of creases, 0..1 */
  float mottle;       /* strength of uneven colour */
  float vein;
  float gloss;        /* strength of the specular highlight */
  float sharpness;    /* exponent of the specular highlight */
  float bump;         /* depth of wrinkles, mm */
  float glove;        /* 1: plain cloth instead of skin */
} Skin;

typedef struct {
  int32_t shape;         /* SHAPE_* of unit size, axis y for tubes */
  int32_t surface;       /* SURFACE_* */
  int32_t pattern;       /* PATTERN_* */
  int32_t in_front;      /* 1: counted as an occluder of the hands */
  float transform[12];   /* unit shape -> camera, row-major 3x4 */
  float taper;           /* radius of a tube at y = 1 over that at y = -1 */
  float colour[3];
  float second[3];
  float pattern_mm;      /* period of the pattern */
  float gloss;
} Prop;

typedef struct {
  float direction[3];    /* from the surface towards the light, unit length */
  float colour[3];
} Light;

typedef struct {
  int32_t image;         /* index into the bank; -1: black */
  float map[6];          /* picture pixel -> bank pixel, row-major 2x3 */
  float gain[3];
  float lift[3];
} Backdrop;

typedef struct {
  float exposure;
  float white_balance[3];
  float gamma;           /* exponent upon the encoded value; 1 leaves it */
  float saturation;
  float blur_px;         /* defocus: standard deviation */
  float motion_px[2];    /* path of the hands during the exposure */
  float motion_all;      /* 1: the camera moves and the backdrop smears too */
  float noise;           /* standard deviation at mid grey, of 1 */
  float noise_chroma;    /* share of the noise that differs between channels */
  float vignette;        /* darkening in the corners */
  float grey;            /* 1: no colour */
  uint32_t seed;
} Sensor;

typedef struct {
  int32_t width, height;
  float fx, fy, cx, cy;           /* px; the centre of pixel i is at i */
  int32_t drawn[HANDS];           /* right, left */
  float bones[HANDS][BONES][12];  /* rest mesh -> camera */
  Skin skin;
  Prop props[PROPS];
  Light lights[LIGHTS];           /* the first one casts shadows */
  float sky[3], ground[3];        /* ambient light from above and from below */
  float shadow_softness;          /* mm */
  float contact;                  /* strength of the darkening in gaps */
  float texture_offset[3];        /* where in the noise this scene lives */
  Backdrop backdrops[BACKDROPS];
  float backdrop_edge[4];         /* second backdrop where a x + b y + c > 0, blended over d px */
  Sensor sensor;
} Scene;
#endif
