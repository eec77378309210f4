import type { Loose } from './import-fields.ts';

const question = /^\s*(?:Q\d*|问\d*|问题\d*|question\d*)\s*[:：.、]\s*(.+)$/i;
const answer = /^\s*(?:A\d*|答\d*|答案\d*|回答\d*|answer\d*)\s*[:：.、]\s*(.*)$/i;

/**
 * A pasted list of questions and answers: `Q:`/`A:` (问：/答：) marks, where several questions before an answer are
 * phrasings of the first; or, without any marks, paragraphs whose first line is the question. `row` is the line.
 */
export function readPairs(text: string): Loose[] {
  const lines = text.split(/\r?\n/);
  return lines.some((line) => question.test(line)) ? marked(lines) : unmarked(lines);
}

function marked(lines: string[]): Loose[] {
  const found: { row: number; questions: string[]; answer: string[]; answering: boolean }[] = [];
  lines.forEach((line, at) => {
    const asked = question.exec(line)?.[1];
    const last = found.at(-1);
    if (asked) {
      if (last && !last.answering) last.questions.push(asked.trim());
      else found.push({ row: at + 1, questions: [asked.trim()], answer: [], answering: false });
      return;
    }
    if (!last) return;
    const answered = answer.exec(line);
    if (answered && !last.answering) {
      last.answering = true;
      last.answer.push(answered[1] as string);
    } else if (last.answering) last.answer.push(line);
  });
  return found.map(({ row, questions, answer: body }) => ({
    row,
    title: questions[0] as string,
    phrasings: questions.slice(1),
    body: body.join('\n').trim(),
  }));
}

function unmarked(lines: string[]): Loose[] {
  const found: Loose[] = [];
  let block: string[] = [];
  const close = (end: number) => {
    if (block.length > 0)
      found.push({
        row: end - block.length + 1,
        title: block[0] as string,
        body: block.slice(1).join('\n').trim(),
      });
    block = [];
  };
  lines.forEach((line, at) => {
    if (line.trim()) block.push(line.trim());
    else close(at);
  });
  close(lines.length);
  return found;
}
