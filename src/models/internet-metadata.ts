/** What an InterNet's ONNX file says of itself in metadata_props (design.md section 5). */
export const METADATA_KEYS = {
  variant: 'handstream.variant',
  inputSize: 'handstream.input_size',
  /** "D,H,W". */
  heatmapSize: 'handstream.heatmap_size',
  /** "P,sigma". */
  prior: 'handstream.prior',
  /** 'wrist-first'; absent: InterHand2.6M's. */
  jointOrder: 'handstream.joint_order',
  depthExtentMm: 'handstream.depth_extent_mm',
  licence: 'handstream.licence',
  source: 'handstream.source',
} as const;
