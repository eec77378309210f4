import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReplayedTurn } from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { TextDiff } from '../../ui/text-diff.tsx';
import { Candidates } from './candidates.tsx';
import { readWhy } from './read-why.ts';

/** What the same message would get today, beside what it got. */
export function Replay({ replayed }: { replayed: ReplayedTurn }) {
  const say = useWords('why');
  const reasons: Record<string, string> = useWords('conversation').reasons;
  const { before, now, differs } = replayed;
  const why = readWhy(now.why);
  const isSame = differs.length === 0;
  return (
    <section aria-live="polite" className="card plain">
      <Text fw={650} mb={6}>
        {isSame ? say.same : say.different}
      </Text>
      {!isSame && (
        <Stack gap={8}>
          {(differs.includes('action') || differs.includes('reason')) && (
            <Group gap={8}>
              {[before, now].map((side, at) => (
                <Group key={at} gap={8}>
                  {at > 0 && <span aria-hidden>→</span>}
                  <Badge tt="none" variant={at > 0 ? 'filled' : 'default'}>
                    {say.actions[side.action] ?? side.action}
                    {side.reasonCode ? ` · ${reasons[side.reasonCode] ?? side.reasonCode}` : ''}
                  </Badge>
                </Group>
              ))}
            </Group>
          )}
          {differs.includes('source') && (
            <Text size="sm">
              {say.sources}: {before.sources.map((source) => source.title).join(', ') || '–'} →{' '}
              <b>{now.sources.map((source) => source.title).join(', ') || '–'}</b>
            </Text>
          )}
          {differs.includes('text') &&
            (before.action === now.action ? (
              <TextDiff before={before.text} after={now.text} />
            ) : (
              <div className="rich">
                <RichText text={now.text} />
              </div>
            ))}
          {differs.includes('choices') && now.choices.length > 0 && (
            <Text size="sm" className="dim">
              {now.choices.join(' · ')}
            </Text>
          )}
        </Stack>
      )}
      {why.matches.length > 0 && why.thresholds && !isSame && (
        <div style={{ marginTop: 12 }}>
          <Candidates matches={why.matches} thresholds={why.thresholds} />
        </div>
      )}
    </section>
  );
}
