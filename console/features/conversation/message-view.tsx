import { Anchor, Badge, Modal, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFile, IconSparkles } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Attachment, Card, Entry } from '../../../contract/index.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { clock } from '../../ui/time.ts';
import { FeltMark } from './feelings-line.tsx';

type Message = Extract<Entry, { type: 'message.sent' }>;

/** A feeling is marked from this strength on; hints would only clutter. */
const plainly = 2;
const WhyDrawer = lazy(async () => ({ default: (await import('../why/why-drawer.tsx')).WhyDrawer }));

/** One message: plainly the customer's, the AI's or a person's. */
export function MessageView({ entry, seen }: { entry: Message; seen: boolean }) {
  const say = useWords('conversation');
  const language = useLanguage();
  const { from, text, attachments, cards, sources, choices, feeling } = entry.body;
  const ours = from.kind !== 'customer';
  const who =
    from.kind === 'agent'
      ? from.name
      : from.kind === 'ai'
        ? say.ai
        : from.kind === 'customer'
          ? from.name || say.customer
          : '';
  return (
    <div className={`said${ours ? ' ours' : ''} ${from.kind}`}>
      <div className="by">
        {from.kind === 'ai' && <IconSparkles size={14} aria-hidden />}
        <b>{who}</b> <time>{clock(entry.at, language)}</time>
        {from.kind === 'agent' && seen && <span>{say.seen}</span>}
        {feeling && feeling.strength >= plainly && (
          <span>
            <FeltMark emotion={feeling.emotion} /> {say.feeling(feeling.emotion, feeling.strength)}
          </span>
        )}
        {entry.body.turn && <WhyButton entry={entry} />}
      </div>
      {text && <div className={ours ? 'text rich' : 'text'}>{ours ? <RichText text={text} /> : text}</div>}
      {attachments.map((file) => (
        <FileView key={file.attachmentId} file={file} />
      ))}
      {cards.map((card) => (
        <CardView key={card.title} card={card} />
      ))}
      {sources.map((source) => (
        <Text key={source.articleId} size="xs">
          {say.source}:{' '}
          <Anchor component={Link} to={`/knowledge/${source.articleId}`}>
            {source.title}
          </Anchor>
        </Text>
      ))}
      {choices.length > 0 && (
        <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
          {choices.map((choice) => (
            <Badge key={choice.label} variant="default" tt="none" fw={400}>
              {choice.label}
            </Badge>
          ))}
        </div>
      )}
    </div>
  );
}

function CardView({ card }: { card: Card }) {
  return (
    <div className="sent-card">
      {card.pictureUrl && <img src={card.pictureUrl} alt="" width={44} height={44} />}
      <div>
        <Text size="sm" fw={600}>
          {card.title}
        </Text>
        <Text size="xs" className="dim">
          {card.kind === 'product' ? card.price : `${card.status} · ${card.total}`}
        </Text>
      </div>
    </div>
  );
}

export function FileView({ file }: { file: Attachment }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!/^image\/(png|jpeg|gif|webp)$/.test(file.mediaType)) {
    return (
      <Anchor
        href={file.url}
        download={file.name}
        size="sm"
        style={{ display: 'flex', gap: 6, alignItems: 'center' }}
      >
        <IconFile size={16} /> {file.name}
      </Anchor>
    );
  }
  return (
    <>
      <UnstyledButton onClick={open} aria-label={file.name}>
        <img className="picture" src={file.url} alt={file.name} loading="lazy" />
      </UnstyledButton>
      <Modal opened={isOpen} onClose={close} size="xl" title={file.name}>
        <img src={file.url} alt={file.name} style={{ maxWidth: '100%' }} />
      </Modal>
    </>
  );
}

/** The way to what the AI saw and weighed in this turn. */
function WhyButton({ entry }: { entry: Message }) {
  const say = useWords('conversation');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Anchor component="button" type="button" size="xs" onClick={open}>
        {say.why}
      </Anchor>
      {isOpen && (
        <Suspense>
          <WhyDrawer entry={entry} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
