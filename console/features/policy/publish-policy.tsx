import { Button, Stack, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { deskRoutes, type PolicyVersion } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';

/** Asks why, then puts a version into force; refused when another came into force meanwhile. */
export function askToPublish(version: PolicyVersion, inForce: number, title: string): void {
  modals.open({ title, children: <PublishForm version={version} inForce={inForce} /> });
}

function PublishForm({ version, inForce }: { version: PolicyVersion; inForce: number }) {
  const say = useWords('policy');
  const act = useAct();
  const [note, setNote] = useState(version.status === 'draft' ? version.note : '');
  const publish = async () => {
    const done = await act(
      () =>
        call(deskRoutes.publishPolicy, {
          params: { version: String(version.version) },
          body: { note, inForce },
        }),
      say.published,
    );
    await queries.invalidateQueries({ queryKey: keys.policies });
    if (done) modals.closeAll();
  };
  return (
    <Stack>
      <Textarea
        label={say.note}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      <Button onClick={publish} disabled={note.trim() === ''}>
        {say.publish}
      </Button>
    </Stack>
  );
}
