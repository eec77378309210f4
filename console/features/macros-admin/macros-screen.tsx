import {
  ActionIcon,
  Button,
  Group,
  SimpleGrid,
  Stack,
  Table,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskRoutes, type Macro } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { mayTalk, useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

const blank: Omit<Macro, 'id'> = { shortcut: '', title: { zh: '', en: '' }, body: { zh: '', en: '' } };
const reload = () => queries.invalidateQueries({ queryKey: keys.macros });

export function MacrosScreen() {
  const shared = useWords('shared');
  const language = useLanguage();
  const act = useAct();
  const may = mayTalk(useMe().data?.agent.role ?? 'editor');
  const macros =
    useQuery({ queryKey: keys.macros, queryFn: async () => (await call(deskRoutes.listMacros)).macros })
      .data ?? [];
  const edit = (macro: Macro | null) =>
    modals.open({
      title: macro ? `/${macro.shortcut}` : shared.create,
      size: 'lg',
      children: <MacroForm macro={macro} />,
    });
  const remove = (macro: Macro) =>
    modals.openConfirmModal({
      title: `${shared.delete} /${macro.shortcut}?`,
      labels: { confirm: shared.delete, cancel: shared.cancel },
      confirmProps: { color: 'red.9' },
      onConfirm: async () => {
        await act(() => call(deskRoutes.deleteMacro, { params: { macroId: macro.id } }), shared.deleted);
        await reload();
      },
    });
  return (
    <div className="screen">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h3">
          {shared.macros}
        </Title>
        {may && <Button onClick={() => edit(null)}>{shared.create}</Button>}
      </Group>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Tbody>
            {macros.map((macro) => (
              <Table.Tr key={macro.id}>
                <Table.Td>
                  <code>/{macro.shortcut}</code>
                </Table.Td>
                <Table.Td fw={600} style={{ whiteSpace: 'nowrap' }}>
                  {macro.title[language]}
                </Table.Td>
                <Table.Td>{macro.body[language]}</Table.Td>
                <Table.Td>
                  {may && (
                    <Group gap={4} wrap="nowrap">
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        onClick={() => edit(macro)}
                        aria-label={`${shared.edit} /${macro.shortcut}`}
                      >
                        <IconPencil size={18} />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        onClick={() => remove(macro)}
                        aria-label={`${shared.delete} /${macro.shortcut}`}
                      >
                        <IconTrash size={18} />
                      </ActionIcon>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function MacroForm({ macro }: { macro: Macro | null }) {
  const shared = useWords('shared');
  const act = useAct();
  const [draft, setDraft] = useState<Omit<Macro, 'id'>>(macro ?? blank);
  const save = async () => {
    const body = { shortcut: draft.shortcut, title: draft.title, body: draft.body };
    const saved = await act(
      () =>
        macro
          ? call(deskRoutes.updateMacro, { params: { macroId: macro.id }, body })
          : call(deskRoutes.createMacro, { body }),
      shared.saved,
    );
    if (!saved) return;
    await reload();
    modals.closeAll();
  };
  return (
    <Stack>
      <TextInput
        label="/"
        description="a-z 0-9 - _  ·  {customer} {agent}"
        value={draft.shortcut}
        onChange={(event) => setDraft({ ...draft, shortcut: event.currentTarget.value })}
        data-autofocus
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(['zh', 'en'] as const).map((one) => (
          <Stack key={one} gap="xs">
            <TextInput
              label={one === 'zh' ? shared.chinese : shared.english}
              value={draft.title[one]}
              onChange={(event) =>
                setDraft({ ...draft, title: { ...draft.title, [one]: event.currentTarget.value } })
              }
            />
            <Textarea
              aria-label={one === 'zh' ? shared.chinese : shared.english}
              autosize
              minRows={4}
              value={draft.body[one]}
              onChange={(event) =>
                setDraft({ ...draft, body: { ...draft.body, [one]: event.currentTarget.value } })
              }
            />
          </Stack>
        ))}
      </SimpleGrid>
      <Button onClick={save}>{shared.save}</Button>
    </Stack>
  );
}
