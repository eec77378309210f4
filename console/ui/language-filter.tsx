import { SegmentedControl } from '@mantine/core';
import { useWords } from '../app/use-words.ts';

export type LanguageChoice = 'all' | 'zh' | 'en';

/** Which of the two languages a list shows. @param also further choices of the list's own */
export function LanguageFilter<Also extends string = never>({
  value,
  onChange,
  also = [],
}: {
  value: LanguageChoice | NoInfer<Also>;
  onChange: (next: LanguageChoice | NoInfer<Also>) => void;
  also?: { value: Also; label: string }[];
}) {
  const say = useWords('shared');
  return (
    <SegmentedControl<LanguageChoice | Also>
      aria-label={say.languages}
      value={value}
      onChange={onChange}
      data={[
        { value: 'all', label: say.all },
        { value: 'zh', label: say.chinese },
        { value: 'en', label: say.english },
        ...also,
      ]}
    />
  );
}
