/** For `catch`: a file that is not there is no failure. @throws any other error */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
}
