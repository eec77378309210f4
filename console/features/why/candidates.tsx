import { Group, Text } from '@mantine/core';
import { useWords } from '../../app/use-words.ts';
import type { Candidate, Why } from './read-why.ts';

/** Each candidate's confidence as a bar, with the two lines it is measured by. */
export function Candidates({
  matches,
  thresholds,
}: {
  matches: Candidate[];
  thresholds: NonNullable<Why['thresholds']>;
}) {
  const say = useWords('why');
  const [answer, clarify] = [Math.round(thresholds.answer * 100), Math.round(thresholds.clarify * 100)];
  return (
    <>
      {matches.map((one) => {
        const percent = Math.round(one.confidence * 100);
        return (
          <div key={one.articleId} style={{ marginBottom: 10 }}>
            <Group justify="space-between" gap={8} wrap="nowrap">
              <Text size="sm" lineClamp={1}>
                {one.title}
              </Text>
              <Text size="sm">{percent} %</Text>
            </Group>
            <div className="gauge" aria-hidden>
              <span className={percent >= answer ? 'full' : ''} style={{ width: `${percent}%` }} />
              <i style={{ left: `${clarify}%` }} />
              <i style={{ left: `${answer}%` }} />
            </div>
            {one.uncovered.length > 0 && (
              <Text size="xs" className="dim">
                {say.uncovered}: {one.uncovered.join(' ')}
              </Text>
            )}
          </div>
        );
      })}
      <Text size="xs" className="dim">
        {say.lines(clarify, answer)}
      </Text>
    </>
  );
}
