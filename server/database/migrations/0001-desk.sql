-- People who work here ------------------------------------------------------
CREATE TABLE settings (
  name text PRIMARY KEY,
  value jsonb NOT NULL
);

CREATE TABLE groups (
  id text PRIMARY KEY,
  name jsonb NOT NULL,
  languages text[] NOT NULL,
  hours jsonb NOT NULL,
  accept_seconds integer NOT NULL,
  overflow_group_id text REFERENCES groups (id) ON DELETE SET NULL,
  overflow_after_seconds integer NOT NULL
);

CREATE TABLE agents (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL,
  role text NOT NULL,
  languages text[] NOT NULL,
  capacity integer NOT NULL,
  auto_accept boolean NOT NULL DEFAULT false,
  disabled boolean NOT NULL DEFAULT false,
  presence_status text NOT NULL DEFAULT 'offline',
  presence_reason text NOT NULL DEFAULT '',
  presence_since timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX agents_email ON agents (lower(email));

CREATE TABLE agent_groups (
  agent_id text NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  group_id text NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
  PRIMARY KEY (agent_id, group_id)
);

CREATE TABLE sessions (
  secret_hash text PRIMARY KEY,
  agent_id text NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_agent ON sessions (agent_id);

CREATE TABLE macros (
  id text PRIMARY KEY,
  shortcut text NOT NULL CONSTRAINT macros_shortcut UNIQUE,
  title jsonb NOT NULL,
  body jsonb NOT NULL
);

-- People who ask -------------------------------------------------------------
CREATE TABLE customers (
  id text PRIMARY KEY,
  external_id text CONSTRAINT customers_external_id UNIQUE,
  name text NOT NULL DEFAULT '',
  language text NOT NULL DEFAULT 'zh',
  email text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  city jsonb NOT NULL DEFAULT '{"zh": "", "en": ""}',
  country text NOT NULL DEFAULT '',
  level text NOT NULL DEFAULT '',
  tags text[] NOT NULL DEFAULT '{}',
  first_seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE visitor_tokens (
  secret_hash text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX visitor_tokens_customer ON visitor_tokens (customer_id);

-- The record ------------------------------------------------------------------
-- `state` is the fold of the timeline, written in the same transaction; the columns behind it are read from it.
CREATE TABLE conversations (
  id text PRIMARY KEY,
  state jsonb NOT NULL,
  customer_id text NOT NULL GENERATED ALWAYS AS (state ->> 'customerId') STORED,
  status text NOT NULL GENERATED ALWAYS AS (state ->> 'status') STORED,
  agent_id text GENERATED ALWAYS AS (state ->> 'agentId') STORED,
  last_at bigint NOT NULL GENERATED ALWAYS AS ((state ->> 'lastAt')::bigint) STORED,
  promised_at bigint GENERATED ALWAYS AS ((state #>> '{promise,promisedAt}')::bigint) STORED
) WITH (fillfactor = 70);
CREATE INDEX conversations_last_at ON conversations (last_at DESC);
CREATE INDEX conversations_customer ON conversations (customer_id);
CREATE INDEX conversations_agent ON conversations (agent_id) WHERE status <> 'resolved' AND agent_id IS NOT NULL;
CREATE INDEX conversations_queue ON conversations (id) WHERE status = 'queued';
CREATE INDEX conversations_ai ON conversations (id) WHERE status = 'ai';
CREATE INDEX conversations_snoozed ON conversations (id) WHERE status = 'snoozed';
CREATE INDEX conversations_promised ON conversations (promised_at) WHERE promised_at IS NOT NULL;

CREATE TABLE timeline (
  conversation_id text NOT NULL REFERENCES conversations (id),
  seq integer NOT NULL,
  episode integer NOT NULL,
  at bigint NOT NULL,
  type text NOT NULL,
  by jsonb NOT NULL,
  body jsonb NOT NULL,
  sender text,
  client_message_id text,
  PRIMARY KEY (conversation_id, seq)
);
CREATE UNIQUE INDEX timeline_once ON timeline (conversation_id, sender, client_message_id) WHERE client_message_id IS NOT NULL;
CREATE INDEX timeline_hand_offs ON timeline (at) WHERE type IN ('conversation.assigned', 'conversation.resolved', 'conversation.handed_off', 'conversation.handed_back');

CREATE TABLE read_marks (
  conversation_id text NOT NULL REFERENCES conversations (id),
  party text NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (conversation_id, party)
);

CREATE TABLE files (
  id text PRIMARY KEY,
  uploaded_by text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now()
);

-- Knowledge --------------------------------------------------------------------
CREATE TABLE articles (
  id text PRIMARY KEY,
  pair_key text,
  language text NOT NULL,
  category text NOT NULL DEFAULT '',
  title text NOT NULL,
  body text NOT NULL,
  phrasings jsonb NOT NULL DEFAULT '[]',
  status text NOT NULL,
  valid_from timestamptz,
  valid_until timestamptz,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text NOT NULL DEFAULT ''
);
CREATE INDEX articles_pair ON articles (pair_key) WHERE pair_key IS NOT NULL;
CREATE INDEX articles_title ON articles (language, lower(title));
CREATE INDEX articles_updated ON articles (updated_at DESC);

CREATE TABLE imports (
  id text PRIMARY KEY,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  format text NOT NULL,
  rows jsonb NOT NULL
);

-- The shop -----------------------------------------------------------------------
CREATE TABLE products (
  sku text PRIMARY KEY,
  name jsonb NOT NULL,
  category text NOT NULL,
  price_cents integer NOT NULL,
  was_cents integer,
  stock integer NOT NULL,
  description jsonb NOT NULL,
  attributes jsonb NOT NULL,
  picture text NOT NULL,
  position integer NOT NULL
);

CREATE TABLE orders (
  number text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customers (id),
  status text NOT NULL,
  placed_at timestamptz NOT NULL,
  items jsonb NOT NULL,
  shipping_cents integer NOT NULL,
  payment text NOT NULL,
  address text NOT NULL,
  shipment jsonb,
  note jsonb NOT NULL
);
CREATE INDEX orders_customer ON orders (customer_id, placed_at DESC);

CREATE TABLE browsing (
  customer_id text NOT NULL REFERENCES customers (id),
  at timestamptz NOT NULL,
  kind text NOT NULL,
  sku text,
  query text
);
CREATE INDEX browsing_customer ON browsing (customer_id, at DESC);
