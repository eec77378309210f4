import { ActionIcon, Badge, Button, FileButton, Group, Loader, Table, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskRoutes, type GoldenQuestion } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { type LanguageChoice, LanguageFilter } from '../../ui/language-filter.tsx';
import { LearningHead } from '../gaps/learning-head.tsx';
import { RightMark } from './article-golden.tsx';
import { GoldenForm } from './golden-form.tsx';

/** All golden questions, each asked now. */
export function GoldenScreen() {
  const say = useWords('golden');
  const shared = useWords('shared');
  const language = useLanguage();
  const act = useAct();
  const [only, setOnly] = useState<LanguageChoice | 'wrong'>('all');
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: keys.golden('all'),
    queryFn: () => call(deskRoutes.listGoldenQuestions, {}),
    staleTime: 0,
  });
  const edit = (initial: Parameters<typeof GoldenForm>[0]['initial']) => {
    const modalId = modals.open({
      title: initial.id ? say.change : say.write,
      children: <GoldenForm initial={initial} onDone={() => modals.close(modalId)} />,
    });
  };
  const remove = (one: GoldenQuestion) =>
    modals.openConfirmModal({
      title: say.remove,
      children: <Text size="sm">{one.question}</Text>,
      labels: { confirm: shared.delete, cancel: shared.cancel },
      confirmProps: { color: 'red.9' },
      onConfirm: async () => {
        await act(
          () => call(deskRoutes.deleteGoldenQuestion, { params: { goldenId: one.id } }),
          shared.deleted,
        );
        await queries.invalidateQueries({ queryKey: ['golden'] });
      },
    });
  const bring = async (file: File | null) => {
    if (!file) return;
    const contentBase64 = btoa(
      Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''),
    );
    const result = await act(() =>
      call(deskRoutes.importGoldenQuestions, { body: { contentBase64, language } }),
    );
    if (!result) return;
    await act(
      () => queries.invalidateQueries({ queryKey: ['golden'] }),
      say.imported(result.created, result.updated),
    );
  };
  const rows = (found.data?.questions ?? []).filter(
    (one) =>
      (only === 'all' || (only === 'wrong' ? !one.now.right : one.language === only)) &&
      one.question.toLowerCase().includes(q.toLowerCase()),
  );
  return (
    <div className="screen">
      <LearningHead place="golden">
        <FileButton onChange={bring} accept=".csv,.tsv,.txt">
          {(props) => (
            <Button variant="default" {...props}>
              {say.bring}
            </Button>
          )}
        </FileButton>
        <Button onClick={() => edit({ question: '', language, expectedArticleId: null })}>{say.write}</Button>
      </LearningHead>
      <Text className="dim" mb="sm" maw={720}>
        {say.explain}
      </Text>
      {found.data && found.data.total > 0 && (
        <Text fw={600} mb="md" role="status">
          {say.standing(found.data.right, found.data.total)}
        </Text>
      )}
      <Group mb="md" gap="sm">
        <TextInput
          placeholder={shared.search}
          aria-label={shared.search}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <LanguageFilter value={only} onChange={setOnly} also={[{ value: 'wrong', label: say.wrong }]} />
      </Group>
      {found.isPending && <Loader m="auto" display="block" />}
      {found.data && rows.length === 0 && <Text className="dim">{q ? shared.nothingFound : say.empty}</Text>}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={36} aria-label={say.right} />
                <Table.Th>{say.question}</Table.Th>
                <Table.Th>{say.expected}</Table.Th>
                <Table.Th>{say.now}</Table.Th>
                <Table.Th aria-label={shared.actions} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>
                    <RightMark right={one.now.right} />
                  </Table.Td>
                  <Table.Td>
                    {one.question}
                    {one.note && (
                      <Text size="xs" className="dim">
                        {one.note}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {one.expectedArticleId ? (
                      (one.expectedTitle ?? <Text className="dim">{say.gone}</Text>)
                    ) : (
                      <Badge variant="default" tt="none">
                        {say.mustNot}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" className={one.now.right ? 'dim' : ''}>
                      {one.now.title ?? say.actions[one.now.action] ?? one.now.action} ·{' '}
                      {Math.round(one.now.confidence * 100)} %
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <Button size="compact-sm" variant="subtle" onClick={() => edit(one)}>
                        {shared.edit}
                      </Button>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={`${shared.delete}: ${one.question}`}
                        onClick={() => remove(one)}
                      >
                        <IconTrash size={16} />
                      </ActionIcon>
                    </Group>
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
