import {
  Anchor,
  Button,
  Fieldset,
  Group,
  Loader,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type ModelSettings, type ModelSettingsDraft } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';
import { type Endpoint, EndpointFields, noEndpoint } from './endpoint-fields.tsx';
import { ModelTestPanel } from './model-test.tsx';
import { ModelUsageTable } from './model-usage.tsx';

/** The owner's screen: which model, at what price, within which budget, and what it has cost. */
export function ModelScreen() {
  const settings = useQuery({ queryKey: keys.model, queryFn: () => call(deskRoutes.getModel) });
  const say = useWords('model');
  return (
    <div className="screen">
      <Anchor component={Link} to="/settings" size="sm">
        ← {say.back}
      </Anchor>
      {settings.data ? (
        <Form key={JSON.stringify(settings.data)} stored={settings.data} />
      ) : (
        <Loader m="auto" />
      )}
    </div>
  );
}

function draftOf(stored: ModelSettings['primary']): Endpoint {
  if (!stored) return noEndpoint;
  const { keySet: _, ...rest } = stored;
  return rest;
}

function Form({ stored }: { stored: ModelSettings }) {
  const say = useWords('model');
  const shared = useWords('shared');
  const act = useAct();
  const [draft, setDraft] = useState(stored);
  const [primary, setPrimary] = useState(draftOf(stored.primary));
  const [fallback, setFallback] = useState(draftOf(stored.fallback));
  const set = (next: Partial<ModelSettings>) => setDraft({ ...draft, ...next });
  const setBudget = (next: Partial<ModelSettings['budget']>) => set({ budget: { ...draft.budget, ...next } });
  const filled = (one: Endpoint) => (one.url && one.model ? one : null);

  const save = async () => {
    const body: ModelSettingsDraft = { ...draft, primary: filled(primary), fallback: filled(fallback) };
    const saved = await act(() => call(deskRoutes.updateModel, { body }), shared.saved);
    if (!saved) return;
    queries.setQueryData(keys.model, saved);
    await queries.invalidateQueries({ queryKey: keys.modelStatus });
  };
  const most = (label: string, name: 'perConversation' | 'perDay') => (
    <NumberInput
      label={`${label}${draft.budget.unit === 'money' ? ` (${draft.currency})` : ''}`}
      min={0}
      value={draft.budget[name] ?? ''}
      onChange={(next) => setBudget({ [name]: Number(next) > 0 ? Number(next) : null })}
    />
  );
  return (
    <Stack maw={860}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {say.title}
        </Title>
        <Button onClick={save}>{shared.save}</Button>
      </Group>
      <Text size="sm" className="dim">
        {say.intro}
      </Text>
      <Switch
        label={say.on}
        description={filled(primary) ? undefined : say.needsPrimary}
        disabled={!filled(primary)}
        checked={draft.on && filled(primary) !== null}
        onChange={(event) => set({ on: event.currentTarget.checked })}
      />
      <EndpointFields title={say.primary} value={primary} stored={stored.primary} onChange={setPrimary} />
      <EndpointFields
        title={say.fallback}
        hint={say.fallbackHint}
        value={fallback}
        stored={stored.fallback}
        onChange={setFallback}
      />
      <Fieldset legend={say.budget}>
        <Text size="sm" className="dim" mb="xs">
          {say.budgetHint}
        </Text>
        <Group mb="sm" align="flex-end">
          <SegmentedControl
            aria-label={say.budget}
            value={draft.budget.unit}
            onChange={(unit) => setBudget({ unit: unit as 'money' | 'tokens' })}
            data={[
              { value: 'money', label: say.units.money },
              { value: 'tokens', label: say.units.tokens },
            ]}
          />
          <TextInput
            label={say.currency}
            w={110}
            maxLength={8}
            value={draft.currency}
            onChange={(event) => set({ currency: event.currentTarget.value })}
          />
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {most(say.perConversation, 'perConversation')}
          {most(say.perDay, 'perDay')}
        </SimpleGrid>
      </Fieldset>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(['zh', 'en'] as const).map((one) => (
          <Textarea
            key={one}
            label={`${say.voice} · ${one === 'zh' ? shared.chinese : shared.english}`}
            autosize
            minRows={2}
            value={draft.voice[one]}
            onChange={(event) => set({ voice: { ...draft.voice, [one]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      <TagsInput
        label={say.links}
        description={say.linksHint}
        value={draft.linkHosts}
        onChange={(linkHosts) => set({ linkHosts })}
      />
      <Text size="sm" className="dim">
        {say.masked}
      </Text>
      <ModelTestPanel ready={stored.primary !== null} />
      <ModelUsageTable />
    </Stack>
  );
}
