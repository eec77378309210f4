import { Anchor, Badge, Card, Drawer, Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys } from '../../app/queries.ts';
import { useWords } from '../../app/use-words.ts';

/** Pairs of articles that may be one, or may contradict each other. */
export function NearDuplicates({ onClose }: { onClose: () => void }) {
  const say = useWords('knowledge');
  const found = useQuery({
    queryKey: keys.articles({ near: true }),
    queryFn: () => call(deskRoutes.listNearDuplicates),
  });
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={say.near.title}>
      <Text size="sm" className="dim" mb="md">
        {say.near.explain}
      </Text>
      {found.isPending && <Loader m="auto" display="block" />}
      {found.data?.pairs.length === 0 && <Text>{say.near.none}</Text>}
      <Stack gap="sm">
        {found.data?.pairs.map(({ articles, likeness, wordings, numbers }) => (
          <Card key={articles.map((one) => one.id).join()} withBorder padding="sm">
            <Text size="xs" className="dim" mb={4}>
              {say.near.alike(Math.round(likeness * 100))}
            </Text>
            {articles.map((one, at) => (
              <div key={one.id} style={{ marginBottom: 6 }}>
                <Group gap={8}>
                  <Anchor component={Link} to={`/knowledge/${one.id}`} size="sm">
                    {one.title}
                  </Anchor>
                  {one.status === 'draft' && (
                    <Badge size="sm" variant="default" tt="none">
                      {say.status.draft}
                    </Badge>
                  )}
                </Group>
                {wordings[at] !== one.title && (
                  <Text size="xs" className="dim">
                    “{wordings[at]}”
                  </Text>
                )}
              </div>
            ))}
            {numbers.every((side) => side.length > 0) && (
              <Text size="xs">
                {say.near.numbers}: {numbers.map((side) => side.join(' ')).join(' ↔ ')}
              </Text>
            )}
          </Card>
        ))}
      </Stack>
    </Drawer>
  );
}
