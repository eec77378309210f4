import { Button, Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskRoutes, type GoldenDraft } from '../../../contract/index.ts';
import { call, problemOf } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';

type Initial = Omit<GoldenDraft, 'note'> & { id?: string; note?: string; expectedTitle?: string | null };

/** Write or change one golden question; also from a conversation. */
export function GoldenForm({ initial, onDone }: { initial: Initial; onDone: () => void }) {
  const say = useWords('golden');
  const shared = useWords('shared');
  const act = useAct();
  const [question, setQuestion] = useState(initial.question);
  const [language, setLanguage] = useState(initial.language);
  const [note, setNote] = useState(initial.note ?? '');
  const [articleId, setArticleId] = useState(initial.expectedArticleId);
  const [mustNot, setMustNot] = useState(initial.expectedArticleId === null);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = async () => {
    setWrong(null);
    const body = { question, language, note, expectedArticleId: mustNot ? null : articleId };
    const result = await act(async () => {
      try {
        return initial.id
          ? await call(deskRoutes.updateGoldenQuestion, { params: { goldenId: initial.id }, body })
          : await call(deskRoutes.createGoldenQuestion, { body });
      } catch (error) {
        if (problemOf(error).field === 'question') setWrong(shared.problem[problemOf(error).code]);
        throw error;
      }
    }, shared.saved);
    if (!result) return;
    await queries.invalidateQueries({ queryKey: ['golden'] });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={say.question}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          error={wrong}
          maxLength={300}
          data-autofocus
          required
        />
        <SegmentedControl
          aria-label={say.language}
          value={language}
          onChange={(value) => setLanguage(value as typeof language)}
          data={[
            { value: 'zh', label: shared.chinese },
            { value: 'en', label: shared.english },
          ]}
        />
        <SegmentedControl
          aria-label={say.expected}
          value={mustNot ? 'not' : 'article'}
          onChange={(value) => setMustNot(value === 'not')}
          data={[
            { value: 'article', label: say.mustAnswer },
            { value: 'not', label: say.mustNot },
          ]}
        />
        {!mustNot && (
          <ArticlePicker
            label={say.expected}
            language={language}
            value={articleId}
            shownAs={initial.expectedTitle ?? null}
            onChange={setArticleId}
          />
        )}
        <TextInput
          label={say.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={300}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {shared.cancel}
          </Button>
          <Button type="submit" disabled={!question.trim() || (!mustNot && !articleId)}>
            {shared.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** One article, found by typing. */
export function ArticlePicker({
  label,
  language,
  value,
  shownAs,
  onChange,
}: {
  label: string;
  language?: 'zh' | 'en';
  value: string | null;
  shownAs: string | null;
  onChange: (articleId: string | null) => void;
}) {
  const shared = useWords('shared');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed === shownAs ? '' : typed.trim(), 200);
  const wanted = { q, limit: 20, ...(language ? { language } : {}) };
  const found = useQuery({
    queryKey: keys.articles(wanted),
    queryFn: () => call(deskRoutes.listArticles, { query: wanted }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.articles ?? []).map((one) => ({ value: one.id, label: one.title }));
  const known = options.some((one) => one.value === value) || !value || !shownAs;
  return (
    <Select
      label={label}
      searchable
      clearable
      data={known ? options : [{ value: value as string, label: shownAs as string }, ...options]}
      filter={({ options: all }) => all}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      nothingFoundMessage={shared.nothingFound}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
