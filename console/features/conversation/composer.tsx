import {
  ActionIcon,
  Button,
  FileButton,
  Group,
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
import { Assist } from './assist.tsx';
import { CardPicker, type PickedCard } from './card-picker.tsx';
import { drafts } from './drafts.ts';
import { MacroList } from './macro-list.tsx';
import { fillMacro, macrosFor } from './macros.ts';
import { Suggestions } from './suggestions.tsx';
import { uploadFile } from './upload-file.ts';
import { useOutgoing } from './use-outgoing.ts';

const mostCards = 5;

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
  const [cards, setCards] = useState<PickedCard[]>([]);
  const outgoing = useOutgoing(conversation.id);
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
    if (!said && files.length === 0 && cards.length === 0) return;
    write('');
    setFiles([]);
    setCards([]);
    await outgoing.send({
      text: said,
      attachmentIds: files.map((file) => file.attachmentId),
      cards: cards.map((card) => card.ref),
    });
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
  function addCard(card: PickedCard) {
    setCards((all) =>
      all.length < mostCards && !all.some((one) => one.name === card.name) ? [...all, card] : all,
    );
    input.current?.focus();
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
      {outgoing.unsent.map((one) => (
        <Group key={one.clientMessageId} justify="flex-end" gap={6}>
          <Text size="sm" lineClamp={2} maw="70%">
            {one.text}
          </Text>
          {one.failed ? (
            <UnstyledButton onClick={() => outgoing.deliver(one)}>
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
      {mayReply && mode === 'reply' && (
        <>
          <Suggestions conversation={conversation} onUse={insert} />
          <Assist conversation={conversation} text={text} onWrite={insert} />
        </>
      )}
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
        <MacroList macros={offered} picked={picked} language={conversation.language} onPick={insertMacro} />
      )}
      {(files.length > 0 || cards.length > 0) && (
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
          {cards.map((card) => (
            <Pill
              key={card.name}
              withRemoveButton
              onRemove={() => setCards((all) => all.filter((one) => one !== card))}
            >
              {card.name}
            </Pill>
          ))}
        </Group>
      )}
      <Group gap={8} align="flex-end" wrap="nowrap">
        {!noting && (
          <Group gap={0} wrap="nowrap">
            <FileButton onChange={addFile}>
              {(props) => (
                <ActionIcon {...props} variant="subtle" color="gray" size={38} aria-label={say.attach}>
                  <IconPaperclip size={20} />
                </ActionIcon>
              )}
            </FileButton>
            <CardPicker conversation={conversation} onPick={addCard} />
          </Group>
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
