import {
  EXPORT_FORMATS,
  formatOfName,
  type ExportFormat,
} from '../src/recording/export/export-formats.ts';

const [RECORDED] = EXPORT_FORMATS;

/**
 * The format that `--format` names; without it the one that the ending of `--out` names, else the
 * recording's own.
 * @throws Error that says which formats there are
 */
export function readExportFormat(name: string | undefined, out: string | undefined): ExportFormat {
  if (name === undefined) return (out === undefined ? null : formatOfName(out)) ?? RECORDED;
  const format = EXPORT_FORMATS.find(({ id }) => id === name);
  if (format) return format;
  throw new Error(`--format ${name}: there are ${EXPORT_FORMATS.map(({ id }) => id).join(', ')}`);
}
