import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deskRoutes, type HandOffMark, handOffMark } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { mayManage, useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';

/** Supervisors say whether the hand-off came rightly; the policy is measured on that. Pressed again, the mark goes. */
export function MarkHandOff({ conversationId }: { conversationId: string }) {
  const role = useMe().data?.agent.role;
  return role && mayManage(role) ? <Marks conversationId={conversationId} /> : null;
}

function Marks({ conversationId }: { conversationId: string }) {
  const say = useWords('policy');
  const act = useAct();
  const params = { conversationId };
  const found = useQuery({
    queryKey: keys.handOffMark(conversationId),
    queryFn: () => call(deskRoutes.getHandOffMark, { params }),
  });
  const set = async (mark: HandOffMark | null) => {
    const marked = await act(() => call(deskRoutes.markHandOff, { params, body: { mark } }));
    if (marked) queries.setQueryData(keys.handOffMark(conversationId), marked);
  };
  const mark = found.data?.mark ?? null;
  return (
    <Group gap="xs" justify="center" py={6} style={{ borderTop: '1px solid var(--line)' }}>
      <Text size="sm" className="dim">
        {say.mark}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={say.mark}
        value={mark ?? '-'}
        onChange={(value) => set(value === '-' ? null : (value as HandOffMark))}
        data={[
          { value: '-', label: '–' },
          ...handOffMark.options.map((value) => ({ value, label: say.marks[value] })),
        ]}
      />
      {found.data?.by && (
        <Text size="xs" className="dim">
          {say.markedBy(found.data.by)}
        </Text>
      )}
    </Group>
  );
}
