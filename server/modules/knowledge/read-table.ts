import { parse } from 'csv-parse/sync';
import { Problem } from '../../platform/problem.ts';

/** CSV as spreadsheets save it: comma, tab or semicolon, whichever the header uses most. One record a row. */
export function readTable(text: string): Record<string, string>[] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [',', '\t', ';'].reduce((best, one) =>
    count(firstLine, one) > count(firstLine, best) ? one : best,
  );
  try {
    return parse(text, {
      columns: true,
      delimiter,
      bom: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      trim: true,
    }) as Record<string, string>[];
  } catch (error) {
    throw new Problem('invalid_input', `The CSV cannot be read: ${(error as Error).message}`, {
      field: 'contentBase64',
    });
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
