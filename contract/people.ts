import { z } from 'zod';
import { anyStaff, managers, owners, route } from './route.ts';
import { both, id, instant, language, presenceStatus, role } from './words.ts';

export const agent = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    languages: z.array(language),
    groupIds: z.array(id),
    capacity: z.number().int(),
    autoAccept: z.boolean(),
    disabled: z.boolean(),
    presence: z.object({ status: presenceStatus, reason: z.string(), since: instant }),
    load: z.number().int().describe('Conversations the agent holds now.'),
  })
  .meta({ id: 'Agent' });
export type Agent = z.infer<typeof agent>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 09:00');
const interval = z.object({ opens: clock, closes: clock });
export const openingHours = z
  .object({
    timeZone: z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Shanghai'),
    weekly: z.object({
      mon: z.array(interval),
      tue: z.array(interval),
      wed: z.array(interval),
      thu: z.array(interval),
      fri: z.array(interval),
      sat: z.array(interval),
      sun: z.array(interval),
    }),
    holidays: z.array(
      z.object({
        date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-10-01'),
        name: z.string().max(80),
        hours: z.array(interval).describe('Empty: closed all day.'),
      }),
    ),
  })
  .meta({ id: 'OpeningHours' });
export type OpeningHours = z.infer<typeof openingHours>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const groupFields = {
  name: both,
  languages: z.array(language).min(1),
  hours: openingHours,
  acceptSeconds: z
    .number()
    .int()
    .min(5)
    .max(600)
    .describe('How long an offered conversation waits for the agent before it returns to the queue.'),
  overflowGroupId: id.nullable(),
  overflowAfterSeconds: z.number().int().min(10).max(86400),
};
export const group = z
  .object({ id, ...groupFields, open: z.boolean(), nextOpeningAt: instant.nullable() })
  .meta({ id: 'Group' });
export type Group = z.infer<typeof group>;

export const me = z.object({ agent, shopName: both, version: z.string() }).meta({ id: 'Me' });

const password = z.string().min(10, 'at least 10 characters').max(200);
const agentFields = {
  name: z.string().min(1).max(80),
  email: z.email().max(200),
  role,
  languages: z.array(language).min(1),
  groupIds: z.array(id),
  capacity: z.number().int().min(1).max(50),
};

export const settings = z
  .object({
    shopName: both,
    greeting: both.describe('The first words in the widget, before anything is asked.'),
    aiEnabled: z.boolean(),
    allowedOrigins: z.array(z.string()).describe('Sites that may embed the widget; empty: any.'),
    promiseHours: z
      .number()
      .int()
      .min(1)
      .max(168)
      .describe('A message left outside opening hours is answered this many hours after the next opening.'),
    defaultGroupId: id.nullable(),
    groupByReason: z
      .record(z.string(), id)
      .describe('Reason code → skill group; others go to the default group.'),
    groupByLanguage: z.record(z.string(), id).describe('Language → skill group, before reasons.'),
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settings>;

export const peopleRoutes = {
  signIn: route({
    method: 'post',
    path: '/sign-in',
    access: 'anyone',
    summary: 'Sign in with e-mail and password; sets the session cookie.',
    body: z.object({ email: z.string().max(200), password: z.string().max(200) }),
    response: me,
    problems: ['wrong_credentials', 'too_many_requests'],
  }),
  signOut: route({
    method: 'post',
    path: '/sign-out',
    access: anyStaff,
    summary: 'End this session.',
    response: z.object({}),
  }),
  getMe: route({ method: 'get', path: '/me', access: anyStaff, summary: 'Who is signed in.', response: me }),
  setPresence: route({
    method: 'put',
    path: '/me/presence',
    access: anyStaff,
    summary: 'Go online, away or offline, with a reason.',
    body: z.object({ status: presenceStatus, reason: z.string().max(80).default('') }),
    response: agent,
  }),
  setPreferences: route({
    method: 'put',
    path: '/me/preferences',
    access: anyStaff,
    summary: 'Whether conversations are accepted automatically.',
    body: z.object({ autoAccept: z.boolean() }),
    response: agent,
  }),
  changePassword: route({
    method: 'put',
    path: '/me/password',
    access: anyStaff,
    summary: 'Change the own password; ends all other sessions.',
    body: z.object({ current: z.string().max(200), next: password }),
    response: z.object({}),
    problems: ['wrong_credentials'],
  }),
  listAgents: route({
    method: 'get',
    path: '/agents',
    access: anyStaff,
    summary: 'Everybody who works here.',
    response: z.object({ agents: z.array(agent) }),
  }),
  createAgent: route({
    method: 'post',
    path: '/agents',
    access: managers,
    summary: 'Add somebody. Only the owner makes owners and supervisors.',
    body: z.object({ ...agentFields, password }),
    response: agent,
    problems: ['already_exists'],
  }),
  updateAgent: route({
    method: 'put',
    path: '/agents/:agentId',
    access: managers,
    summary: 'Change somebody; a password given here replaces the old one and ends their sessions.',
    body: z.object({ ...agentFields, disabled: z.boolean(), password: password.optional() }),
    response: agent,
    problems: ['not_found', 'already_exists'],
  }),
  listGroups: route({
    method: 'get',
    path: '/groups',
    access: anyStaff,
    summary: 'Skill groups with their hours.',
    response: z.object({ groups: z.array(group) }),
  }),
  createGroup: route({
    method: 'post',
    path: '/groups',
    access: managers,
    summary: 'Add a skill group.',
    body: z.object(groupFields),
    response: group,
  }),
  updateGroup: route({
    method: 'put',
    path: '/groups/:groupId',
    access: managers,
    summary: 'Change a skill group.',
    body: z.object(groupFields),
    response: group,
    problems: ['not_found'],
  }),
  getSettings: route({
    method: 'get',
    path: '/settings',
    access: anyStaff,
    summary: 'The desk’s settings.',
    response: settings,
  }),
  updateSettings: route({
    method: 'put',
    path: '/settings',
    access: owners,
    summary: 'Change the desk’s settings.',
    body: settings,
    response: settings,
  }),
};
