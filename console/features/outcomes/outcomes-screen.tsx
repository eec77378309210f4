import { Group, Loader, SegmentedControl, SimpleGrid, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskRoutes, type Outcome } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { type LanguageChoice, LanguageFilter } from '../../ui/language-filter.tsx';
import { day } from '../../ui/time.ts';
import { LearningHead } from '../gaps/learning-head.tsx';

const outcomes: Outcome[] = ['confirmed', 'assumed', 'handed_off', 'abandoned', 'reopened'];
type Tally = Record<Outcome, { count: number; again: number }>;
const blank = (): Tally =>
  Object.fromEntries(outcomes.map((one) => [one, { count: 0, again: 0 }])) as unknown as Tally;

/** How talks ended, week by week; each outcome by itself, its definition beside it. */
export function OutcomesScreen() {
  const say = useWords('outcomes');
  const language = useLanguage();
  const [weeks, setWeeks] = useState('8');
  const [only, setOnly] = useState<LanguageChoice>('all');
  const found = useQuery({
    queryKey: keys.outcomes(weeks),
    queryFn: () => call(deskRoutes.getOutcomes, { query: { weeks: Number(weeks) } }),
    staleTime: 0,
  });
  const rows = (found.data?.rows ?? []).filter((row) => only === 'all' || row.language === only);
  const byWeek = new Map<number, Tally>();
  const total = blank();
  for (const row of rows) {
    const tally = byWeek.get(row.week) ?? blank();
    byWeek.set(row.week, tally);
    for (const one of [tally, total]) {
      one[row.outcome].count += row.count;
      one[row.outcome].again += row.again;
    }
  }
  return (
    <div className="screen">
      <LearningHead place="outcomes">
        <LanguageFilter value={only} onChange={setOnly} />
        <SegmentedControl
          aria-label={say.week}
          value={weeks}
          onChange={setWeeks}
          data={['4', '8', '26'].map((value) => ({ value, label: say.weeks(Number(value)) }))}
        />
      </LearningHead>
      {found.isPending && <Loader m="auto" display="block" />}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 5 }} mb="md">
        {outcomes.map((outcome) => (
          <section key={outcome} className="card plain">
            <Group justify="space-between" align="baseline" gap={6}>
              <Text fw={650} component="h2" size="sm" m={0}>
                {say.outcomes[outcome]}
              </Text>
              <Text size="xl" fw={650}>
                {total[outcome].count}
              </Text>
            </Group>
            <Text size="sm">{say.share(shareOf(total, outcome))}</Text>
            {total[outcome].again > 0 && <Text size="xs">{say.again(total[outcome].again)}</Text>}
            <Text size="xs" className="dim" mt={4}>
              {say.definitions[outcome]}
            </Text>
          </section>
        ))}
      </SimpleGrid>
      <Text size="sm" className="dim" mb="md">
        {say.never} {found.data && found.data.undecided > 0 ? say.undecided(found.data.undecided) : ''}
      </Text>
      {found.data && rows.length === 0 && <Text className="dim">{say.empty}</Text>}
      {byWeek.size > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.week}</Table.Th>
                {outcomes.map((outcome) => (
                  <Table.Th key={outcome}>{say.outcomes[outcome]}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...byWeek].map(([week, tally]) => (
                <Table.Tr key={week}>
                  <Table.Td>{day(week, language)}</Table.Td>
                  {outcomes.map((outcome) => (
                    <Table.Td key={outcome}>
                      {tally[outcome].count}{' '}
                      <Text span size="xs" className="dim">
                        {say.share(shareOf(tally, outcome))}
                        {tally[outcome].again > 0 ? ` · ${say.again(tally[outcome].again)}` : ''}
                      </Text>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  );
}

/** Of all stretches with an outcome, in whole percent. */
function shareOf(tally: Tally, outcome: Outcome): number {
  const all = outcomes.reduce((sum, one) => sum + tally[one].count, 0);
  return all === 0 ? 0 : Math.round((100 * tally[outcome].count) / all);
}
