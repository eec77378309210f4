import { ActionIcon, Anchor, Button, Group, Menu, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconLanguage, IconSparkles, IconWand, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Conversation, deskRoutes, type RouteResponse } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useMe } from '../../app/me.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { fillMacro } from './macros.ts';
import { plain } from './plain.ts';

type Replies = RouteResponse<typeof deskRoutes.suggestReplies>['replies'];
const tones = ['shorter', 'friendlier', 'formal'] as const;

/**
 * What the engine does for whoever writes: a summary, replies to choose from, another tone, the other language. Nothing
 * is sent by itself. What needs a model is only there when there is one.
 */
export function Assist({
  conversation,
  text,
  onWrite,
}: {
  conversation: Conversation;
  text: string;
  onWrite: (text: string) => void;
}) {
  const say = useWords('model').assist;
  const act = useAct();
  const language = useLanguage();
  const me = useMe().data?.agent;
  const [busy, setBusy] = useState(false);
  const [summary, setSummary] = useState('');
  const [replies, setReplies] = useState<Replies | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const status = useQuery({
    queryKey: keys.modelStatus,
    queryFn: async () => (await call(deskRoutes.getModelStatus)).on,
  });
  const params = { conversationId: conversation.id };
  async function work<T>(ask: () => Promise<T>, take: (result: T) => void) {
    setBusy(true);
    const result = await act(ask);
    setBusy(false);
    if (result) take(result);
    await queries.invalidateQueries({ queryKey: ['model', 'conversation', conversation.id] });
  }
  const replace = ({ text: next }: { text: string }) => {
    setBefore(text);
    onWrite(next);
  };
  const rewrite = (tone: (typeof tones)[number]) =>
    work(() => call(deskRoutes.rewriteText, { params, body: { text, tone } }), replace);
  const translate = (to: 'zh' | 'en') =>
    work(() => call(deskRoutes.translateText, { params, body: { text, to } }), replace);
  const suggest = () =>
    work(
      () => call(deskRoutes.suggestReplies, { params }),
      (found) => setReplies(found.replies),
    );
  const summarise = () =>
    work(
      () => call(deskRoutes.summariseConversation, { params, body: { language } }),
      (found) => setSummary(found.text),
    );
  const filled = (reply: Replies[number]) =>
    reply.from === 'macro' && me
      ? fillMacro(
          { id: '', shortcut: '', title: { zh: '', en: '' }, body: { zh: reply.text, en: reply.text } },
          conversation.language,
          { customer: conversation.customerName, agent: me.name },
        )
      : plain(reply.text);
  const small = { size: 'compact-xs', variant: 'subtle', color: 'gray' } as const;
  return (
    <div>
      {summary && (
        <Box label={say.summary} onClose={() => setSummary('')}>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {summary}
          </Text>
        </Box>
      )}
      {replies && (
        <Box label={say.replies} onClose={() => setReplies(null)}>
          {replies.length === 0 && (
            <Text size="sm" className="dim">
              {say.none}
            </Text>
          )}
          {replies.map((reply) => (
            <UnstyledButton
              key={reply.text}
              className="suggested"
              onClick={() => {
                onWrite(filled(reply));
                setReplies(null);
              }}
            >
              <Text size="sm" lineClamp={4} component="span">
                {filled(reply)}
              </Text>
              <Text size="xs" className="dim" component="span" display="block">
                {say.from[reply.from]}
                {reply.sources[0] ? ` · ${reply.sources[0].title}` : ''}
              </Text>
            </UnstyledButton>
          ))}
        </Box>
      )}
      <Group gap={4} mb={6} aria-busy={busy}>
        <Button {...small} leftSection={<IconSparkles size={14} />} onClick={suggest} disabled={busy}>
          {say.replies}
        </Button>
        {status.data && (
          <>
            <Button {...small} onClick={summarise} disabled={busy}>
              {say.summary}
            </Button>
            <Menu position="top-start">
              <Menu.Target>
                <Button {...small} leftSection={<IconWand size={14} />} disabled={busy || !text.trim()}>
                  {say.improve}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {tones.map((tone) => (
                  <Menu.Item key={tone} onClick={() => rewrite(tone)}>
                    {say[tone]}
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Item leftSection={<IconLanguage size={14} />} onClick={() => translate('en')}>
                  {say.toEnglish}
                </Menu.Item>
                <Menu.Item leftSection={<IconLanguage size={14} />} onClick={() => translate('zh')}>
                  {say.toChinese}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
        {before !== null && text && (
          <Button
            {...small}
            onClick={() => {
              onWrite(before);
              setBefore(null);
            }}
          >
            {say.undo}
          </Button>
        )}
        {busy && (
          <Text size="xs" className="dim" role="status">
            {say.working}
          </Text>
        )}
        {status.data === false && me?.role === 'owner' && (
          <Text size="xs" className="dim">
            {say.hint} ·{' '}
            <Anchor component={Link} to="/settings/model" inherit>
              {say.set}
            </Anchor>
          </Text>
        )}
      </Group>
    </div>
  );
}

function Box({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const say = useWords('model').assist;
  return (
    <Paper
      withBorder
      p="xs"
      mb={8}
      component="section"
      aria-label={label}
      mah={320}
      style={{ overflow: 'auto' }}
    >
      <Group justify="space-between" mb={4}>
        <Text size="xs" fw={650}>
          {label}
        </Text>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={say.close} onClick={onClose}>
          <IconX size={14} />
        </ActionIcon>
      </Group>
      <Stack gap={6}>{children}</Stack>
    </Paper>
  );
}
