import { Alert, Badge, Button, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { deskRoutes, type ModelTest } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';

/** One call, then the golden questions: what the model would change. */
export function ModelTestPanel({ ready }: { ready: boolean }) {
  const say = useWords('model');
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<ModelTest | null>(null);
  const run = async () => {
    setBusy(true);
    setResult(await act(() => call(deskRoutes.testModel)));
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['model', 'usage'] });
  };
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        {say.test}
      </Title>
      <Text size="sm" className="dim" mb="sm">
        {say.testHint}
      </Text>
      <Group>
        <Button variant="default" onClick={run} loading={busy} disabled={!ready}>
          {say.test}
        </Button>
        {busy && (
          <Text size="sm" role="status">
            {say.testing}
          </Text>
        )}
      </Group>
      {result && <Result result={result} />}
    </section>
  );
}

function Result({ result }: { result: ModelTest }) {
  const say = useWords('model');
  const { ping, rows } = result;
  const right = (who: 'retrieval' | 'model') => rows.filter((row) => row[who].right).length;
  return (
    <div role="status">
      <Alert
        mt="sm"
        color={ping.ok ? 'leaf' : 'red'}
        title={ping.ok ? say.pingOk(ping.durationMs) : say.pingFailed}
      >
        {ping.ok
          ? `${say.asked(rows.length, result.questions)}. ${say.retrieval}: ${say.right(right('retrieval'), rows.length)}. ${say.withModel}: ${say.right(right('model'), rows.length)}.`
          : ping.fault
              ?.split(', ')
              .map((fault) => say.faults[fault] ?? fault)
              .join('; ')}
      </Alert>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={620} mt="sm">
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.question}</Table.Th>
                <Table.Th>{say.difference}</Table.Th>
                <Table.Th>{say.answer}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.language} ${row.question}`}>
                  <Table.Td w="30%">{row.question}</Table.Td>
                  <Table.Td>
                    <Difference before={row.retrieval.right} after={row.model.right} />
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" lineClamp={3}>
                      {row.model.text || '—'}
                    </Text>
                    {row.model.faults.length > 0 && (
                      <Text size="xs" className="dim" lineClamp={2}>
                        {row.model.faults.map((fault) => say.faults[fault] ?? fault).join('; ')}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  );
}

function Difference({ before, after }: { before: boolean; after: boolean }) {
  const say = useWords('model');
  if (before === after)
    return (
      <Text size="sm" className="dim">
        {say.same} {after ? '✓' : '✗'}
      </Text>
    );
  return (
    <Badge color={after ? 'leaf.9' : 'red.9'} tt="none">
      {after ? say.better : say.worse}
    </Badge>
  );
}
