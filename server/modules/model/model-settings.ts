import type { ModelSettings, ModelSettingsDraft } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { Problem } from '../../platform/problem.ts';
import type { Endpoint } from './port.ts';

type Shown = NonNullable<ModelSettings['primary']>;
type StoredEndpoint = Omit<Shown, 'keySet'> & { sealedKey: string | null };
type Stored = Omit<ModelSettings, 'primary' | 'fallback'> & {
  primary: StoredEndpoint | null;
  fallback: StoredEndpoint | null;
};

export type EndpointName = 'primary' | 'fallback';
/** An endpoint as it is called, with its prices per million tokens. */
export type PricedEndpoint = Endpoint & { name: EndpointName; inputPrice: number; outputPrice: number };

const initial: Stored = {
  on: false,
  primary: null,
  fallback: null,
  currency: 'CNY',
  budget: { unit: 'money', perConversation: 1, perDay: 50 },
  voice: { zh: '亲切、简短、直接。', en: 'Warm, brief, to the point.' },
  linkHosts: [],
};

/** The model's settings. Keys are sealed before they are stored, and leave this file only towards their endpoint. */
export function createModelSettings(
  database: Database,
  sealing: { seal(text: string): string; open(sealed: string): string },
) {
  let known: Stored | null = null;

  async function stored(): Promise<Stored> {
    if (known) return known;
    const [row] = await database.query<{ value: Stored }>('SELECT value FROM model_settings');
    known = { ...initial, ...row?.value };
    return known;
  }

  const shown = ({ sealedKey, ...rest }: StoredEndpoint): Shown => ({ ...rest, keySet: sealedKey !== null });
  const show = (value: Stored): ModelSettings => ({
    ...value,
    primary: value.primary && shown(value.primary),
    fallback: value.fallback && shown(value.fallback),
  });

  function kept(draft: ModelSettingsDraft['primary'], before: StoredEndpoint | null): StoredEndpoint | null {
    if (!draft) return null;
    const { key, ...rest } = draft;
    // A key belongs to the host it was given for: it does not move to another one unseen.
    const sameHost = before !== null && new URL(before.url).origin === new URL(draft.url).origin;
    const sealedKey =
      key === undefined ? (sameHost ? before.sealedKey : null) : key ? sealing.seal(key) : null;
    return { ...rest, sealedKey };
  }

  function called(name: EndpointName, { sealedKey, ...rest }: StoredEndpoint): PricedEndpoint {
    return { ...rest, name, key: sealedKey ? sealing.open(sealedKey) : '' };
  }

  return {
    get: async (): Promise<ModelSettings> => show(await stored()),
    async save(draft: ModelSettingsDraft): Promise<ModelSettings> {
      const before = await stored();
      if (draft.on && !draft.primary)
        throw new Problem('invalid_input', 'There is no model to switch on.', { field: 'primary' });
      const next: Stored = {
        ...draft,
        primary: kept(draft.primary, before.primary),
        fallback: kept(draft.fallback, before.fallback),
      };
      await database.query(
        'INSERT INTO model_settings (value) VALUES ($1) ON CONFLICT (the_one) DO UPDATE SET value = excluded.value',
        [JSON.stringify(next)],
      );
      known = next;
      return show(next);
    },
    /** Who is asked, in this order; nobody while the model is switched off, unless `evenOff` (to test it first). */
    async endpoints(evenOff = false): Promise<PricedEndpoint[]> {
      const { on, primary, fallback } = await stored();
      if (!on && !evenOff) return [];
      return [
        ...(primary ? [called('primary', primary)] : []),
        ...(fallback ? [called('fallback', fallback)] : []),
      ];
    },
  };
}
export type ModelSettingsStore = ReturnType<typeof createModelSettings>;
