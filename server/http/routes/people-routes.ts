import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Agent, type Group, deskRoutes as r } from '../../../contract/index.ts';
import type { Accounts, SkillGroup } from '../../modules/accounts/index.ts';
import type { Shifts } from '../../modules/handoff/index.ts';
import type { Limits } from '../limits.ts';
import { type Serve, sessionCookie } from '../serve-route.ts';

export function servePeople(
  serve: Serve,
  needs: {
    accounts: Accounts;
    shifts: Shifts;
    limits: Limits;
    version: string;
    secureCookies: boolean;
    now: () => number;
  },
) {
  const { accounts, shifts } = needs;
  const meOf = async (agent: Agent) => ({
    agent,
    shopName: (await accounts.settings.get()).shopName,
    version: needs.version,
  });
  const shown = (group: SkillGroup): Group => ({ ...group, ...shifts.hoursOf(group) });
  const groupById = async (groupId: string) =>
    shown((await accounts.groups()).find((group) => group.id === groupId) as SkillGroup);

  serve(r.signIn, async ({ body, address, context }) => {
    const key = `${body.email.toLowerCase()} ${address}`;
    await needs.limits.spend('signIn', key);
    const { agentId, secret } = await accounts.signIn(body.email, body.password);
    await needs.limits.forgive('signIn', key);
    setCookie(context, sessionCookie, secret, {
      httpOnly: true,
      sameSite: 'Lax',
      secure: needs.secureCookies,
      path: '/',
      maxAge: 14 * 24 * 3600,
    });
    return meOf(await accounts.setPresence(agentId, 'online', ''));
  });
  serve(r.signOut, async ({ agent, context }) => {
    await accounts.signOut(getCookie(context, sessionCookie) ?? '');
    deleteCookie(context, sessionCookie, { path: '/' });
    await accounts.setPresence(agent.id, 'offline', '');
    return {};
  });
  serve(r.getMe, async ({ agent }) => meOf(await accounts.agent(agent.id)));
  serve(r.setPresence, ({ agent, body }) => accounts.setPresence(agent.id, body.status, body.reason));
  serve(r.setPreferences, ({ agent, body }) => accounts.setPreferences(agent.id, body.autoAccept));
  serve(r.changePassword, async ({ agent, body, context }) => {
    await needs.limits.spend('signIn', agent.id);
    await accounts.changePassword(agent.id, body, getCookie(context, sessionCookie) ?? '');
    return {};
  });
  serve(r.listAgents, async () => ({ agents: await accounts.agents() }));
  serve(r.createAgent, async ({ agent, body }) => accounts.createAgent(await accounts.agent(agent.id), body));
  serve(r.updateAgent, async ({ agent, params, body }) =>
    accounts.updateAgent(await accounts.agent(agent.id), params.agentId, body),
  );
  serve(r.listGroups, async () => ({ groups: (await accounts.groups()).map(shown) }));
  serve(r.createGroup, async ({ body }) => groupById(await accounts.createGroup(body)));
  serve(r.updateGroup, async ({ params, body }) => {
    await accounts.updateGroup(params.groupId, body);
    return groupById(params.groupId);
  });
  serve(r.getSettings, () => accounts.settings.get());
  serve(r.updateSettings, ({ body }) => accounts.settings.save(body));
}
