-- Versions of the hand-off policy. A published one never changes; in force is the one published last.
CREATE TABLE handoff_policies (
  version integer PRIMARY KEY,
  policy jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  based_on integer,
  revision integer NOT NULL DEFAULT 1,
  saved_at timestamptz NOT NULL DEFAULT now(),
  saved_by text NOT NULL,
  published_at timestamptz,
  published_by text
);

-- What supervisors say of a conversation's hand-off; the labels a policy is measured on.
CREATE TABLE handoff_marks (
  conversation_id text NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  episode integer NOT NULL,
  mark text NOT NULL,
  marked_by text NOT NULL,
  marked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (conversation_id, episode)
);
