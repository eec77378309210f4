import { Badge, Button, Group, Loader, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes, type Gap } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { type LanguageChoice, LanguageFilter } from '../../ui/language-filter.tsx';
import { ago } from '../../ui/time.ts';
import { GapDetailView } from './gap-detail.tsx';
import { LearningHead } from './learning-head.tsx';

type View = 'open' | 'decided' | 'ignored';
const views: View[] = ['open', 'decided', 'ignored'];
const pageSize = 50;

/** Groups of questions the knowledge failed at, and what is done about each. */
export function GapsScreen() {
  const say = useWords('gaps');
  const shared = useWords('shared');
  const navigate = useNavigate();
  const { gapId } = useParams({ strict: false }) as { gapId?: string };
  const [view, setView] = useState<View>('open');
  const [language, setLanguage] = useState<LanguageChoice>('all');
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const [q] = useDebouncedValue(typed.trim(), 200);
  const wanted = { view, q, limit, ...(language === 'all' ? {} : { language }) };
  const found = useQuery({
    queryKey: keys.gaps(wanted),
    queryFn: () => call(deskRoutes.listGaps, { query: wanted }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const gaps = found.data?.gaps ?? [];
  const open = (id: string) => navigate({ to: '/learning/gaps/$gapId', params: { gapId: id } });
  const step = (by: number) => {
    const at = gaps.findIndex((one) => one.id === gapId);
    const next = gaps[Math.max(0, Math.min(gaps.length - 1, at + by))];
    if (next) void open(next.id);
  };
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ]);
  return (
    <div className="screen">
      <LearningHead place="gaps" />
      <div className={`pair${gapId ? ' reading' : ''}`}>
        <section aria-label={say.places.gaps}>
          <Text className="dim" size="sm" mb="sm">
            {say.explain}
          </Text>
          <SegmentedControl
            aria-label={say.places.gaps}
            fullWidth
            mb="sm"
            value={view}
            onChange={(next) => setView(next as View)}
            data={views.map((one) => ({
              value: one,
              label: `${say.views[one]} ${found.data?.counts[one] ?? ''}`,
            }))}
          />
          <Group gap="sm" mb="sm">
            <TextInput
              style={{ flex: 1, minWidth: 140 }}
              placeholder={shared.search}
              aria-label={shared.search}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <LanguageFilter value={language} onChange={setLanguage} />
          </Group>
          {found.isPending && <Loader m="auto" display="block" />}
          {found.data && gaps.length === 0 && (
            <Text className="dim">
              {q ? shared.nothingFound : view === 'open' ? say.empty : say.emptyDecided}
            </Text>
          )}
          {gaps.map((gap) => (
            <GapRow key={gap.id} gap={gap} isOpen={gap.id === gapId} />
          ))}
          {(found.data?.total ?? 0) > gaps.length && (
            <Button variant="subtle" fullWidth mt="sm" onClick={() => setLimit(limit + pageSize)}>
              {gaps.length} / {found.data?.total}
            </Button>
          )}
          <Text size="xs" className="dim" mt="md">
            {say.keys}
          </Text>
        </section>
        <section aria-live="polite" className="side">
          {gapId ? (
            <>
              <Button
                component={Link}
                to="/learning/gaps"
                variant="subtle"
                size="compact-sm"
                className="only-phone"
                leftSection={<IconArrowLeft size={16} />}
                mb="sm"
              >
                {shared.back}
              </Button>
              <GapDetailView key={gapId} gapId={gapId} />
            </>
          ) : (
            gaps.length > 0 && <div className="empty">{say.choose}</div>
          )}
        </section>
      </div>
    </div>
  );
}

function GapRow({ gap, isOpen }: { gap: Gap; isOpen: boolean }) {
  const say = useWords('gaps');
  const language = useLanguage();
  return (
    <Link
      to="/learning/gaps/$gapId"
      params={{ gapId: gap.id }}
      className="row"
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className="name">{gap.question}</span>
      <span className="meta">{say.count(gap.count)}</span>
      <span className="meta" style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Trend weeks={gap.weeks} />
        {gap.languages.map((one) => (one === 'zh' ? '中' : 'En')).join(' ')}
        {gap.status !== 'open' && (
          <Badge size="sm" variant="default" tt="none">
            {say.status[gap.status]}
          </Badge>
        )}
        {gap.sinceDecision > 0 && gap.status !== 'ignored' && (
          <Badge size="sm" color="orange.9" tt="none">
            {say.since(gap.sinceDecision)}
          </Badge>
        )}
      </span>
      <span className="meta">{ago(gap.lastAt, Date.now(), language)}</span>
    </Link>
  );
}

/** Eight weeks as eight bars. */
export function Trend({ weeks }: { weeks: number[] }) {
  const say = useWords('gaps');
  const most = Math.max(1, ...weeks);
  return (
    <svg width="50" height="16" role="img" aria-label={say.trend(weeks)} style={{ flex: 'none' }}>
      <title>{say.trend(weeks)}</title>
      {weeks.map((count, at) => {
        const height = count === 0 ? 1 : Math.max(3, (count / most) * 15);
        return (
          <rect
            key={at}
            x={at * 6}
            y={16 - height}
            width="4.5"
            height={height}
            rx="1"
            fill={at === weeks.length - 1 ? 'var(--mantine-color-leaf-6)' : 'var(--dim)'}
          />
        );
      })}
    </svg>
  );
}
