/**
 * Customers: who is asking, and how we know.
 *
 * Words: visitor (not identified: only a random token), customer (identified by the shop's signed JWT), external id
 * (the shop's own id of the customer, the token's `sub`).
 * Invariants: only a hash of a visitor's token is stored; an identified customer's conversations open only to a
 * session that proved the identity; a token of one customer never becomes another identified customer's.
 * It must not know: what is said, HTTP.
 */
import type { Language } from '../../../contract/index.ts';
import type { Database, Queryable } from '../../database/client.ts';
import { hashSecret, newSecret } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Identity, verifyIdentity } from './identity.ts';

export { type Identity, signIdentity } from './identity.ts';

export type Customer = {
  id: string;
  externalId: string | null;
  name: string;
  language: Language;
  email: string;
  phone: string;
  city: { zh: string; en: string };
  country: string;
  level: string;
  tags: string[];
  firstSeenAt: number;
};

export type NewCustomer = Omit<Customer, 'id' | 'firstSeenAt'> & { firstSeenAt?: number };

const columns = `id, external_id AS "externalId", name, language, email, phone, city, country, level, tags, first_seen_at AS "firstSeenAt"`;
const tokenDays = 180;

export type Customers = ReturnType<typeof createCustomers>;

export function createCustomers(needs: {
  database: Database;
  newId: (prefix: string) => string;
  now: () => number;
  /** The secret the shop signs identities with. */
  identitySecret: string;
}) {
  const { database } = needs;

  async function byToken(token: string): Promise<Customer | null> {
    const [row] = await database.query<Customer>(
      `SELECT ${columns} FROM customers
       WHERE id = (SELECT customer_id FROM visitor_tokens WHERE secret_hash = $1 AND expires_at > now())`,
      [hashSecret(token)],
    );
    return row ?? null;
  }

  async function issueToken(customerId: string): Promise<string> {
    const { secret, hash } = newSecret();
    await database.query(
      'INSERT INTO visitor_tokens (secret_hash, customer_id, expires_at) VALUES ($1, $2, now() + make_interval(days => $3))',
      [hash, customerId, tokenDays],
    );
    return secret;
  }

  /** The customer of a proven identity; made when seen for the first time, name and e-mail kept up to date. */
  async function ofIdentity(identity: Identity, language: Language): Promise<Customer> {
    const [row] = await database.query<Customer>(
      `INSERT INTO customers (id, external_id, name, email, language) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (external_id) DO UPDATE SET
         name = CASE WHEN excluded.name = '' THEN customers.name ELSE excluded.name END,
         email = CASE WHEN excluded.email = '' THEN customers.email ELSE excluded.email END
       RETURNING ${columns}`,
      [needs.newId('cus'), identity.sub, identity.name ?? '', identity.email ?? '', language],
    );
    return row as Customer;
  }

  async function newVisitor(language: Language): Promise<Customer> {
    const [row] = await database.query<Customer>(
      `INSERT INTO customers (id, language) VALUES ($1, $2) RETURNING ${columns}`,
      [needs.newId('cus'), language],
    );
    return row as Customer;
  }

  return {
    byToken,
    async find(customerId: string): Promise<Customer> {
      const [row] = await database.query<Customer>(`SELECT ${columns} FROM customers WHERE id = $1`, [
        customerId,
      ]);
      if (!row) throw notFound('customer');
      return row;
    },
    async byExternalId(externalId: string): Promise<Customer | null> {
      const [row] = await database.query<Customer>(
        `SELECT ${columns} FROM customers WHERE external_id = $1`,
        [externalId],
      );
      return row ?? null;
    },
    /**
     * Starts or resumes a session. A visitor who proves an identity goes on as that customer (`becameKnown` names the
     * visitor they were); whoever holds a known customer's token without proof starts as a new visitor.
     * @throws Problem `not_allowed` when the identity is not validly signed
     */
    async startSession(wanted: {
      token?: string | undefined;
      identity?: string | undefined;
      language: Language;
    }): Promise<{ token: string; customer: Customer; becameKnown: Customer | null }> {
      const holder = wanted.token ? await byToken(wanted.token) : null;
      if (wanted.identity) {
        const identity = await verifyIdentity(needs.identitySecret, wanted.identity, needs.now());
        const customer = await ofIdentity(identity, wanted.language);
        if (holder?.id === customer.id && wanted.token)
          return { token: wanted.token, customer, becameKnown: null };
        return {
          token: await issueToken(customer.id),
          customer,
          becameKnown: holder && !holder.externalId ? holder : null,
        };
      }
      if (holder && !holder.externalId && wanted.token)
        return { token: wanted.token, customer: holder, becameKnown: null };
      const customer = await newVisitor(wanted.language);
      return { token: await issueToken(customer.id), customer, becameKnown: null };
    },
    /** For imports and the demo shop. */
    async add(tx: Queryable, customer: NewCustomer): Promise<string> {
      const id = needs.newId('cus');
      await tx.query(
        `INSERT INTO customers (id, external_id, name, language, email, phone, city, country, level, tags, first_seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0))`,
        [
          id,
          customer.externalId,
          customer.name,
          customer.language,
          customer.email,
          customer.phone,
          JSON.stringify(customer.city),
          customer.country,
          customer.level,
          customer.tags,
          customer.firstSeenAt ?? needs.now(),
        ],
      );
      return id;
    },
  };
}
