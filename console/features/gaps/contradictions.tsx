import { Anchor, Card, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';

/** Beside an article: where it was found to say something else than another one. */
export function Contradictions({ articleId }: { articleId: string }) {
  const say = useWords('gaps');
  const wanted = { view: 'decided' as const, articleId };
  const found = useQuery({
    queryKey: keys.gaps(wanted),
    queryFn: () => call(deskRoutes.listGaps, { query: wanted }),
  });
  const marked = found.data?.gaps.filter((one) => one.status === 'contradiction') ?? [];
  if (marked.length === 0) return null;
  return (
    <Card withBorder>
      <Text size="sm" fw={500}>
        {say.contradicts}
      </Text>
      {marked.map((one) => (
        <div key={one.id}>
          <Anchor component={Link} to={`/learning/gaps/${one.id}`} size="sm">
            {one.question}
          </Anchor>
          {one.note && (
            <Text size="xs" className="dim">
              {one.note}
            </Text>
          )}
        </div>
      ))}
    </Card>
  );
}
