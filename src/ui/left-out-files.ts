import type { ProblemText } from './describe-problem.ts';
import { choiceOfFiles } from './source-choice.ts';

/** Says which of several chosen or dropped files are not played; null where all are. */
export function describeLeftOut(files: readonly [File, ...File[]]): ProblemText | null {
  const choice = choiceOfFiles(files);
  const video = choice.kind === 'replay' ? choice.video : null;
  const others = files.filter((file) => file !== choice.file && file !== video);
  const leftOut = others.map(({ name }) => `“${name}”`);
  if (leftOut.length === 0) return null;
  return {
    what: `Only “${choice.file.name}” is played; left out: ${leftOut.join(', ')}.`,
    todo: 'One file is played at a time, or a recording with the video beside it.',
  };
}
