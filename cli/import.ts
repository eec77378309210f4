import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type ImportFormat, language } from '../contract/index.ts';
import { openDesk } from './open-desk.ts';

const formats: Record<string, ImportFormat> = {
  '.jsonl': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.md': 'markdown',
  '.txt': 'pairs',
};

export async function importArticles(
  file: string,
  options: { language: string; draft?: boolean; skipInvalid?: boolean },
): Promise<void> {
  const format = formats[extname(file).toLowerCase()];
  if (!format)
    throw new Error(`Unknown kind of file: ${basename(file)}. Known: ${Object.keys(formats).join(', ')}`);
  const content = await readFile(file);
  const { desk, close } = await openDesk();
  try {
    const by = { id: 'cli', name: 'tandem import' };
    const preview = await desk.knowledge.previewImport(
      {
        format,
        fileName: basename(file),
        contentBase64: content.toString('base64'),
        language: language.parse(options.language),
        status: options.draft ? 'draft' : 'published',
      },
      by.id,
    );
    for (const { row, problems } of preview.rows) {
      for (const problem of problems) console.error(`row ${row}, ${problem.field}: ${problem.message}`);
    }
    const result = await desk.knowledge.commitImport(
      preview.importId,
      { skipInvalid: options.skipInvalid ?? false },
      by,
    );
    console.log(
      `${result.created} created, ${result.updated} updated, ${preview.invalid} left out (${preview.encoding})`,
    );
  } finally {
    await close();
  }
}
