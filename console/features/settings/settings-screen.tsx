import {
  Button,
  Code,
  CopyButton,
  Group,
  Loader,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type Settings } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useGroups, useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

export function SettingsScreen() {
  const settings = useQuery({ queryKey: keys.settings, queryFn: () => call(deskRoutes.getSettings) });
  return settings.data ? <Form initial={settings.data} /> : <Loader m="auto" />;
}

function Form({ initial }: { initial: Settings }) {
  const say = useWords('team');
  const model = useWords('model');
  const shared = useWords('shared');
  const language = useLanguage();
  const act = useAct();
  const groups = useGroups().data ?? [];
  const isOwner = useMe().data?.agent.role === 'owner';
  const [draft, setDraft] = useState(initial);
  const [origins, setOrigins] = useState(initial.allowedOrigins.join('\n'));
  const set = (next: Partial<Settings>) => setDraft({ ...draft, ...next });
  const save = async () => {
    const body = {
      ...draft,
      allowedOrigins: origins
        .split('\n')
        .map((one) => one.trim().replace(/\/$/, ''))
        .filter(Boolean),
    };
    if (await act(() => call(deskRoutes.updateSettings, { body }), shared.saved))
      await queries.invalidateQueries({ queryKey: keys.settings });
  };
  const choices = groups.map((group) => ({ value: group.id, label: group.name[language] }));
  const embed = `<script src="${location.origin}/widget/loader.js" async></script>`;
  return (
    <div className="screen">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h3">
          {shared.settings}
        </Title>
        {isOwner && <Button onClick={save}>{shared.save}</Button>}
      </Group>
      <fieldset disabled={!isOwner} style={{ border: 0, padding: 0, margin: 0, maxWidth: 860 }}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {(['zh', 'en'] as const).map((one) => (
              <Stack key={one} gap="xs">
                <TextInput
                  label={`${say.shopName} · ${one === 'zh' ? shared.chinese : shared.english}`}
                  value={draft.shopName[one]}
                  onChange={(event) =>
                    set({ shopName: { ...draft.shopName, [one]: event.currentTarget.value } })
                  }
                />
                <Textarea
                  label={say.greeting}
                  autosize
                  minRows={2}
                  value={draft.greeting[one]}
                  onChange={(event) =>
                    set({ greeting: { ...draft.greeting, [one]: event.currentTarget.value } })
                  }
                />
              </Stack>
            ))}
          </SimpleGrid>
          <Switch
            label={say.ai}
            checked={draft.aiEnabled}
            onChange={(event) => set({ aiEnabled: event.currentTarget.checked })}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={say.defaultGroup}
              data={choices}
              value={draft.defaultGroupId}
              onChange={(defaultGroupId) => set({ defaultGroupId })}
              clearable
            />
            <NumberInput
              label={say.promise}
              min={1}
              max={168}
              value={draft.promiseHours}
              onChange={(hours) => set({ promiseHours: Number(hours) || 1 })}
            />
            {(['zh', 'en'] as const).map((one) => (
              <Select
                key={one}
                label={`${say.byLanguage} · ${one === 'zh' ? shared.chinese : shared.english}`}
                data={choices}
                clearable
                value={draft.groupByLanguage[one] ?? null}
                onChange={(groupId) => set({ groupByLanguage: without(draft.groupByLanguage, one, groupId) })}
              />
            ))}
          </SimpleGrid>
          <Textarea
            label={say.origins}
            description={say.originsHint}
            autosize
            minRows={2}
            value={origins}
            onChange={(event) => setOrigins(event.currentTarget.value)}
          />
        </Stack>
      </fieldset>
      {isOwner && (
        <section>
          <Title order={2} size="h4" mt="xl">
            {model.title}
          </Title>
          <Text size="sm" className="dim" mb="xs" maw={860}>
            {model.intro}
          </Text>
          <Button component={Link} to="/settings/model" variant="default">
            {model.open}
          </Button>
        </section>
      )}
      <Title order={2} size="h4" mt="xl">
        {say.embed}
      </Title>
      <Text size="sm" className="dim" mb="xs">
        {say.embedHint}
      </Text>
      <Group>
        <Code p="sm">{embed}</Code>
        <CopyButton value={embed}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? say.copied : say.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}

function without(map: Record<string, string>, key: string, value: string | null): Record<string, string> {
  const { [key]: _, ...rest } = map;
  return value ? { ...rest, [key]: value } : rest;
}
