import {
  ActionIcon,
  Button,
  FileButton,
  Group,
  Paper,
  Pill,
  SegmentedControl,
  Text,
  Textarea,
  UnstyledButton,
} from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import {
  type Attachment,
  type Conversation,
  deskRoutes,
  fileLimitBytes,
  textLimit,
} from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useMe } from '../../app/me.ts';
import { keys } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';
import { send as sendLive } from '../../live/live.ts';
import { drafts } from './drafts.ts';
import { fillMacro, macrosFor } from './macros.ts';
import { Suggestions } from './suggestions.tsx';
import { uploadFile } from './upload-file.ts';

type Pending = { clientMessageId: string; text: string; attachmentIds: string[]; failed: boolean };

/** Where an agent answers or takes a note. Without the right to speak, it says who has it. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const say = useWords('conversation');
  const shared = useWords('shared');
  const act = useAct();
  const me = useMe().data?.agent;
  const input = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<'reply' | 'note'>('reply');
  const [text, setText] = useState(drafts.get(conversation.id));
  const [files, setFiles] = useState<Attachment[]>([]);
  const [pending, setPending] = useState<Pending[]>([]);
  const [picked, setPicked] = useState(0);
  const typingAt = useRef(0);
  const macros =
    useQuery({ queryKey: keys.macros, queryFn: async () => (await call(deskRoutes.listMacros)).macros })
      .data ?? [];
  const mayReply = conversation.agentId === me?.id && conversation.status !== 'resolved';
  const noting = mode === 'note' || !mayReply;
  const offered = noting ? null : macrosFor(text, macros);

  useHotkeys([
    ['r', () => focus('reply')],
    ['n', () => focus('note')],
  ]);
  function focus(next: 'reply' | 'note') {
    setMode(next);
    input.current?.focus();
  }
  function write(next: string) {
    setText(next);
    setPicked(0);
    drafts.set(conversation.id, next);
    if (!noting && Date.now() - typingAt.current > 2500) {
      typingAt.current = Date.now();
      sendLive({ type: 'typing', conversationId: conversation.id, on: true });
    }
  }
  function insert(next: string) {
    write(next);
    input.current?.focus();
  }
  async function submit() {
    const said = text.trim();
    if (text.length > textLimit) return;
    if (noting) {
      if (
        said &&
        (await act(() =>
          call(deskRoutes.addNote, { params: { conversationId: conversation.id }, body: { text: said } }),
        ))
      )
        write('');
      return;
    }
    if (!said && files.length === 0) return;
    const one: Pending = {
      clientMessageId: `a_${crypto.randomUUID()}`,
      text: said,
      attachmentIds: files.map((file) => file.attachmentId),
      failed: false,
    };
    setPending((all) => [...all, one]);
    write('');
    setFiles([]);
    await deliver(one);
  }
  async function deliver(one: Pending) {
    setPending((all) =>
      all.map((other) =>
        other.clientMessageId === one.clientMessageId ? { ...other, failed: false } : other,
      ),
    );
    const { failed: _, ...body } = one;
    const sent = await act(() =>
      call(deskRoutes.sendMessage, { params: { conversationId: conversation.id }, body }),
    );
    setPending((all) =>
      sent
        ? all.filter((other) => other.clientMessageId !== one.clientMessageId)
        : all.map((other) =>
            other.clientMessageId === one.clientMessageId ? { ...other, failed: true } : other,
          ),
    );
  }
  async function addFile(file: File | null) {
    if (!file) return;
    if (file.size > fileLimitBytes) {
      await act(() => Promise.reject(new Error(shared.problem.file_too_large)));
      return;
    }
    const attachment = await act(() => uploadFile(file));
    if (attachment) setFiles((all) => [...all, attachment]);
  }
  function insertMacro(at: number) {
    const macro = offered?.[at];
    if (macro && me)
      insert(
        fillMacro(macro, conversation.language, { customer: conversation.customerName, agent: me.name }),
      );
  }
  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (offered && offered.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setPicked((at) => (at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        insertMacro(picked);
        return;
      }
    }
    if (event.key === 'Escape') input.current?.blur();
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  }

  const holder = mayReply
    ? null
    : conversation.status === 'resolved'
      ? say.ended
      : conversation.agentName
        ? say.withOther(conversation.agentName)
        : conversation.status === 'queued'
          ? say.withNobody
          : say.withAi;
  return (
    <div className={`composer${noting ? ' noting' : ''}`}>
      {pending.map((one) => (
        <Group key={one.clientMessageId} justify="flex-end" gap={6}>
          <Text size="sm" lineClamp={2} maw="70%">
            {one.text}
          </Text>
          {one.failed ? (
            <UnstyledButton onClick={() => deliver(one)}>
              <Text size="xs" c="red">
                {say.failed}
              </Text>
            </UnstyledButton>
          ) : (
            <Text size="xs" className="dim">
              {say.sending}
            </Text>
          )}
        </Group>
      ))}
      {mayReply && mode === 'reply' && <Suggestions conversation={conversation} onUse={insert} />}
      <Group justify="space-between" mb={6}>
        {mayReply ? (
          <SegmentedControl
            size="xs"
            value={mode}
            onChange={(next) => setMode(next as 'reply' | 'note')}
            data={[
              { value: 'reply', label: say.reply },
              { value: 'note', label: say.noteTab },
            ]}
          />
        ) : (
          <Text size="sm" role="status">
            {holder}
          </Text>
        )}
        {text.length > textLimit * 0.9 && (
          <Text size="xs" c={text.length > textLimit ? 'red' : undefined}>
            {text.length} / {textLimit}
          </Text>
        )}
      </Group>
      {offered && (
        <Paper
          withBorder
          p={6}
          mb={6}
          role="listbox"
          aria-label={shared.macros}
          mah={220}
          style={{ overflow: 'auto' }}
        >
          {offered.length === 0 && (
            <Text size="sm" className="dim">
              {say.macrosEmpty}
            </Text>
          )}
          {offered.map((macro, at) => (
            <UnstyledButton
              key={macro.id}
              role="option"
              aria-selected={at === picked}
              onClick={() => insertMacro(at)}
              p={6}
              display="block"
              w="100%"
              style={{ borderRadius: 6, background: at === picked ? 'var(--mine)' : undefined }}
            >
              <Text size="sm">
                <b>/{macro.shortcut}</b> {macro.title[conversation.language]}
              </Text>
              <Text size="xs" className="dim" lineClamp={1}>
                {macro.body[conversation.language]}
              </Text>
            </UnstyledButton>
          ))}
        </Paper>
      )}
      {files.length > 0 && (
        <Group gap={6} mb={6}>
          {files.map((file) => (
            <Pill
              key={file.attachmentId}
              withRemoveButton
              onRemove={() => setFiles((all) => all.filter((one) => one !== file))}
            >
              {file.name}
            </Pill>
          ))}
        </Group>
      )}
      <Group gap={8} align="flex-end" wrap="nowrap">
        {!noting && (
          <FileButton onChange={addFile}>
            {(props) => (
              <ActionIcon {...props} variant="subtle" color="gray" size={38} aria-label={say.attach}>
                <IconPaperclip size={20} />
              </ActionIcon>
            )}
          </FileButton>
        )}
        <Textarea
          ref={input}
          flex={1}
          autosize
          minRows={1}
          maxRows={8}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKey}
          onPaste={(event) => {
            for (const file of event.clipboardData.files) void addFile(file);
          }}
          onDrop={(event) => {
            event.preventDefault();
            for (const file of event.dataTransfer.files) void addFile(file);
          }}
          placeholder={noting ? say.noteHint : say.replyHint}
          aria-label={noting ? say.noteTab : say.reply}
          error={text.length > textLimit ? say.tooLong : undefined}
        />
        <Button
          onClick={submit}
          color={noting ? 'yellow.9' : undefined}
          rightSection={<IconSend2 size={16} />}
        >
          {noting ? say.addNote : say.send}
        </Button>
      </Group>
    </div>
  );
}
