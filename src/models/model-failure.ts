/** What can be wrong with a model file that somebody brings. `name` is the file's. */
export type ModelProblem =
  /** Neither of PyTorch's two formats, or not what torch.save writes. */
  | { readonly type: 'not-a-checkpoint'; readonly name: string; readonly reason: string }
  | { readonly type: 'truncated'; readonly name: string; readonly reason: string }
  /** A PyTorch file, but of no InterNet we know. */
  | { readonly type: 'not-an-internet'; readonly name: string; readonly reason: string }
  | {
      readonly type: 'tensor-missing';
      readonly name: string;
      readonly tensor: string;
      readonly expected: string;
    }
  | {
      readonly type: 'tensor-wrong';
      readonly name: string;
      readonly tensor: string;
      readonly expected: string;
      readonly found: string;
    }
  /** MMPose's heads carry their hands' names: none of its checkpoints can have the left one first. */
  | { readonly type: 'heads-named'; readonly name: string }
  | { readonly type: 'not-onnx'; readonly name: string; readonly reason: string }
  /** An ONNX file that does not keep design.md's contract. */
  | { readonly type: 'breaks-contract'; readonly name: string; readonly reason: string };

/** A model file that cannot be used; the message is one sentence that says why. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly problem: ModelProblem;

  constructor(problem: ModelProblem) {
    super(sentence(problem));
    this.problem = problem;
  }
}

function sentence(problem: ModelProblem): string {
  const { name } = problem;
  switch (problem.type) {
    case 'not-a-checkpoint':
      return `${name} is not a PyTorch checkpoint: ${problem.reason}`;
    case 'truncated':
      return `${name} is cut off: ${problem.reason}`;
    case 'not-an-internet':
      return `${name} is a PyTorch file, but not of an InterNet: ${problem.reason}`;
    case 'tensor-missing':
      return `${name} lacks the tensor ${problem.tensor} (${problem.expected})`;
    case 'tensor-wrong':
      return `${name}: the tensor ${problem.tensor} should be ${problem.expected}, but is ${problem.found}`;
    case 'heads-named':
      return `${name} is MMPose's and names its heads by hand: 'left first' is for official STB and RHD checkpoints`;
    case 'not-onnx':
      return `${name} is not an ONNX file: ${problem.reason}`;
    case 'breaks-contract':
      return `${name} is no InterNet that Handstream can run: ${problem.reason}`;
    default:
      return problem satisfies never;
  }
}
