import { ActionIcon, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Article, deskRoutes, type GoldenQuestion } from '../../../contract/index.ts';
import { call } from '../../api.ts';
import { keys, queries } from '../../app/queries.ts';
import { useAct } from '../../app/use-act.ts';
import { useWords } from '../../app/use-words.ts';

/** The questions an article must keep answering, beside its editor. */
export function ArticleGolden({
  article,
  may,
}: {
  article: Pick<Article, 'id' | 'language' | 'version'>;
  may: boolean;
}) {
  const say = useWords('golden');
  const shared = useWords('shared');
  const act = useAct();
  const [question, setQuestion] = useState('');
  const found = useQuery({
    queryKey: [...keys.golden(article.id), article.version],
    queryFn: () => call(deskRoutes.listGoldenQuestions, { query: { articleId: article.id } }),
    enabled: may,
  });
  if (!may) return null;
  const refresh = () => queries.invalidateQueries({ queryKey: ['golden'] });
  const add = async () => {
    const body = { question, language: article.language, expectedArticleId: article.id };
    if (!(await act(() => call(deskRoutes.createGoldenQuestion, { body }), shared.saved))) return;
    setQuestion('');
    await refresh();
  };
  const remove = async (one: GoldenQuestion) => {
    await act(() => call(deskRoutes.deleteGoldenQuestion, { params: { goldenId: one.id } }), shared.deleted);
    await refresh();
  };
  return (
    <Card withBorder>
      <Text size="sm" fw={500}>
        {say.title}
      </Text>
      <Text size="xs" className="dim" mb="xs">
        {say.ofArticle}
      </Text>
      <Stack gap={4}>
        {found.data?.questions.map((one) => (
          <Group key={one.id} gap={6} wrap="nowrap">
            <RightMark right={one.now.right} />
            <Text size="sm" style={{ flex: 1, overflowWrap: 'anywhere' }}>
              {one.question}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${shared.delete}: ${one.question}`}
              onClick={() => remove(one)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Group gap="xs" mt="xs" align="flex-end">
          <TextInput
            style={{ flex: 1, minWidth: 180 }}
            aria-label={say.question}
            placeholder={say.questionHint}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
            maxLength={300}
          />
          <Button type="submit" variant="default" disabled={!question.trim()}>
            {say.add}
          </Button>
        </Group>
      </form>
    </Card>
  );
}

/** Right or wrong by shape and word, not by colour alone. */
export function RightMark({ right }: { right: boolean }) {
  const say = useWords('golden');
  const Icon = right ? IconCheck : IconX;
  return (
    <Icon
      size={18}
      role="img"
      aria-label={right ? say.right : say.wrong}
      color={right ? 'var(--mantine-color-leaf-6)' : 'light-dark(#c92a2a, #ff8787)'}
      style={{ flex: 'none' }}
    />
  );
}
