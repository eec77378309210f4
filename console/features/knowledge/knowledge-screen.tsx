import { Badge, Button, Group, Pagination, Select, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deskRoutes } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { mayEdit, useMe } from '../../app/me.ts';
import { keys } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';
import { day } from '../../ui/time.ts';
import { NearDuplicates } from './near-duplicates.tsx';
import { TryQuestion } from './try-question.tsx';

const pageSize = 25;

export function KnowledgeScreen() {
  const say = useWords('knowledge');
  const [looks, setLooks] = useState(false);
  const shared = useWords('shared');
  const answerLine = useWords('answerLine');
  const language = useLanguage();
  const navigate = useNavigate();
  const role = useMe().data?.agent.role ?? 'agent';
  const [filter, setFilter] = useState({ q: '', language: '', status: '', category: '' });
  const [page, setPage] = useState(1);
  const [q] = useDebouncedValue(filter.q, 250);
  const wanted = Object.fromEntries(Object.entries({ ...filter, q }).filter(([, value]) => value));
  const query = { ...wanted, offset: (page - 1) * pageSize, limit: pageSize };
  const found = useQuery({
    queryKey: keys.articles(query),
    queryFn: () => call(deskRoutes.listArticles, { query }),
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<typeof filter>) => {
    setFilter({ ...filter, ...next });
    setPage(1);
  };
  return (
    <div className="screen">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h3">
          {say.title}{' '}
          <Text span size="sm" className="dim">
            {found.data ? say.total(found.data.total) : ''}
          </Text>
        </Title>
        {mayEdit(role) && (
          <Group gap="xs">
            <Button component={Link} to="/knowledge/answer-line" variant="subtle" px="xs">
              {answerLine.open}
            </Button>
            <Button variant="subtle" px="xs" onClick={() => setLooks(true)}>
              {say.near.open}
            </Button>
            <Button component={Link} to="/knowledge/import" variant="default">
              {say.bring}
            </Button>
            <Button component={Link} to="/knowledge/new">
              {say.write}
            </Button>
          </Group>
        )}
      </Group>
      {looks && <NearDuplicates onClose={() => setLooks(false)} />}
      <TryQuestion />
      <Group my="md" gap="sm">
        <TextInput
          placeholder={shared.search}
          aria-label={shared.search}
          value={filter.q}
          onChange={(event) => change({ q: event.currentTarget.value })}
        />
        <Select
          aria-label={say.columns.language}
          w={130}
          placeholder={say.columns.language}
          clearable
          data={[
            { value: 'zh', label: shared.chinese },
            { value: 'en', label: shared.english },
          ]}
          value={filter.language || null}
          onChange={(value) => change({ language: value ?? '' })}
        />
        <Select
          aria-label={say.columns.status}
          w={130}
          placeholder={say.columns.status}
          clearable
          data={[
            { value: 'draft', label: say.status.draft },
            { value: 'published', label: say.status.published },
          ]}
          value={filter.status || null}
          onChange={(value) => change({ status: value ?? '' })}
        />
        <Select
          aria-label={say.columns.category}
          w={160}
          placeholder={say.columns.category}
          clearable
          data={found.data?.categories ?? []}
          value={filter.category || null}
          onChange={(value) => change({ category: value ?? '' })}
        />
      </Group>
      {found.data?.articles.length === 0 ? (
        <Text className="dim">{filter.q ? shared.nothingFound : say.empty}</Text>
      ) : (
        <Table.ScrollContainer minWidth={520}>
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say.columns.title}</Table.Th>
                <Table.Th>{say.columns.language}</Table.Th>
                <Table.Th>{say.columns.category}</Table.Th>
                <Table.Th>{say.columns.status}</Table.Th>
                <Table.Th>{say.columns.changed}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.data?.articles.map((article) => (
                <Table.Tr
                  key={article.id}
                  style={{ cursor: 'pointer' }}
                  onClick={() => navigate({ to: '/knowledge/$articleId', params: { articleId: article.id } })}
                >
                  <Table.Td>
                    <Link
                      to="/knowledge/$articleId"
                      params={{ articleId: article.id }}
                      style={{ color: 'inherit' }}
                    >
                      {article.title}
                    </Link>
                  </Table.Td>
                  <Table.Td>{article.language === 'zh' ? shared.chinese : shared.english}</Table.Td>
                  <Table.Td>{article.category}</Table.Td>
                  <Table.Td>
                    <Badge variant={article.status === 'published' ? 'light' : 'default'} tt="none">
                      {say.status[article.status]}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{day(article.updatedAt, language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(found.data?.total ?? 0) > pageSize && (
        <Pagination
          mt="md"
          total={Math.ceil((found.data?.total ?? 0) / pageSize)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': control })}
          getItemProps={(item) => ({ 'aria-label': String(item) })}
        />
      )}
    </div>
  );
}
