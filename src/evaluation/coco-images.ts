import type { JsonEntry } from './json-entry.ts';

/**
 * The images of a COCO file, as a look-up: which image an annotation belongs to.
 * @throws MalformedFile; the look-up too, when that image is not there
 */
export function imagesById(data: JsonEntry): (annotation: JsonEntry) => JsonEntry {
  const images = new Map(
    data
      .get('images')
      .items()
      .map((image) => [image.get('id').number(), image]),
  );
  return (annotation) => {
    const id = annotation.get('image_id');
    const image = images.get(id.number());
    if (!image) throw id.malformed(`is ${id.number()}, but no image has that id`);
    return image;
  };
}
