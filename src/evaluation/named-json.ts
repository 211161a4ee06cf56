/** A parsed JSON file and its name, for messages. */
export interface NamedJson {
  readonly file: string;
  readonly json: unknown;
}
