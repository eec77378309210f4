import { Button, Menu, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { type Conversation, deskRoutes, type WrapUp } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useAgents, useGroups, useMe } from '../../app/me.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

const hourMs = 3_600_000;

/** What can be done with a conversation now: the likeliest as a button, the rest in a menu, all by key. */
export function ActionBar({ conversation }: { conversation: Conversation }) {
  const say = useWords('conversation');
  const shared = useWords('shared');
  const act = useAct();
  const me = useMe().data?.agent;
  const params = { conversationId: conversation.id };
  const { status } = conversation;
  const mine = conversation.agentId === me?.id && status !== 'resolved';
  const free = !conversation.agentId || status === 'resolved';
  const mayTake = !mine && (free || me?.role === 'owner' || me?.role === 'supervisor');

  const take = () =>
    act(() =>
      call(
        status === 'queued'
          ? deskRoutes.accept
          : status === 'resolved'
            ? deskRoutes.reopen
            : deskRoutes.takeOver,
        { params },
      ),
    );
  const handBack = () => act(() => call(deskRoutes.handBack, { params, body: {} }));
  const transfer = () =>
    modals.open({ title: say.transfer, children: <TransferForm conversation={conversation} /> });
  const resolve = () =>
    modals.open({ title: say.resolve, children: <ResolveForm conversation={conversation} /> });
  const snoozeUntil = (until: number) => act(() => call(deskRoutes.snooze, { params, body: { until } }));
  const tomorrow = () => new Date(new Date().setHours(33, 0, 0, 0)).getTime();
  useHotkeys([
    ['a', () => void (mayTake && take())],
    ['b', () => void (mine && handBack())],
    ['t', () => void (mine && transfer())],
    ['e', () => void (status !== 'resolved' && (mine || free) && resolve())],
  ]);
  return (
    <>
      {mayTake && (
        <Button size="xs" onClick={take}>
          {status === 'queued' ? say.accept : status === 'resolved' ? say.reopen : say.takeOver}
        </Button>
      )}
      {mine && (
        <Button size="xs" onClick={resolve}>
          {say.resolve}
        </Button>
      )}
      {status !== 'resolved' && (mine || mayTake) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
              {shared.actions}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mine && <Menu.Item onClick={handBack}>{say.handBack}</Menu.Item>}
            <Menu.Item onClick={transfer}>{say.transfer}</Menu.Item>
            {mine && status === 'assigned' && (
              <Menu.Item onClick={() => act(() => call(deskRoutes.setWaiting, { params }))}>
                {say.wait}
              </Menu.Item>
            )}
            {mine && (status === 'snoozed' || status === 'waiting_customer' || status === 'wrap_up') && (
              <Menu.Item onClick={() => act(() => call(deskRoutes.wake, { params }))}>{say.wake}</Menu.Item>
            )}
            {mine && status === 'assigned' && (
              <>
                <Menu.Label>{say.snooze}</Menu.Label>
                <Menu.Item onClick={() => snoozeUntil(Date.now() + hourMs)}>{say.in1h}</Menu.Item>
                <Menu.Item onClick={() => snoozeUntil(Date.now() + 3 * hourMs)}>{say.in3h}</Menu.Item>
                <Menu.Item onClick={() => snoozeUntil(tomorrow())}>{say.tomorrow}</Menu.Item>
                <Menu.Divider />
                <Menu.Item onClick={() => act(() => call(deskRoutes.startWrapUp, { params }))}>
                  {say.wrapUp}
                </Menu.Item>
              </>
            )}
            {!mine && <Menu.Item onClick={resolve}>{say.resolve}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function TransferForm({ conversation }: { conversation: Conversation }) {
  const say = useWords('conversation');
  const language = useLanguage();
  const act = useAct();
  const groups = useGroups().data ?? [];
  const agents = (useAgents().data ?? []).filter(
    (agent) =>
      !agent.disabled &&
      agent.role !== 'editor' &&
      agent.presence.status !== 'offline' &&
      agent.id !== conversation.agentId,
  );
  const [groupId, setGroupId] = useState<string | null>(null);
  const [agentId, setAgentId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const submit = async () => {
    const body = { ...(groupId ? { groupId } : {}), ...(agentId ? { agentId } : {}), note };
    if (await act(() => call(deskRoutes.transfer, { params: { conversationId: conversation.id }, body })))
      modals.closeAll();
  };
  return (
    <Stack>
      <Select
        label={say.toGroup}
        data={groups.map((group) => ({ value: group.id, label: group.name[language] }))}
        value={groupId}
        onChange={setGroupId}
        clearable
        data-autofocus
      />
      <Select
        label={say.toAgent}
        data={agents.map((agent) => ({
          value: agent.id,
          label: `${agent.name} (${agent.load}/${agent.capacity})`,
        }))}
        value={agentId}
        onChange={setAgentId}
        clearable
      />
      <Textarea
        label={say.handNote}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
      <Button onClick={submit} disabled={!groupId && !agentId}>
        {say.transfer}
      </Button>
    </Stack>
  );
}

function ResolveForm({ conversation }: { conversation: Conversation }) {
  const say = useWords('conversation');
  const act = useAct();
  const [wrapUp, setWrapUp] = useState<WrapUp>({ outcome: 'solved', topic: '', note: '' });
  const submit = async () => {
    if (
      await act(() =>
        call(deskRoutes.resolve, { params: { conversationId: conversation.id }, body: { wrapUp } }),
      )
    )
      modals.closeAll();
  };
  return (
    <Stack>
      <Select
        label={say.outcome}
        data={Object.entries(say.outcomes).map(([value, label]) => ({ value, label }))}
        value={wrapUp.outcome}
        onChange={(outcome) => setWrapUp({ ...wrapUp, outcome: (outcome ?? 'solved') as WrapUp['outcome'] })}
        allowDeselect={false}
      />
      <TextInput
        label={say.topic}
        value={wrapUp.topic}
        onChange={(event) => setWrapUp({ ...wrapUp, topic: event.currentTarget.value })}
        maxLength={80}
        data-autofocus
      />
      <Textarea
        label={say.resolveNote}
        value={wrapUp.note}
        onChange={(event) => setWrapUp({ ...wrapUp, note: event.currentTarget.value })}
        maxLength={2000}
        autosize
        minRows={2}
      />
      <Button onClick={submit}>{say.resolve}</Button>
    </Stack>
  );
}
