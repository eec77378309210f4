import { detectLanguage } from '../../../brain/language.ts';
import { type ArticleDraft, articleDraft, type ImportFormat } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import { storable } from '../../platform/storable.ts';
import { decodeText } from './decode-text.ts';
import { type Loose, renamed } from './import-fields.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPairs } from './read-pairs.ts';
import { readTable } from './read-table.ts';

export type ImportRow = {
  row: number;
  article: ArticleDraft | null;
  problems: { field: string; message: string }[];
};

const mostRows = 20_000;
const mostBytes = 20 * 1024 * 1024;

/** Reads a file row by row. What is wrong with a row is said at the row; only an unreadable file is refused whole. */
export function readImport(
  format: ImportFormat,
  bytes: Uint8Array,
  defaults: { language: 'zh' | 'en'; status: 'draft' | 'published'; fileName: string },
): { encoding: string; rows: ImportRow[] } {
  if (bytes.length > mostBytes)
    throw new Problem('file_too_large', 'An import may have at most 20 MB.', { field: 'contentBase64' });
  const { text, encoding } = decodeText(bytes);
  const loose = readers[format](text, defaults.fileName);
  if (loose.length === 0)
    throw new Problem('invalid_input', 'There is nothing to import in this file.', {
      field: 'contentBase64',
    });
  if (loose.length > mostRows)
    throw new Problem('invalid_input', `At most ${mostRows} rows.`, { field: 'contentBase64' });
  const seen = new Map<string, number>();
  return { encoding, rows: loose.map((one) => checkRow(one, defaults, seen)) };
}

const readers: Record<ImportFormat, (text: string, fileName: string) => (Loose | ImportRow)[]> = {
  jsonl: readJsonLines,
  csv: readCsv,
  markdown: readMarkdown,
  pairs: readPairs,
};

function checkRow(
  one: Loose | ImportRow,
  defaults: { language: 'zh' | 'en'; status: 'draft' | 'published' },
  seen: Map<string, number>,
): ImportRow {
  if ('problems' in one) return one;
  const { row, ...fields } = one;
  const title = String(fields.title ?? '');
  const parsed = articleDraft.safeParse(
    storable({
      category: '',
      phrasings: [],
      pairKey: null,
      validFrom: null,
      validUntil: null,
      status: defaults.status,
      language: title ? detectLanguage(title, defaults.language) : defaults.language,
      ...Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
      ),
    }),
  );
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      field: issue.path.join('.') || 'row',
      message: issue.message,
    }));
    return { row, article: null, problems };
  }
  const key = `${parsed.data.language} ${parsed.data.title.toLowerCase()}`;
  const first = seen.get(key);
  if (first !== undefined) {
    return {
      row,
      article: null,
      problems: [{ field: 'title', message: `the same title stands in row ${first} already` }],
    };
  }
  seen.set(key, row);
  return { row, article: parsed.data, problems: [] };
}

function readJsonLines(text: string): (Loose | ImportRow)[] {
  return text.split(/\r?\n/).flatMap((line, at): (Loose | ImportRow)[] => {
    if (!line.trim()) return [];
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Error('not an object');
      return [{ ...renamed(value as Record<string, unknown>), row: at + 1 }];
    } catch (error) {
      return [
        {
          row: at + 1,
          article: null,
          problems: [{ field: 'row', message: `not a JSON object: ${(error as Error).message}` }],
        },
      ];
    }
  });
}

function readCsv(text: string): (Loose | ImportRow)[] {
  return readTable(text).map((record, at) => ({ ...renamed(record), row: at + 2 }));
}
