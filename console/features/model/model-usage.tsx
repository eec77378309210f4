import { Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

const count = (value: number, language: string) => new Intl.NumberFormat(language).format(value);
export const cost = (value: number, currency: string) => `${value.toFixed(value < 1 ? 4 : 2)} ${currency}`;

/** What each day cost. */
export function ModelUsageTable() {
  const say = useWords('model');
  const language = useLanguage();
  const usage = useQuery({
    queryKey: keys.modelUsage,
    queryFn: () => call(deskRoutes.getModelUsage, { query: {} }),
  });
  const days = usage.data?.days ?? [];
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {say.usage}
      </Title>
      {days.length === 0 ? (
        <Text size="sm" className="dim">
          {say.noUsage}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.day}</Table.Th>
                <Table.Th ta="right">{say.calls}</Table.Th>
                <Table.Th ta="right">{say.failed}</Table.Th>
                <Table.Th ta="right">{say.tokens}</Table.Th>
                <Table.Th ta="right">{say.cost}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {days.map((one) => (
                <Table.Tr key={one.day}>
                  <Table.Td>{one.day}</Table.Td>
                  <Table.Td ta="right">{one.calls}</Table.Td>
                  <Table.Td ta="right">{one.failed}</Table.Td>
                  <Table.Td ta="right">
                    {count(one.inputTokens, language)} / {count(one.outputTokens, language)}
                  </Table.Td>
                  <Table.Td ta="right">{cost(one.cost, usage.data?.currency ?? '')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
