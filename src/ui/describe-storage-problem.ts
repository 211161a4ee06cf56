import type { StorageProblem } from '../models/storage-failure.ts';
import type { ProblemText } from './describe-problem.ts';

/** Says why the browser keeps no models. */
export function describeStorageProblem(problem: StorageProblem): ProblemText {
  switch (problem.type) {
    case 'no-storage':
      return {
        what: 'This browser gives the page no storage for files.',
        todo: 'Open the page over https or on localhost, in a current browser.',
      };
    case 'storage-forbidden':
      return {
        what: 'This window may not store files; a private window often may not.',
        todo: 'Open the page in an ordinary window, or allow it to store data.',
      };
    case 'storage-full':
      return {
        what: 'The browser’s storage is full.',
        todo: 'Remove models that you no longer need, or free space on the disk.',
      };
    case 'storage-broken':
      return {
        what: `The browser’s storage failed: ${problem.reason}`,
        todo: 'Reload the page and try again; restart the browser if it stays.',
      };
    default:
      return problem satisfies never;
  }
}
