import { Anchor, Badge, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type GapDetail } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { mayTalk, useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { dayAndClock } from '../../ui/time.ts';
import { ArticlePicker, GoldenForm } from '../golden/golden-form.tsx';
import { usePublish } from '../knowledge/publish.tsx';

const mostPhrasings = 5;

/** One gap: how it was asked, what people answered, what comes near, and what to do. */
export function GapDetailView({ gapId }: { gapId: string }) {
  const say = useWords('gaps');
  const golden = useWords('golden');
  const shared = useWords('shared');
  const language = useLanguage();
  const navigate = useNavigate();
  const act = useAct();
  const publish = usePublish();
  const found = useQuery({
    queryKey: keys.gap(gapId),
    queryFn: () => call(deskRoutes.getGap, { params: { gapId } }),
    staleTime: 0,
  });
  const params = { gapId };
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['gaps'] });
    await queries.invalidateQueries({ queryKey: ['gap'] });
    await queries.invalidateQueries({ queryKey: ['articles'] });
  };
  const draft = async () => {
    const result = await act(() => call(deskRoutes.draftFromGap, { params, body: {} }));
    if (!result) return;
    await refresh();
    await navigate({ to: '/knowledge/$articleId', params: { articleId: result.article.id } });
  };
  const decide = async (work: () => Promise<unknown>) => {
    if (await act(work, shared.saved)) await refresh();
  };
  const ignore = () => decide(() => call(deskRoutes.ignoreGap, { params, body: {} }));
  const undo = () => decide(() => call(deskRoutes.reopenGap, { params, body: {} }));
  const isOpen = found.data?.gap.status === 'open';
  useHotkeys([
    ['d', () => void draft()],
    ['i', () => isOpen && void ignore()],
    ['u', () => !isOpen && void undo()],
  ]);
  if (found.isError) return <div className="empty">{shared.problem.not_found}</div>;
  if (!found.data) return <Loader m="auto" display="block" />;
  const { gap, questions, nearest, answeredNow, articles } = found.data;
  const addTo = async (articleId: string, articleLanguage: 'zh' | 'en') => {
    const phrasings = phrasingsFor(found.data, articleLanguage);
    const added = await publish(
      (words) => call(deskRoutes.addGapToArticle, { params, body: { articleId, phrasings, ...words } }),
      say.added,
    );
    if (added) await refresh();
  };
  const contradict = () => {
    const modalId = modals.open({
      title: say.contradictTitle,
      children: (
        <Contradiction
          nearest={nearest}
          onDecided={async (articleIds, note) => {
            modals.close(modalId);
            await decide(() => call(deskRoutes.markContradiction, { params, body: { articleIds, note } }));
          }}
        />
      ),
    });
  };
  const makeGolden = () => {
    const [article] = articles;
    const modalId = modals.open({
      title: golden.fromConversation,
      children: (
        <GoldenForm
          initial={{
            question: gap.question.replace(/\s+/g, ' ').slice(0, 300),
            language: gap.language,
            expectedArticleId: article?.articleId ?? answeredNow?.articleId ?? null,
            expectedTitle: article?.title ?? answeredNow?.title ?? null,
          }}
          onDone={() => modals.close(modalId)}
        />
      ),
    });
  };
  return (
    <Stack gap="lg">
      <div>
        <Text component="h2" fw={650} size="lg" m={0} style={{ whiteSpace: 'pre-wrap' }}>
          {gap.question}
        </Text>
        <Text size="sm" className="dim">
          {say.count(gap.count)} · {say.customers(gap.customers)} ·{' '}
          {Object.entries(gap.reasons)
            .map(([reason, count]) => `${say.reasons[reason] ?? reason} ${count}`)
            .join(' · ')}
        </Text>
        {!isOpen && (
          <Group gap={8} mt={6}>
            <Badge variant="light" tt="none">
              {say.status[gap.status]}
            </Badge>
            <Text size="xs" className="dim">
              {gap.decidedBy && gap.decidedAt
                ? say.decided(gap.decidedBy, dayAndClock(gap.decidedAt, language))
                : ''}
              {gap.note ? ` · ${gap.note}` : ''}
            </Text>
            {articles.map((one) => (
              <Anchor key={one.articleId} component={Link} to={`/knowledge/${one.articleId}`} size="sm">
                {one.title}
              </Anchor>
            ))}
          </Group>
        )}
      </div>
      <Group gap="sm">
        <Button onClick={draft}>{say.draft}</Button>
        <Button variant="default" onClick={contradict}>
          {say.contradict}
        </Button>
        {isOpen ? (
          <Button variant="default" onClick={ignore}>
            {say.ignore}
          </Button>
        ) : (
          <Button variant="default" onClick={undo}>
            {say.undo}
          </Button>
        )}
        <Button variant="subtle" onClick={makeGolden}>
          {golden.fromConversation}
        </Button>
      </Group>
      {answeredNow && (
        <Text size="sm" role="status">
          {say.answeredNow}{' '}
          <Anchor component={Link} to={`/knowledge/${answeredNow.articleId}`}>
            {answeredNow.title}
          </Anchor>
        </Text>
      )}
      <section>
        <Text component="h3" size="sm" fw={650} m={0} mb={4}>
          {say.nearest}
        </Text>
        {nearest.length === 0 && (
          <Text size="sm" className="dim">
            {say.noNearest}
          </Text>
        )}
        {nearest.map((one) => (
          <Group key={one.articleId} justify="space-between" gap={8} wrap="nowrap" mb={4}>
            <Anchor component={Link} to={`/knowledge/${one.articleId}`} size="sm" lineClamp={1}>
              {one.title}
            </Anchor>
            <Group gap={8} wrap="nowrap">
              <Text size="xs" className="dim" style={{ whiteSpace: 'nowrap' }}>
                {Math.round(one.confidence * 100)} %
              </Text>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${say.addTo}: ${one.title}`}
                onClick={() => addTo(one.articleId, one.language)}
              >
                {say.addTo}
              </Button>
            </Group>
          </Group>
        ))}
      </section>
      <section>
        <Text component="h3" size="sm" fw={650} m={0} mb={4}>
          {say.asked}
        </Text>
        <Questions questions={questions} />
      </section>
    </Stack>
  );
}

/** The wordings in the article's language, each once; the gap's own where there are none. */
function phrasingsFor({ gap, questions }: GapDetail, language: 'zh' | 'en'): string[] {
  const texts = questions
    .filter((one) => one.language === language)
    .map((one) => one.text.replace(/\s+/g, ' ').trim().slice(0, 300));
  const own = gap.question.replace(/\s+/g, ' ').trim().slice(0, 300);
  return [...new Set(texts.length > 0 ? texts : [own])].slice(0, mostPhrasings);
}

function Questions({ questions }: { questions: GapDetail['questions'] }) {
  const say = useWords('gaps');
  const language = useLanguage();
  const reads = mayTalk(useMe().data?.agent.role ?? 'editor');
  return questions.map((one) => (
    <div key={`${one.conversationId} ${one.seq}`} style={{ marginBottom: 12 }}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        “{one.text}”
      </Text>
      <Text size="xs" className="dim">
        {dayAndClock(one.at, language)} · {say.reasons[one.reason]}
        {reads && (
          <>
            {' · '}
            <Anchor
              component={Link}
              to={`/inbox/all/${one.conversationId}`}
              size="xs"
              aria-label={`${say.open}: ${one.text}`}
            >
              {say.open}
            </Anchor>
          </>
        )}
      </Text>
      {one.replies.map((reply) => (
        <div key={reply.seq} style={{ marginTop: 4 }}>
          <Text size="xs" className="dim">
            {say.replied(reply.agentName)}
          </Text>
          <blockquote>{reply.text}</blockquote>
        </div>
      ))}
    </div>
  ));
}

function Contradiction({
  nearest,
  onDecided,
}: {
  nearest: GapDetail['nearest'];
  onDecided: (articleIds: [string, string], note: string) => void;
}) {
  const say = useWords('gaps');
  const shared = useWords('shared');
  const [first, setFirst] = useState(nearest[0]?.articleId ?? null);
  const [second, setSecond] = useState(nearest[1]?.articleId ?? null);
  const [note, setNote] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (first && second) onDecided([first, second], note);
      }}
    >
      <Stack gap="sm">
        <ArticlePicker label="1" value={first} shownAs={nearest[0]?.title ?? null} onChange={setFirst} />
        <ArticlePicker label="2" value={second} shownAs={nearest[1]?.title ?? null} onChange={setSecond} />
        <TextInput
          label={say.why}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={500}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={!first || !second || first === second}>
            {shared.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
