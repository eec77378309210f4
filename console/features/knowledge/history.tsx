import {
  Badge,
  Button,
  Drawer,
  Group,
  Loader,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Article, type ArticleDraft, type ArticleVersion, deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { TextDiff } from '../../ui/text-diff.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { usePublish } from './publish.tsx';

/** Every version of an article, what each changed, and the way back. */
export function History({
  article,
  may,
  onClose,
  onRolledBack,
}: {
  article: Pick<Article, 'id' | 'version'>;
  may: boolean;
  onClose: () => void;
  onRolledBack: (article: Article) => void;
}) {
  const say = useWords('knowledge');
  const shared = useWords('shared');
  const publish = usePublish();
  const params = { articleId: article.id };
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<'previous' | 'current'>('previous');
  const versions = useQuery({
    queryKey: ['versions', article.id, article.version],
    queryFn: async () => (await call(deskRoutes.listVersions, { params })).versions,
  });
  const all = versions.data ?? [];
  const shown = all.find((one) => one.version === chosen) ?? all[0];
  const other =
    against === 'current' ? all[0] : all.find((one) => shown && one.version < shown.version && one.content);
  const rollBack = async (toVersion: number) => {
    const rolled = await publish(
      (words) =>
        call(deskRoutes.rollBack, {
          params,
          body: { toVersion, note: say.history.back(toVersion), ...words },
        }),
      shared.saved,
    );
    if (rolled) onRolledBack(rolled);
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={say.history.title}>
      {!versions.data && <Loader m="auto" display="block" />}
      <Stack gap="md">
        <div role="listbox" aria-label={say.history.title}>
          {all.map((one) => (
            <UnstyledButton
              key={one.version}
              className="option"
              role="option"
              aria-selected={one === shown}
              onClick={() => setChosen(one.version)}
            >
              <VersionLine version={one} isNewest={one === all[0]} />
            </UnstyledButton>
          ))}
        </div>
        {shown?.content && (
          <>
            <Group justify="space-between">
              <SegmentedControl
                size="xs"
                value={against}
                onChange={(value) => setAgainst(value as typeof against)}
                data={[
                  { value: 'previous', label: say.history.previous },
                  { value: 'current', label: say.history.current },
                ]}
              />
              {may && shown !== all[0] && (
                <Button size="xs" onClick={() => rollBack(shown.version)}>
                  {say.history.rollBack(shown.version)}
                </Button>
              )}
            </Group>
            <Changes
              before={against === 'current' ? shown.content : (other?.content ?? null)}
              after={against === 'current' ? (other?.content ?? null) : shown.content}
            />
          </>
        )}
      </Stack>
    </Drawer>
  );
}

function VersionLine({ version: one, isNewest }: { version: ArticleVersion; isNewest: boolean }) {
  const say = useWords('knowledge');
  const language = useLanguage();
  return (
    <>
      <Group gap={8}>
        <Text size="sm" fw={600}>
          {say.history.version(one.version)}
        </Text>
        <Text size="sm">
          {say.history.kinds[one.kind]} · {one.by} · {dayAndClock(one.at, language)}
        </Text>
        {isNewest && (
          <Badge size="sm" variant="light" tt="none">
            {say.history.newest}
          </Badge>
        )}
        {one.content && (
          <Badge size="sm" variant="default" tt="none">
            {say.status[one.content.status]}
          </Badge>
        )}
      </Group>
      {one.note && (
        <Text size="xs" className="dim">
          {one.note}
        </Text>
      )}
      {one.overrideReason && (
        <Text size="xs" c="red.9" darkHidden>
          {say.history.overrode(one.broken.length)}: {one.overrideReason}
        </Text>
      )}
      {one.overrideReason && (
        <Text size="xs" c="red.3" lightHidden>
          {say.history.overrode(one.broken.length)}: {one.overrideReason}
        </Text>
      )}
    </>
  );
}

function Changes({ before, after }: { before: ArticleDraft | null; after: ArticleDraft | null }) {
  const say = useWords('knowledge');
  const language = useLanguage();
  const when = (at: number | null) => (at === null ? '' : dayAndClock(at, language));
  const fields: [label: string, of: (draft: ArticleDraft) => string][] = [
    [say.columns.title, (draft) => draft.title],
    [say.body, (draft) => draft.body],
    [say.phrasings, (draft) => draft.phrasings.join('\n')],
    [say.columns.status, (draft) => say.status[draft.status]],
    [say.columns.category, (draft) => draft.category],
    [say.columns.language, (draft) => draft.language],
    [say.pairKey, (draft) => draft.pairKey ?? ''],
    [say.validFrom, (draft) => when(draft.validFrom)],
    [say.validUntil, (draft) => when(draft.validUntil)],
  ];
  const changed = fields
    .map(([label, of]) => ({ label, old: before ? of(before) : '', next: after ? of(after) : '' }))
    .filter(({ old, next }) => old !== next);
  if (changed.length === 0) return <Text className="dim">{say.history.same}</Text>;
  return changed.map(({ label, old, next }) => (
    <div key={label}>
      <Text size="xs" className="dim">
        {label}
      </Text>
      <TextDiff before={old} after={next} />
    </div>
  ));
}
