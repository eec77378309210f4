-- The model: how it is set up (keys sealed), and every call with what it cost.
CREATE TABLE model_settings (
  the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),
  value jsonb NOT NULL
);

CREATE TABLE model_calls (
  id text PRIMARY KEY,
  at timestamptz NOT NULL,
  conversation_id text REFERENCES conversations (id),
  purpose text NOT NULL,
  endpoint text NOT NULL,
  model text NOT NULL,
  input_tokens integer NOT NULL,
  output_tokens integer NOT NULL,
  estimated boolean NOT NULL,
  cost_micros bigint NOT NULL,
  first_token_ms integer,
  duration_ms integer NOT NULL,
  outcome text NOT NULL
);
CREATE INDEX model_calls_at ON model_calls (at);
CREATE INDEX model_calls_conversation ON model_calls (conversation_id, at) WHERE conversation_id IS NOT NULL;
