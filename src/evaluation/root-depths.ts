import type { BoundingBox } from '../hands/bounding-box.ts';
import { JsonEntry } from './json-entry.ts';
import { MalformedFile } from './malformed-file.ts';
import type { NamedJson } from './named-json.ts';

/** What RootNet says of one annotation. */
export interface RootDepthEntry {
  /** Already square and grown: it is used as it is (internet-spec.md, A1). */
  readonly box: BoundingBox;
  /** InterHand2.6M: depths of the right and the left wrist, mm; STB and RHD: of the one hand. */
  readonly depths: JsonEntry;
}

/** RootNet's output: root depths, and the boxes they were made with. */
export interface RootDepths {
  /** @throws MalformedFile when there is none of that annotation */
  of(annotation: number): RootDepthEntry;
}

/**
 * Reads RootNet's output file: an array of {annot_id, bbox: [x, y, w, h], abs_depth}.
 * @throws MalformedFile
 */
export function readRootDepths({ file, json }: NamedJson): RootDepths {
  const entries = new Map(
    new JsonEntry(file, json).items().map((entry) => {
      const [x, y, width, height] = entry.get('bbox').numbers(4);
      const depths = entry.get('abs_depth');
      return [entry.get('annot_id').number(), { box: { x, y, width, height }, depths }];
    }),
  );
  return {
    of(annotation) {
      const entry = entries.get(annotation);
      if (!entry) throw new MalformedFile(file, '', `has no entry for annotation ${annotation}`);
      return entry;
    },
  };
}
