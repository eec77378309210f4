import { Button, Group, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Conversation, deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';
import { plain } from './plain.ts';

/** Articles that fit the customer's last words, one click from the composer. */
export function Suggestions({
  conversation,
  onUse,
}: {
  conversation: Conversation;
  onUse: (text: string) => void;
}) {
  const say = useWords('conversation');
  const found = useQuery({
    queryKey: keys.suggestions(conversation.id, conversation.customerSeq),
    queryFn: async () =>
      (await call(deskRoutes.suggestAnswers, { params: { conversationId: conversation.id } })).suggestions,
    enabled: conversation.unanswered > 0 || conversation.agentAnsweredAt === null,
  });
  if (!found.data?.length) return null;
  return (
    <Group gap={6} mb={8}>
      <Text size="xs" className="dim">
        {say.suggested}
      </Text>
      {found.data.map(({ source, body, confidence }) => (
        <Tooltip key={source.articleId} label={body} multiline w={360} openDelay={300}>
          <Button size="compact-xs" variant="light" onClick={() => onUse(plain(body))}>
            {source.title} · {Math.round(confidence * 100)} %
          </Button>
        </Tooltip>
      ))}
    </Group>
  );
}
