import { Anchor, Badge, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type Entry, type ReplayedTurn } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { mayEdit, useMe } from '../../app/me.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';
import { GoldenForm } from '../golden/golden-form.tsx';
import { Candidates } from './candidates.tsx';
import { readWhy, type Why } from './read-why.ts';
import { Replay } from './replay.tsx';

type Message = Extract<Entry, { type: 'message.sent' }>;

/** One turn of the AI in plain words: what was understood, what was found, what decided, what it would do today. */
export function WhyDrawer({ entry, onClose }: { entry: Message; onClose: () => void }) {
  const say = useWords('why');
  const golden = useWords('golden');
  const act = useAct();
  const edits = mayEdit(useMe().data?.agent.role ?? 'agent');
  const [replayed, setReplayed] = useState<ReplayedTurn | null>(null);
  const turn = entry.body.turn;
  if (!turn) return null;
  const why = readWhy(turn.why);
  const replay = () =>
    act(() =>
      call(deskRoutes.replayTurn, {
        params: { conversationId: entry.conversationId, seq: String(entry.seq) },
      }),
    );
  const makeGolden = async () => {
    const taken = replayed ?? (await replay());
    if (!taken) return;
    const source = entry.body.sources[0];
    const modalId = modals.open({
      title: golden.fromConversation,
      children: (
        <GoldenForm
          initial={{
            question: taken.asked.slice(0, 300),
            language: taken.askedLanguage,
            expectedArticleId: source?.articleId ?? null,
            expectedTitle: source?.title ?? null,
          }}
          onDone={() => modals.close(modalId)}
        />
      ),
    });
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={say.title}>
      <Stack gap="lg">
        <section>
          <Group gap={8} mb={4}>
            <Badge tt="none" size="lg" variant="light">
              {say.actions[turn.action] ?? turn.action}
            </Badge>
            {turn.confidence !== undefined && (
              <Text size="sm">{say.confidence(Math.round(turn.confidence * 100))}</Text>
            )}
            <Text size="sm" className="dim">
              {say.took(turn.durationMs)}
            </Text>
          </Group>
          <Text>{sentenceOf(turn.action, turn.confidence ?? 0, why, say)}</Text>
        </section>
        <Understood why={why} language={entry.body.language} />
        {why.matches.length > 0 && why.thresholds && (
          <Part title={say.candidates}>
            <Candidates matches={why.matches} thresholds={why.thresholds} />
          </Part>
        )}
        {entry.body.sources.length > 0 && (
          <Part title={say.sources}>
            {entry.body.sources.map((source) => (
              <div key={source.articleId}>
                <Anchor component={Link} to={`/knowledge/${source.articleId}`}>
                  {source.title}
                </Anchor>
                {source.passage !== source.title && <blockquote>{source.passage}</blockquote>}
              </div>
            ))}
          </Part>
        )}
        {why.judged && <Judged judged={why.judged} />}
        {why.model && <ModelPart model={why.model} />}
        <Group gap="sm">
          <Button variant="default" onClick={async () => setReplayed(await replay())}>
            {say.replay}
          </Button>
          {edits && (
            <Button variant="subtle" onClick={makeGolden}>
              {golden.fromConversation}
            </Button>
          )}
        </Group>
        {replayed && <Replay replayed={replayed} />}
      </Stack>
    </Drawer>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <Text component="h3" size="sm" fw={650} m={0} mb={4}>
        {title}
      </Text>
      {children}
    </section>
  );
}

type WhyWords = ReturnType<typeof useWords<'why'>>;

/** Why it came to this, in one sentence: the rule by name, or the best candidate against the lines. */
function sentenceOf(action: string, confidence: number, why: Why, say: WhyWords): string {
  if (why.rule) return say.rules[why.rule] ?? say.rule(why.rule);
  if (why.model && !why.model.failed) return say.byModel;
  const best = why.matches[0];
  const percent = Math.round((best?.confidence ?? confidence) * 100);
  const lines = {
    answer: Math.round((why.thresholds?.answer ?? 1) * 100),
    clarify: Math.round((why.thresholds?.clarify ?? 0) * 100),
  };
  if (action === 'answer' && best) return say.answered(best.title, percent, lines.answer);
  if (action === 'clarify' && best) return say.clarified(best.title, percent, lines.clarify, lines.answer);
  if (!best) return say.foundNothing;
  return percent >= lines.clarify
    ? say.askedBackBefore(best.title, percent, lines.answer)
    : say.tooWeak(best.title, percent, lines.clarify);
}

function Understood({ why, language }: { why: Why; language: 'zh' | 'en' }) {
  const say = useWords('why');
  const shared = useWords('shared');
  const best = why.matches[0];
  const facts: [string, string][] = [
    [say.language, language === 'zh' ? shared.chinese : shared.english],
    [say.searched, why.searched ?? ''],
    [say.matched, best?.matched.join(' ') ?? ''],
    [say.uncovered, best?.uncovered.join(' ') ?? ''],
  ];
  return (
    <Part title={say.understood}>
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => [
            <dt key={name} className="dim">
              {name}
            </dt>,
            <dd key={`${name}-value`}>{value}</dd>,
          ])}
      </dl>
    </Part>
  );
}

function Judged({ judged }: { judged: NonNullable<Why['judged']> }) {
  const say = useWords('why');
  const reasons: Record<string, string> = useWords('conversation').reasons;
  const points = judged.evidence?.points?.filter((one) => one.points !== 0) ?? [];
  return (
    <Part title={say.handOff}>
      <Text size="sm">
        {say.judgements[judged.action] ?? judged.action}
        {judged.reasonCode ? ` · ${reasons[judged.reasonCode] ?? judged.reasonCode}` : ''}
        {judged.evidence?.quote ? ` · “${judged.evidence.quote}”` : ''}
      </Text>
      {points.length > 0 && (
        <Text size="xs" className="dim">
          {say.points}:{' '}
          {points
            .map((one) => `${say.features[one.feature] ?? one.feature} ${one.points.toFixed(1)}`)
            .join(' · ')}
        </Text>
      )}
    </Part>
  );
}

function ModelPart({ model }: { model: NonNullable<Why['model']> }) {
  const say = useWords('why');
  const facts = [
    model.endpoint ?? '',
    say.steps(model.steps),
    model.refused?.length ? say.refused(model.refused.length) : '',
    model.inputTokens === undefined ? '' : say.tokens(model.inputTokens, model.outputTokens ?? 0),
    model.cost === undefined ? '' : say.cost(model.cost),
  ];
  return (
    <Part title={say.model}>
      <Text size="sm">{facts.filter(Boolean).join(' · ')}</Text>
      {model.failed && <Text size="sm">{say.failed(model.failed)}</Text>}
      {model.tools?.map((tool, at) => (
        <Text key={at} size="xs" className="dim">
          {tool.name} → {tool.outcome}
        </Text>
      ))}
    </Part>
  );
}
