import { Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';
import { cost } from './model-usage.tsx';

/** What the model has cost in this conversation; nothing where it was never asked. */
export function ConversationCost({ conversationId, seq }: { conversationId: string; seq: number }) {
  const say = useWords('model');
  const usage = useQuery({
    queryKey: keys.conversationModelUsage(conversationId, seq),
    queryFn: () => call(deskRoutes.getConversationModelUsage, { params: { conversationId } }),
  });
  const { total, currency, calls } = usage.data ?? {};
  if (!total || !currency || total.calls === 0) return null;
  const lines = calls
    ?.slice(0, 8)
    .map(
      (one) =>
        `${say.purposes[one.purpose] ?? one.purpose} · ${one.model} · ${one.durationMs} ms · ${one.outcome}`,
    )
    .join('\n');
  return (
    <Tooltip label={lines} multiline style={{ whiteSpace: 'pre-line' }}>
      <Text size="xs" className="dim" tabIndex={0}>
        {say.conversationCost}: {cost(total.cost, currency)} · {say.callsOf(total.calls, total.failed)}
      </Text>
    </Tooltip>
  );
}
