-- How far each conversation's timeline has been read for gaps and outcomes.
CREATE TABLE learned (
  conversation_id text PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
  seq integer NOT NULL
);

-- Questions the knowledge failed at, in groups; a decision belongs to the group and outlives new questions.
CREATE TABLE gaps (
  id text PRIMARY KEY,
  question text NOT NULL,
  language text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  article_ids text[] NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '',
  decided_by text,
  decided_at timestamptz
);
CREATE TABLE gap_questions (
  conversation_id text NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  seq integer NOT NULL,
  gap_id text NOT NULL REFERENCES gaps (id) ON DELETE CASCADE,
  text text NOT NULL,
  language text NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (conversation_id, seq)
);
CREATE INDEX gap_questions_gap ON gap_questions (gap_id, at DESC);

-- How each stretch of talk ended; `outcome` is null while it goes on, and silence decides at `due_at`.
CREATE TABLE outcomes (
  conversation_id text NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  start_seq integer NOT NULL,
  customer_id text NOT NULL,
  language text NOT NULL,
  started_at bigint NOT NULL,
  last_at bigint NOT NULL,
  due_at bigint,
  outcome text,
  questions jsonb NOT NULL,
  article_ids text[] NOT NULL,
  again_at bigint,
  PRIMARY KEY (conversation_id, start_seq)
);
CREATE INDEX outcomes_started ON outcomes (started_at);
CREATE INDEX outcomes_customer ON outcomes (customer_id, started_at);
CREATE INDEX outcomes_due ON outcomes (due_at) WHERE outcome IS NULL;
