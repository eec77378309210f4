import {
  Button,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { type Agent, deskRoutes, type Role } from '../../../contract/index.ts';
import { call, problemOf } from '../../api.ts';
import { useGroups, useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

export function AgentForm({ agent }: { agent: Agent | null }) {
  const say = useWords('team');
  const shared = useWords('shared');
  const language = useLanguage();
  const act = useAct();
  const groups = useGroups().data ?? [];
  const isOwner = useMe().data?.agent.role === 'owner';
  const [draft, setDraft] = useState({
    name: agent?.name ?? '',
    email: agent?.email ?? '',
    role: agent?.role ?? ('agent' as Role),
    languages: agent?.languages ?? (['zh'] as ('zh' | 'en')[]),
    groupIds: agent?.groupIds ?? [],
    capacity: agent?.capacity ?? 5,
  });
  const [disabled, setDisabled] = useState(agent?.disabled ?? false);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const set = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next });
  const save = async () => {
    const saved = await act(async () => {
      try {
        return agent
          ? await call(deskRoutes.updateAgent, {
              params: { agentId: agent.id },
              body: { ...draft, disabled, ...(password ? { password } : {}) },
            })
          : await call(deskRoutes.createAgent, { body: { ...draft, password } });
      } catch (error) {
        const problem = problemOf(error);
        setWrong(problem.field ? { [problem.field]: problem.message } : {});
        throw error;
      }
    }, shared.saved);
    if (!saved) return;
    await queries.invalidateQueries({ queryKey: keys.agents });
    modals.closeAll();
  };
  const roles = (Object.keys(say.roles) as Role[]).map((value) => ({
    value,
    label: say.roles[value],
    disabled: !isOwner && (value === 'owner' || value === 'supervisor'),
  }));
  return (
    <Stack>
      <TextInput
        label={say.name}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={wrong.name}
        data-autofocus
      />
      <TextInput
        label={say.email}
        type="email"
        value={draft.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={wrong.email}
      />
      <Select
        label={say.role}
        data={roles}
        value={draft.role}
        onChange={(role) => set({ role: (role ?? 'agent') as Role })}
        allowDeselect={false}
        error={wrong.role}
      />
      <MultiSelect
        label={say.languages}
        data={[
          { value: 'zh', label: shared.chinese },
          { value: 'en', label: shared.english },
        ]}
        value={draft.languages}
        onChange={(languages) => set({ languages: languages as ('zh' | 'en')[] })}
        error={wrong.languages}
      />
      <MultiSelect
        label={say.groups}
        data={groups.map((group) => ({ value: group.id, label: group.name[language] }))}
        value={draft.groupIds}
        onChange={(groupIds) => set({ groupIds })}
      />
      <NumberInput
        label={say.capacity}
        min={1}
        max={50}
        value={draft.capacity}
        onChange={(capacity) => set({ capacity: Number(capacity) || 1 })}
      />
      <PasswordInput
        label={agent ? say.newPassword : say.password}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={wrong.password}
        autoComplete="new-password"
      />
      {agent && (
        <Switch
          label={say.disabled}
          checked={disabled}
          onChange={(event) => setDisabled(event.currentTarget.checked)}
        />
      )}
      <Button onClick={save}>{shared.save}</Button>
    </Stack>
  );
}
