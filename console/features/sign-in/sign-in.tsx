import { Alert, Button, Card, Center, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { deskRoutes } from '../../../contract/index.ts';
import { call, problemOf } from '../../api.ts';
import { setLanguage } from '../../app/i18n.ts';
import { keys, queries } from '../../app/queries.ts';
import { useLanguage, useWords } from '../../app/use-words.ts';

export function SignIn() {
  const say = useWords('shared');
  const chinese = useLanguage() === 'zh';
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      queries.setQueryData(keys.me, await call(deskRoutes.signIn, { body: { email, password } }));
    } catch (error) {
      setWrong(say.problem[problemOf(error).code]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Card component="form" onSubmit={submit} w={380} maw="100%" padding="xl" radius="lg" withBorder>
        <Stack>
          <div>
            <Title order={1} size="h2">
              Tandem
            </Title>
            <Text className="dim">{chinese ? '客服工作台' : 'Agent console'}</Text>
          </div>
          {wrong && (
            <Alert color="red" role="alert">
              {wrong}
            </Alert>
          )}
          <TextInput
            label={chinese ? '邮箱' : 'E-mail'}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={chinese ? '密码' : 'Password'}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} size="md">
            {chinese ? '登录' : 'Sign in'}
          </Button>
          <Button variant="subtle" size="xs" onClick={() => setLanguage(chinese ? 'en' : 'zh')}>
            {say.language}
          </Button>
        </Stack>
      </Card>
    </Center>
  );
}
