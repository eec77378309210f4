import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { deskRoutes, type OpeningHours, type Group as SkillGroup } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useGroups } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

const usual = [{ opens: '09:00', closes: '18:00' }];
const newHours = (): OpeningHours => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekly: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: [], sun: [] },
  holidays: [],
});

export function GroupForm({ group }: { group: SkillGroup | null }) {
  const say = useWords('team');
  const shared = useWords('shared');
  const language = useLanguage();
  const act = useAct();
  const others = (useGroups().data ?? []).filter((one) => one.id !== group?.id);
  const [draft, setDraft] = useState({
    name: group?.name ?? { zh: '', en: '' },
    languages: group?.languages ?? (['zh', 'en'] as ('zh' | 'en')[]),
    hours: group?.hours ?? newHours(),
    acceptSeconds: group?.acceptSeconds ?? 30,
    overflowGroupId: group?.overflowGroupId ?? null,
    overflowAfterSeconds: group?.overflowAfterSeconds ?? 120,
  });
  const set = (next: Partial<typeof draft>) => setDraft({ ...draft, ...next });
  const setHours = (next: Partial<OpeningHours>) => set({ hours: { ...draft.hours, ...next } });
  const save = async () => {
    const saved = await act(
      () =>
        group
          ? call(deskRoutes.updateGroup, { params: { groupId: group.id }, body: draft })
          : call(deskRoutes.createGroup, { body: draft }),
      shared.saved,
    );
    if (!saved) return;
    await queries.invalidateQueries({ queryKey: keys.groups });
    modals.closeAll();
  };
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={`${say.name} · ${shared.chinese}`}
          value={draft.name.zh}
          onChange={(event) => set({ name: { ...draft.name, zh: event.currentTarget.value } })}
          data-autofocus
        />
        <TextInput
          label={`${say.name} · ${shared.english}`}
          value={draft.name.en}
          onChange={(event) => set({ name: { ...draft.name, en: event.currentTarget.value } })}
        />
        <MultiSelect
          label={say.languages}
          data={[
            { value: 'zh', label: shared.chinese },
            { value: 'en', label: shared.english },
          ]}
          value={draft.languages}
          onChange={(languages) => set({ languages: languages as ('zh' | 'en')[] })}
        />
        <NumberInput
          label={say.acceptSeconds}
          min={5}
          max={600}
          value={draft.acceptSeconds}
          onChange={(value) => set({ acceptSeconds: Number(value) })}
        />
        <Select
          label={say.overflow}
          clearable
          data={others.map((one) => ({ value: one.id, label: one.name[language] }))}
          value={draft.overflowGroupId}
          onChange={(overflowGroupId) => set({ overflowGroupId })}
        />
        <NumberInput
          label={say.overflowAfter}
          min={10}
          max={86400}
          value={draft.overflowAfterSeconds}
          onChange={(value) => set({ overflowAfterSeconds: Number(value) })}
        />
      </SimpleGrid>
      <Fieldset legend={say.hours}>
        <TextInput
          label={say.timeZone}
          value={draft.hours.timeZone}
          onChange={(event) => setHours({ timeZone: event.currentTarget.value })}
          mb="sm"
        />
        {(Object.keys(say.days) as (keyof OpeningHours['weekly'])[]).map((day) => (
          <Intervals
            key={day}
            label={say.days[day]}
            intervals={draft.hours.weekly[day]}
            onChange={(next) => setHours({ weekly: { ...draft.hours.weekly, [day]: next } })}
          />
        ))}
        <Text size="sm" fw={600} mt="md">
          {say.holidays}
        </Text>
        {draft.hours.holidays.map((holiday, at) => {
          const change = (next: Partial<typeof holiday>) =>
            setHours({
              holidays: draft.hours.holidays.map((one, other) => (other === at ? { ...one, ...next } : one)),
            });
          return (
            <Group key={`${holiday.date}-${holiday.name}`} gap={6} mt={6}>
              <TextInput
                type="date"
                aria-label={say.date}
                value={holiday.date}
                onChange={(event) => change({ date: event.currentTarget.value })}
              />
              <TextInput
                flex={1}
                aria-label={say.holidayName}
                defaultValue={holiday.name}
                onBlur={(event) => change({ name: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${shared.delete} ${holiday.name}`}
                onClick={() =>
                  setHours({ holidays: draft.hours.holidays.filter((_, other) => other !== at) })
                }
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          );
        })}
        <Button
          mt={6}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            setHours({
              holidays: [
                ...draft.hours.holidays,
                { date: new Date().toISOString().slice(0, 10), name: '', hours: [] },
              ],
            })
          }
        >
          {say.addHoliday}
        </Button>
      </Fieldset>
      <Button onClick={save}>{shared.save}</Button>
    </Stack>
  );
}

type Interval = { opens: string; closes: string };

function Intervals({
  label,
  intervals,
  onChange,
}: {
  label: string;
  intervals: Interval[];
  onChange: (next: Interval[]) => void;
}) {
  const say = useWords('team');
  const shared = useWords('shared');
  const change = (at: number, next: Partial<Interval>) =>
    onChange(intervals.map((one, other) => (other === at ? { ...one, ...next } : one)));
  return (
    <Group gap={6} mb={4}>
      <Text size="sm" w={44}>
        {label}
      </Text>
      {intervals.length === 0 && (
        <Text size="sm" className="dim">
          {say.closed}
        </Text>
      )}
      {intervals.map((interval, at) => (
        <Group key={`${interval.opens}-${interval.closes}`} gap={3} wrap="nowrap">
          <TextInput
            w={74}
            size="xs"
            aria-label={`${label} ${at + 1}`}
            value={interval.opens}
            onChange={(event) => change(at, { opens: event.currentTarget.value })}
          />
          –
          <TextInput
            w={74}
            size="xs"
            aria-label={`${label} ${at + 1} –`}
            value={interval.closes}
            onChange={(event) => change(at, { closes: event.currentTarget.value })}
          />
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`${shared.delete} ${label} ${at + 1}`}
            onClick={() => onChange(intervals.filter((_, other) => other !== at))}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={`${say.addHours} ${label}`}
        onClick={() => onChange([...intervals, { opens: '09:00', closes: '18:00' }])}
      >
        <IconPlus size={14} />
      </ActionIcon>
    </Group>
  );
}
