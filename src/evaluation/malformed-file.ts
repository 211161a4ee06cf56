/** A data file that is not what it should be; the message says which file, which entry and what. */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';
  /** As the user knows it. */
  readonly file: string;
  /** Where in the file, as in `annotations[3].bbox`; empty for the whole. */
  readonly entry: string;

  /** @param reason follows the entry in the sentence: "should be a number, but is null" */
  constructor(file: string, entry: string, reason: string) {
    super(`${file}: ${entry}${entry && ' '}${reason}`);
    this.file = file;
    this.entry = entry;
  }
}
