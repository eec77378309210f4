import {
  Avatar,
  Button,
  Indicator,
  Menu,
  PasswordInput,
  Stack,
  Switch,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconKeyboard, IconLanguage, IconLock, IconLogout, IconMoon } from '@tabler/icons-react';
import { useState } from 'react';
import { deskRoutes, type PresenceStatus } from '../../contract/index.ts';
import { call } from '../api.ts';
import { sound } from '../live/alerts.ts';
import { setLanguage } from './i18n.ts';
import { useMe } from './me.ts';
import { keys, queries } from './queries.ts';
import { showShortcuts } from './shortcuts.tsx';
import { useAct } from './use-act.ts';
import { useLanguage, useWords } from './use-words.ts';

export const presenceColors: Record<PresenceStatus, string> = {
  online: 'teal',
  away: 'yellow',
  offline: 'gray',
};

/** Presence, preferences and the way out. */
export function MeMenu() {
  const say = useWords('shared');
  const language = useLanguage();
  const act = useAct();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const [sounds, setSounds] = useState(sound.isOn());
  const agent = useMe().data?.agent;
  if (!agent) return null;

  const setPresence = async (status: PresenceStatus, reason = '') => {
    await act(() => call(deskRoutes.setPresence, { body: { status, reason } }));
    await queries.invalidateQueries({ queryKey: keys.me });
  };
  const toggleAutoAccept = async () => {
    await act(() => call(deskRoutes.setPreferences, { body: { autoAccept: !agent.autoAccept } }));
    await queries.invalidateQueries({ queryKey: keys.me });
  };
  const signOut = async () => {
    await act(() => call(deskRoutes.signOut));
    location.reload();
  };
  return (
    <Menu position="right-end" width={270} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" style={{ border: 0, background: 'none', padding: 6, cursor: 'pointer' }}>
          <Indicator
            color={presenceColors[agent.presence.status]}
            size={13}
            withBorder
            offset={4}
            position="bottom-end"
          >
            <Avatar radius="xl" color="leaf" name={agent.name} />
          </Indicator>
          <VisuallyHidden>{`${say.presence}: ${agent.name}, ${say[agent.presence.status]}`}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {agent.name} · {agent.email}
        </Menu.Label>
        <Menu.Item onClick={() => setPresence('online')} leftSection={<Dot status="online" />}>
          {say.online}
        </Menu.Item>
        {say.awayReasons.map((reason) => (
          <Menu.Item
            key={reason}
            onClick={() => setPresence('away', reason)}
            leftSection={<Dot status="away" />}
          >
            {say.away} · {reason}
          </Menu.Item>
        ))}
        {say.offlineReasons.map((reason) => (
          <Menu.Item
            key={reason}
            onClick={() => setPresence('offline', reason)}
            leftSection={<Dot status="offline" />}
          >
            {say.offline} · {reason}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="div">
          <Switch size="sm" label={say.autoAccept} checked={agent.autoAccept} onChange={toggleAutoAccept} />
        </Menu.Item>
        <Menu.Item component="div">
          <Switch
            size="sm"
            label={say.sound}
            checked={sounds}
            onChange={(event) => {
              sound.set(event.currentTarget.checked);
              setSounds(event.currentTarget.checked);
            }}
          />
        </Menu.Item>
        {'Notification' in window && Notification.permission === 'default' && (
          <Menu.Item onClick={() => Notification.requestPermission()}>{say.notify}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage size={17} />}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {say.language}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMoon size={17} />}
          onClick={() => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark')}
        >
          {say.theme}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={17} />} onClick={showShortcuts}>
          {say.shortcuts}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={17} />}
          onClick={() => modals.open({ title: say.password, children: <PasswordForm /> })}
        >
          {say.password}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} />} onClick={signOut}>
          {say.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Dot({ status }: { status: PresenceStatus }) {
  return (
    <span
      style={{
        width: 10,
        height: 10,
        borderRadius: 5,
        display: 'block',
        background: `var(--mantine-color-${presenceColors[status]}-6)`,
      }}
    />
  );
}

function PasswordForm() {
  const say = useWords('shared');
  const act = useAct();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const save = async () => {
    if (await act(() => call(deskRoutes.changePassword, { body: { current, next } }), say.saved))
      modals.closeAll();
  };
  return (
    <Stack>
      <PasswordInput
        label={say.currentPassword}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        autoComplete="current-password"
      />
      <PasswordInput
        label={say.newPassword}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        autoComplete="new-password"
      />
      <Button onClick={save} disabled={next.length < 10}>
        {say.save}
      </Button>
    </Stack>
  );
}
