import { Builder } from 'flatbuffers';

/** What MediaPipe must know of a network's one image input; values are (pixel - mean) / std. */
export interface ImageInput {
  readonly name: string;
  readonly mean: number;
  readonly std: number;
}

/** Field numbers and union tags of tflite-support's metadata_schema.fbs (file identifier M001). */
export const METADATA_SCHEMA = {
  identifier: 'M001',
  modelMetadata: { name: 0, subgraphMetadata: 3, fields: 8 },
  subgraphMetadata: { inputTensorMetadata: 2, fields: 9 },
  tensorMetadata: { name: 0, content: 3, processUnits: 4, fields: 7 },
  content: { propertiesType: 0, properties: 1, fields: 3 },
  imageProperties: { colorSpace: 0, fields: 2 },
  processUnit: { optionsType: 0, options: 1, fields: 2 },
  normalizationOptions: { mean: 0, std: 1, fields: 2 },
  contentImageProperties: 2,
  processNormalizationOptions: 1,
  colorSpaceRgb: 1,
} as const;

/**
 * TFLite model metadata that says: one input, an RGB picture, normalised so. Without it
 * HandLandmarker refuses a float32 network ("it requires specifying NormalizationOptions metadata").
 */
export function imageInputMetadata(modelName: string, input: ImageInput): Uint8Array {
  const schema = METADATA_SCHEMA;
  const builder = new Builder(512);

  const mean = floats(builder, input.mean);
  const std = floats(builder, input.std);
  builder.startObject(schema.normalizationOptions.fields);
  builder.addFieldOffset(schema.normalizationOptions.mean, mean, 0);
  builder.addFieldOffset(schema.normalizationOptions.std, std, 0);
  const normalization = builder.endObject();

  builder.startObject(schema.processUnit.fields);
  builder.addFieldInt8(schema.processUnit.optionsType, schema.processNormalizationOptions, 0);
  builder.addFieldOffset(schema.processUnit.options, normalization, 0);
  const processUnits = offsets(builder, builder.endObject());

  builder.startObject(schema.imageProperties.fields);
  builder.addFieldInt8(schema.imageProperties.colorSpace, schema.colorSpaceRgb, 0);
  const image = builder.endObject();

  builder.startObject(schema.content.fields);
  builder.addFieldInt8(schema.content.propertiesType, schema.contentImageProperties, 0);
  builder.addFieldOffset(schema.content.properties, image, 0);
  const content = builder.endObject();

  const inputName = builder.createString(input.name);
  builder.startObject(schema.tensorMetadata.fields);
  builder.addFieldOffset(schema.tensorMetadata.name, inputName, 0);
  builder.addFieldOffset(schema.tensorMetadata.content, content, 0);
  builder.addFieldOffset(schema.tensorMetadata.processUnits, processUnits, 0);
  const inputs = offsets(builder, builder.endObject());

  builder.startObject(schema.subgraphMetadata.fields);
  builder.addFieldOffset(schema.subgraphMetadata.inputTensorMetadata, inputs, 0);
  const subgraphs = offsets(builder, builder.endObject());

  const name = builder.createString(modelName);
  builder.startObject(schema.modelMetadata.fields);
  builder.addFieldOffset(schema.modelMetadata.name, name, 0);
  builder.addFieldOffset(schema.modelMetadata.subgraphMetadata, subgraphs, 0);
  builder.finish(builder.endObject(), schema.identifier);
  return builder.asUint8Array();
}

function floats(builder: Builder, value: number): number {
  builder.startVector(4, 1, 4);
  builder.addFloat32(value);
  return builder.endVector();
}

function offsets(builder: Builder, table: number): number {
  builder.startVector(4, 1, 4);
  builder.addOffset(table);
  return builder.endVector();
}
