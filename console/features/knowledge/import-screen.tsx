import {
  Alert,
  Button,
  Checkbox,
  FileInput,
  Group,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type ImportFormat, type ImportPreview } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { usePublish } from './publish.tsx';

const byEnding: Record<string, ImportFormat> = {
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  md: 'markdown',
  txt: 'pairs',
};
const mostShown = 200;

export function ImportScreen() {
  const say = useWords('knowledge');
  const language = useLanguage();
  const act = useAct();
  const publish = usePublish();
  const navigate = useNavigate();
  const [format, setFormat] = useState<ImportFormat>('pairs');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [skipInvalid, setSkipInvalid] = useState(false);

  const choose = (chosen: File | null) => {
    setFile(chosen);
    const ending = chosen?.name.split('.').pop()?.toLowerCase() ?? '';
    if (byEnding[ending]) setFormat(byEnding[ending]);
  };
  const read = async () => {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
    const body = { format, fileName: file?.name ?? '', contentBase64: toBase64(bytes), language };
    setPreview(await act(() => call(deskRoutes.previewImport, { body })));
  };
  const commit = async () => {
    if (!preview) return;
    const result = await publish((words) =>
      call(deskRoutes.commitImport, {
        params: { importId: preview.importId },
        body: { skipInvalid, ...words },
      }),
    );
    if (!result) return;
    await act(
      () => queries.invalidateQueries({ queryKey: ['articles'] }),
      say.imported(result.created, result.updated),
    );
    void navigate({ to: '/knowledge' });
  };
  return (
    <div className="screen">
      <Title order={1} size="h3" mb="md">
        {say.importTitle}
      </Title>
      <Stack maw={720}>
        <Select
          label={say.format}
          data={Object.entries(say.formats).map(([value, label]) => ({ value, label }))}
          value={format}
          onChange={(next) => setFormat((next ?? 'csv') as ImportFormat)}
          allowDeselect={false}
        />
        <FileInput
          label={say.file}
          value={file}
          onChange={choose}
          clearable
          accept=".csv,.tsv,.jsonl,.md,.txt"
        />
        {!file && (
          <Textarea
            label={say.paste}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={16}
            placeholder={'Q: …\nA: …'}
          />
        )}
        <Group>
          <Button onClick={read} disabled={!file && !text.trim()} variant={preview ? 'default' : 'filled'}>
            {say.preview}
          </Button>
        </Group>
      </Stack>
      {preview && (
        <Stack mt="lg">
          <Alert color={preview.invalid > 0 ? 'orange' : 'leaf'}>
            {say.rows(preview.valid, preview.invalid)} · {say.encoding} {preview.encoding}
          </Alert>
          <Group>
            {preview.invalid > 0 && (
              <Checkbox
                label={say.skipInvalid}
                checked={skipInvalid}
                onChange={(event) => setSkipInvalid(event.currentTarget.checked)}
              />
            )}
            <Button onClick={commit} disabled={preview.valid === 0 || (preview.invalid > 0 && !skipInvalid)}>
              {say.doImport}
            </Button>
          </Group>
          <Table.ScrollContainer minWidth={520}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say.row}</Table.Th>
                  <Table.Th>{say.columns.title}</Table.Th>
                  <Table.Th>{say.columns.language}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {[...preview.rows]
                  .sort((a, b) => b.problems.length - a.problems.length || a.row - b.row)
                  .slice(0, mostShown)
                  .map((row) => (
                    <Table.Tr key={row.row}>
                      <Table.Td>{row.row}</Table.Td>
                      <Table.Td>{row.article?.title}</Table.Td>
                      <Table.Td>{row.article?.language}</Table.Td>
                      <Table.Td>
                        {row.problems.length > 0
                          ? row.problems.map((problem) => (
                              <Text key={problem.field + problem.message} size="sm" c="red">
                                {problem.field}: {problem.message}
                              </Text>
                            ))
                          : row.updates
                            ? say.update
                            : say.fresh}
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
      )}
    </div>
  );
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
