/** Element types by the numbers that onnx.proto's TensorProto.DataType gives them. */
export const FLOAT32 = 1;
export const FLOAT16 = 10;
