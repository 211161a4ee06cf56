import { ModelFailure } from '../model-failure.ts';

/** What is wrong inside a file, told by code that does not know the file's name. */
class Malformed extends Error {
  override readonly name = 'Malformed';
  readonly type: 'not-a-checkpoint' | 'truncated';

  constructor(type: Malformed['type'], reason: string) {
    super(reason);
    this.type = type;
  }
}

/** The file is not what torch.save writes. */
export function malformed(reason: string): Error {
  return new Malformed('not-a-checkpoint', reason);
}

/** The file ends before what it says it holds. */
export function cutOff(reason: string): Error {
  return new Malformed('truncated', reason);
}

/** Runs `read`, and says of which file its findings are. @throws ModelFailure */
export async function ofFile<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    throw new ModelFailure({ type: error.type, name, reason: error.message });
  }
}
