import { diffArrays } from 'diff';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const segment = (text: string) => [...words.segment(text)].map((one) => one.segment);

/** What was taken out and what was put in, word by word, in Chinese and English alike. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  return (
    <div className="diff">
      {diffArrays(segment(before), segment(after)).map((part, at) => {
        const text = part.value.join('');
        if (part.added) return <ins key={at}>{text}</ins>;
        if (part.removed) return <del key={at}>{text}</del>;
        return <span key={at}>{text}</span>;
      })}
    </div>
  );
}
