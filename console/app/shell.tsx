import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowsSplit2,
  IconBolt,
  IconBook2,
  IconBulb,
  IconMessages,
  IconUsers,
} from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { OfferBanner } from '../features/inbox/offer-banner.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { liveStatus, startLive } from '../live/live.ts';
import { useAlerts } from '../live/use-alerts.ts';
import { GoTo } from './go-to.tsx';
import { mayEdit, mayManage, mayTalk, useMe } from './me.ts';
import { MeMenu } from './me-menu.tsx';
import { useWords } from './use-words.ts';

export function Shell() {
  const me = useMe();
  if (me.isPending) return <Loader m="40vh auto" display="block" />;
  return me.data ? <SignedIn role={me.data.agent.role} agentId={me.data.agent.id} /> : <SignIn />;
}

function SignedIn({ agentId, role }: { agentId: string; role: Parameters<typeof mayTalk>[0] }) {
  const say = useWords('shared');
  const talks = mayTalk(role);
  useEffect(() => (talks ? startLive(agentId) : undefined), [agentId, talks]);
  useAlerts(agentId, talks);
  const up = useSyncExternalStore(liveStatus.subscribe, liveStatus.isUp);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const places = [
    ...(talks ? [{ to: '/inbox/mine', at: '/inbox', label: say.inbox, Icon: IconMessages }] : []),
    { to: '/knowledge', at: '/knowledge', label: say.knowledge, Icon: IconBook2 },
    ...(mayEdit(role)
      ? [{ to: '/learning/gaps', at: '/learning', label: say.learning, Icon: IconBulb }]
      : []),
    { to: '/macros', at: '/macros', label: say.macros, Icon: IconBolt },
    { to: '/team', at: '/team', label: say.team, Icon: IconUsers },
    ...(mayManage(role) ? [{ to: '/policy', at: '/policy', label: say.policy, Icon: IconArrowsSplit2 }] : []),
    { to: '/settings', at: '/settings', label: say.settings, Icon: IconAdjustments },
  ];
  return (
    <div className="shell">
      <nav className="rail" aria-label="Tandem">
        {places.map(({ to, at, label, Icon }) => (
          <Tooltip key={to} label={label} position="right">
            <ActionIcon
              component={Link}
              to={to}
              size={44}
              radius="md"
              variant={path.includes(at) ? 'light' : 'subtle'}
              color={path.includes(at) ? 'leaf' : 'gray'}
              aria-label={label}
              aria-current={path.includes(at) ? 'page' : undefined}
            >
              <Icon size={22} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        ))}
        <span className="spacer" />
        <MeMenu />
      </nav>
      <main className="stage">
        {talks && !up && (
          <div className="lost" role="status">
            {say.lost}
          </div>
        )}
        <Outlet />
      </main>
      <OfferBanner agentId={agentId} />
      <GoTo talks={talks} />
    </div>
  );
}
