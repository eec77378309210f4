import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRoutes, type Role, type Route } from '../../contract/index.ts';
import { signIn, startTestDesk, type TestDesk, visit } from '../support/desk.ts';

let desk: TestDesk;
const headers: Record<string, Record<string, string>> = { nobody: {} };
const emails: Record<Role, string> = {
  owner: 'owner@yucha.example',
  supervisor: 'shen@yucha.example',
  agent: 'chen@yucha.example',
  editor: 'xu@yucha.example',
};

beforeAll(async () => {
  desk = await startTestDesk();
  for (const [role, email] of Object.entries(emails))
    headers[role] = { cookie: (await signIn(desk, email)).cookie };
  headers.customer = { authorization: `Bearer ${(await visit(desk)).session.token}` };
  headers.stranger = { authorization: 'Bearer not-a-token', cookie: 'tandem_session=not-a-session' };
});
afterAll(() => desk.stop());

/** Whether the declaration lets this caller in at all; what they may then touch is the flows' business. */
function mayEnter(route: Route, who: string): boolean {
  if (route.access === 'anyone') return true;
  if (route.access === 'customer') return who === 'customer';
  if (route.access === 'participant') return ['customer', 'owner', 'supervisor', 'agent'].includes(who);
  return (route.access as readonly string[]).includes(who);
}

// These end the session or the password the other cells need.
const notHere = new Set(['signOut', 'changePassword']);
const cells = Object.entries(deskRoutes)
  .filter(([name]) => !notHere.has(name))
  .flatMap(([name, route]) =>
    ['nobody', 'stranger', 'customer', 'owner', 'supervisor', 'agent', 'editor'].map((who) => ({
      name,
      route: route as Route,
      who,
    })),
  );

describe('route × caller, from the declarations', () => {
  it.each(cells)('$name as $who', async ({ route, who }) => {
    const path = route.path.replace(/:\w+/g, 'no-such-id');
    const response = await fetch(`${desk.url}/api${path}`, {
      method: route.method.toUpperCase(),
      headers: { 'content-type': 'application/json', ...headers[who] },
      ...(route.method === 'get' ? {} : { body: '{}' }),
    });
    const { code } = (await response.json()) as { code?: string };
    const refused = code === 'not_signed_in' || code === 'not_allowed';
    expect(refused, `${response.status} ${code}`).toBe(!mayEnter(route, who));
  });
  it('a foreign page cannot use a session', async () => {
    const response = await fetch(`${desk.url}/api/me/presence`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example', ...headers.owner },
      body: JSON.stringify({ status: 'online' }),
    });
    expect(response.status).toBe(403);
  });
});
