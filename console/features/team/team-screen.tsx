import { Badge, Button, Card, Group, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { mayManage, useAgents, useGroups, useMe } from '../../app/me.ts';
import { presenceColors } from '../../app/me-menu.tsx';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { dayAndClock } from '../../ui/time.ts';
import { AgentForm } from './agent-form.tsx';
import { GroupForm } from './group-form.tsx';

export function TeamScreen() {
  const say = useWords('team');
  const shared = useWords('shared');
  const language = useLanguage();
  const agents = useAgents().data ?? [];
  const groups = useGroups().data ?? [];
  const may = mayManage(useMe().data?.agent.role ?? 'agent');
  const groupName = (id: string) => groups.find((group) => group.id === id)?.name[language] ?? '';
  return (
    <div className="screen">
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {say.people}
        </Title>
        {may && (
          <Button onClick={() => modals.open({ title: say.addPerson, children: <AgentForm agent={null} /> })}>
            {say.addPerson}
          </Button>
        )}
      </Group>
      <Table.ScrollContainer minWidth={640}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.name}</Table.Th>
              <Table.Th>{say.presence}</Table.Th>
              <Table.Th>{say.role}</Table.Th>
              <Table.Th>{say.groups}</Table.Th>
              <Table.Th>{say.load}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agents.map((agent) => (
              <Table.Tr key={agent.id} style={agent.disabled ? { opacity: 0.55 } : undefined}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {agent.name}
                  </Text>
                  <Text size="xs" className="dim">
                    {agent.email}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Badge variant="dot" color={presenceColors[agent.presence.status]} tt="none">
                    {agent.disabled
                      ? say.disabled
                      : [
                          shared[agent.presence.status],
                          agent.presence.reason === 'disconnected' ? '' : agent.presence.reason,
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                  </Badge>
                </Table.Td>
                <Table.Td>{say.roles[agent.role]}</Table.Td>
                <Table.Td>{agent.groupIds.map(groupName).join('、')}</Table.Td>
                <Table.Td>
                  {agent.load} / {agent.capacity}
                </Table.Td>
                <Table.Td>
                  {may && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() =>
                        modals.open({ title: agent.name, children: <AgentForm agent={agent} /> })
                      }
                    >
                      {shared.edit}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="space-between" mt="xl" mb="sm">
        <Title order={2} size="h3">
          {say.groups}
        </Title>
        {may && (
          <Button
            variant="default"
            onClick={() =>
              modals.open({ title: say.addGroup, size: 'lg', children: <GroupForm group={null} /> })
            }
          >
            {say.addGroup}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {groups.map((group) => (
          <Card key={group.id} withBorder>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={650}>{group.name[language]}</Text>
              <Badge variant="light" color={group.open ? 'teal.9' : 'gray'} tt="none">
                {group.open
                  ? say.openNow
                  : group.nextOpeningAt
                    ? say.opens(dayAndClock(group.nextOpeningAt, language))
                    : say.closed}
              </Badge>
            </Group>
            <Text size="sm" className="dim">
              {group.languages.map((one) => (one === 'zh' ? shared.chinese : shared.english)).join(' · ')} ·{' '}
              {agents
                .filter((agent) => agent.groupIds.includes(group.id) && !agent.disabled)
                .map((agent) => agent.name)
                .join('、')}
            </Text>
            {group.overflowGroupId && (
              <Text size="sm" className="dim">
                {say.overflow} {groupName(group.overflowGroupId)} ({group.overflowAfterSeconds} s)
              </Text>
            )}
            {may && (
              <Button
                mt="sm"
                size="compact-sm"
                variant="light"
                onClick={() =>
                  modals.open({
                    title: group.name[language],
                    size: 'lg',
                    children: <GroupForm group={group} />,
                  })
                }
              >
                {shared.edit}
              </Button>
            )}
          </Card>
        ))}
      </SimpleGrid>
    </div>
  );
}
