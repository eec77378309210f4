import { Table, Text, Title } from '@mantine/core';
import type { PolicyReplay } from '../../../contract/index.ts';
import { useWords } from '../../app/use-words.ts';

/** Hour by hour: hand-offs now and then, who is on shift, and how many people more the change keeps busy. */
export function QueueLoad({ load }: { load: PolicyReplay['load'] }) {
  const say = useWords('policy');
  const hours = load.hours.filter((hour) => hour.before !== hour.after);
  const most = Math.max(0.01, ...load.hours.map((hour) => Math.max(hour.before, hour.after)));
  const width = (value: number) => `${Math.round((value / most) * 100)}%`;
  return (
    <div>
      <Title order={2} size="h5" mb={4}>
        {say.load}
      </Title>
      <Text size="sm" className="dim" mb="xs">
        {load.handlingMinutes === null
          ? say.loadUnknown(load.days)
          : say.loadHint(String(load.handlingMinutes), load.days, load.concurrency.toFixed(1))}{' '}
        ({load.timeZone})
      </Text>
      {hours.length === 0 ? (
        <Text size="sm">{say.none}</Text>
      ) : (
        <Table.ScrollContainer minWidth={460} type="native" tabIndex={0}>
          <Table withRowBorders={false} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.hour}</Table.Th>
                <Table.Th>{say.nowLabel}</Table.Th>
                <Table.Th>{say.after}</Table.Th>
                <Table.Th w="30%" aria-hidden />
                <Table.Th>{say.people}</Table.Th>
                <Table.Th>{say.extra}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {hours.map((hour) => (
                <Table.Tr key={hour.hour}>
                  <Table.Td>{`${String(hour.hour).padStart(2, '0')}:00`}</Table.Td>
                  <Table.Td>{hour.before}</Table.Td>
                  <Table.Td>{hour.after}</Table.Td>
                  <Table.Td>
                    <div
                      style={{
                        height: 6,
                        borderRadius: 3,
                        background: 'var(--line)',
                        width: width(hour.before),
                      }}
                    />
                    <div
                      style={{
                        height: 6,
                        marginTop: 2,
                        borderRadius: 3,
                        background: 'var(--mantine-primary-color-filled)',
                        width: width(hour.after),
                      }}
                    />
                  </Table.Td>
                  <Table.Td>{hour.people}</Table.Td>
                  <Table.Td>
                    {hour.extraPeople === null
                      ? '–'
                      : `${hour.extraPeople > 0 ? '+' : ''}${hour.extraPeople}`}
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
