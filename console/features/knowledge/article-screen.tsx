import {
  Autocomplete,
  Button,
  Group,
  Loader,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Article, type ArticleDraft, deskRoutes } from '../../../contract/index.ts';
import { call, problemOf } from '../../api.ts';
import { mayEdit, useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { Contradictions } from '../gaps/contradictions.tsx';
import { ArticleGolden } from '../golden/article-golden.tsx';
import { History } from './history.tsx';
import { usePublish } from './publish.tsx';
import { TryQuestion } from './try-question.tsx';
import { useUndoDeletion } from './use-undo-deletion.tsx';

const blank = (language: 'zh' | 'en'): ArticleDraft => ({
  title: '',
  body: '',
  phrasings: [],
  language,
  category: '',
  pairKey: null,
  validFrom: null,
  validUntil: null,
  status: 'draft',
});

export function ArticleScreen() {
  const { articleId } = useParams({ strict: false }) as { articleId: string };
  const language = useLanguage();
  const shared = useWords('shared');
  const isNew = articleId === 'new';
  const article = useQuery({
    queryKey: keys.article(articleId),
    queryFn: () => call(deskRoutes.getArticle, { params: { articleId } }),
    enabled: !isNew,
    gcTime: 0,
  });
  if (isNew) return <Editor key="new" article={null} initial={blank(language)} />;
  if (article.isError) return <div className="empty">{shared.problem.not_found}</div>;
  return article.data ? (
    <Editor key={articleId} article={article.data} initial={article.data} />
  ) : (
    <Loader m="auto" />
  );
}

function Editor({ article, initial }: { article: Article | null; initial: ArticleDraft }) {
  const say = useWords('knowledge');
  const shared = useWords('shared');
  const navigate = useNavigate();
  const publish = usePublish();
  const offerUndo = useUndoDeletion();
  const may = mayEdit(useMe().data?.agent.role ?? 'agent');
  const [draft, setDraft] = useState(initial);
  const [version, setVersion] = useState(article?.version ?? 0);
  const [phrasings, setPhrasings] = useState(initial.phrasings.join('\n'));
  const [note, setNote] = useState('');
  const [looksBack, setLooksBack] = useState(false);
  const [wrong, setWrong] = useState<{ field: string; message: string } | null>(null);
  const [saved, setSaved] = useState(JSON.stringify([initial, initial.phrasings.join('\n')]));
  const changed = JSON.stringify([draft, phrasings]) !== saved;
  useBlocker({
    shouldBlockFn: () => changed && may && !window.confirm(say.unsaved),
    enableBeforeUnload: changed && may,
  });
  const set = (next: Partial<ArticleDraft>) => setDraft({ ...draft, ...next });
  const fields = (status: ArticleDraft['status']): ArticleDraft => {
    const { title, body, language, category, pairKey, validFrom, validUntil } = draft;
    return {
      title,
      body,
      language,
      category,
      pairKey: pairKey || null,
      validFrom,
      validUntil,
      status,
      phrasings: phrasings
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
    };
  };
  const save = async (status: ArticleDraft['status']) => {
    setWrong(null);
    const body = fields(status);
    const result = await publish(async (words) => {
      try {
        return article
          ? await call(deskRoutes.updateArticle, {
              params: { articleId: article.id },
              body: { ...body, version, note, ...words },
            })
          : await call(deskRoutes.createArticle, { body: { ...body, note, ...words } });
      } catch (error) {
        const { field, message } = problemOf(error);
        if (field && field !== 'overrideReason') setWrong({ field, message });
        throw error;
      }
    }, shared.saved);
    if (!result) return;
    const next = { ...draft, status };
    setDraft(next);
    setVersion(result.version);
    setNote('');
    setSaved(JSON.stringify([next, phrasings]));
    await queries.invalidateQueries({ queryKey: ['articles'] });
    await queries.invalidateQueries({ queryKey: ['golden'] });
    if (!article)
      setTimeout(() => navigate({ to: '/knowledge/$articleId', params: { articleId: result.id } }));
  };
  const remove = () =>
    modals.openConfirmModal({
      title: say.remove,
      labels: { confirm: shared.delete, cancel: shared.cancel },
      confirmProps: { color: 'red.9' },
      onConfirm: async () => {
        if (
          !article ||
          !(await publish(
            (body) => call(deskRoutes.deleteArticle, { params: { articleId: article.id }, body }),
            shared.deleted,
          ))
        )
          return;
        await queries.invalidateQueries({ queryKey: ['articles'] });
        offerUndo({ id: article.id, title: article.title, version });
        setSaved(JSON.stringify([draft, phrasings]));
        setTimeout(() => navigate({ to: '/knowledge' }));
      },
    });
  const onRolledBack = async (rolled: Article) => {
    setDraft(rolled);
    setPhrasings(rolled.phrasings.join('\n'));
    setSaved(JSON.stringify([rolled, rolled.phrasings.join('\n')]));
    setVersion(rolled.version);
    await queries.invalidateQueries({ queryKey: ['articles'] });
    await queries.invalidateQueries({ queryKey: ['golden'] });
  };
  const error = (field: string) => (wrong?.field === field ? wrong.message : undefined);
  return (
    <div className="screen">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h3">
          {article ? draft.title : say.newArticle}
        </Title>
        {may && (
          <Group>
            {changed && (
              <Text size="sm" className="dim">
                {say.unsaved}
              </Text>
            )}
            {article && (
              <Button variant="subtle" onClick={() => setLooksBack(true)}>
                {say.history.title}
              </Button>
            )}
            {article && (
              <Button variant="subtle" color="red.9" onClick={remove}>
                {shared.delete}
              </Button>
            )}
            <Button variant="default" onClick={() => save('draft')}>
              {say.keepDraft}
            </Button>
            <Button onClick={() => save('published')}>{say.publish}</Button>
          </Group>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <fieldset disabled={!may} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
          <Stack>
            <TextInput
              label={say.columns.title}
              value={draft.title}
              onChange={(event) => set({ title: event.currentTarget.value })}
              error={error('title')}
              required
              maxLength={200}
            />
            <Textarea
              label={say.body}
              value={draft.body}
              onChange={(event) => set({ body: event.currentTarget.value })}
              autosize
              minRows={9}
              maxRows={24}
              error={error('body')}
              required
            />
            <Textarea
              label={say.phrasings}
              description={say.phrasingsHint}
              value={phrasings}
              onChange={(event) => setPhrasings(event.currentTarget.value)}
              autosize
              minRows={4}
              maxRows={14}
              error={error('phrasings')}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <div>
                <Text size="sm" fw={500} mb={4}>
                  {say.columns.language}
                </Text>
                <SegmentedControl
                  fullWidth
                  value={draft.language}
                  onChange={(language) => set({ language: language as 'zh' | 'en' })}
                  data={[
                    { value: 'zh', label: shared.chinese },
                    { value: 'en', label: shared.english },
                  ]}
                />
              </div>
              <Autocomplete
                label={say.columns.category}
                value={draft.category}
                onChange={(category) => set({ category })}
                data={
                  queries.getQueryData<{ categories: string[] }>(keys.articles({ offset: 0, limit: 25 }))
                    ?.categories ?? []
                }
              />
              <TextInput
                label={say.validFrom}
                type="datetime-local"
                value={toInput(draft.validFrom)}
                onChange={(event) => set({ validFrom: fromInput(event.currentTarget.value) })}
                error={error('validFrom')}
              />
              <TextInput
                label={say.validUntil}
                type="datetime-local"
                value={toInput(draft.validUntil)}
                onChange={(event) => set({ validUntil: fromInput(event.currentTarget.value) })}
                error={error('validUntil')}
              />
            </SimpleGrid>
            <TextInput
              label={say.pairKey}
              description={say.pairHint}
              value={draft.pairKey ?? ''}
              onChange={(event) => set({ pairKey: event.currentTarget.value || null })}
            />
            <TextInput
              label={say.changeNote}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              maxLength={500}
            />
          </Stack>
        </fieldset>
        <Stack>
          <TryQuestion draft={fields(draft.status)} {...(article ? { replaces: article.id } : {})} />
          {article && may && <Contradictions articleId={article.id} />}
          {article && <ArticleGolden article={{ ...article, version }} may={may} />}
        </Stack>
      </SimpleGrid>
      {article && looksBack && (
        <History
          article={{ id: article.id, version }}
          may={may && !changed}
          onClose={() => setLooksBack(false)}
          onRolledBack={onRolledBack}
        />
      )}
    </div>
  );
}

function toInput(at: number | null): string {
  if (at === null) return '';
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function fromInput(text: string): number | null {
  return text ? new Date(text).getTime() : null;
}
