import type { ByteSource } from './byte-source.ts';
import { checkContract } from './check-contract.ts';
import type { InternetContract } from './internet-contract.ts';
import { readOnnx } from './onnx/read-onnx.ts';

/**
 * Reads what an InterNet's ONNX file promises, and checks that it keeps the contract of design.md
 * section 5. Reads no weights.
 * @throws ModelFailure 'not-onnx' | 'truncated' | 'breaks-contract'
 */
export async function readInternet(source: ByteSource): Promise<InternetContract> {
  return checkContract(await readOnnx(source), source.name);
}
