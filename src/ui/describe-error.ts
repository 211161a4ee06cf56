import { ModelFailure } from '../models/model-failure.ts';
import { StorageFailure } from '../models/storage-failure.ts';
import { SourceFailure } from '../streams/source-failure.ts';
import { DetectorFailure } from '../workers/detector-failure.ts';
import { ExportFailure } from '../workers/export-failure.ts';
import { ImportFailure } from '../workers/import-failure.ts';
import { InternetFailure } from '../workers/internet-failure.ts';
import { XrFailure } from '../xr/xr-failure.ts';
import { describeDetectorProblem } from './describe-detector-problem.ts';
import { describeExportProblem } from './describe-export-problem.ts';
import { describeImportProblem, describeModelProblem } from './describe-import-problem.ts';
import { describeInternetProblem } from './describe-internet-problem.ts';
import { describeProblem, type ProblemText } from './describe-problem.ts';
import { describeStorageProblem } from './describe-storage-problem.ts';
import { describeXrProblem } from './describe-xr-problem.ts';

/** Any error in words: the expected ones, and bugs for what they are. */
export function describeError(error: unknown): ProblemText {
  if (error instanceof SourceFailure) return describeProblem(error.problem);
  if (error instanceof DetectorFailure) return describeDetectorProblem(error.problem);
  if (error instanceof InternetFailure) return describeInternetProblem(error.problem);
  if (error instanceof ImportFailure) return describeImportProblem(error.problem);
  if (error instanceof ModelFailure) return describeModelProblem(error.problem);
  if (error instanceof StorageFailure) return describeStorageProblem(error.problem);
  if (error instanceof ExportFailure) return describeExportProblem(error.problem);
  if (error instanceof XrFailure) return describeXrProblem(error.problem);
  return {
    what: `Something went wrong that should not: ${error instanceof Error ? error.message : String(error)}`,
    todo: 'Choose a source to try again, or reload the page; please report it if it stays.',
  };
}
