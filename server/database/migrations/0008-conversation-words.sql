-- What the inbox search finds conversations by: the pieces of their names, contacts, messages and notes (brain/text/grams.ts),
-- as of entry `seq`. Read behind the chats; a conversation without a row, or with a row behind its last entry, is searched
-- in its timeline.
CREATE TABLE conversation_words (
  conversation_id text PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
  seq integer NOT NULL,
  last_at bigint NOT NULL,
  words integer[] NOT NULL
);
-- The pieces are only ever read through the index: they lie apart, uncompressed, and need no statistics.
ALTER TABLE conversation_words ALTER COLUMN words SET STORAGE EXTERNAL, ALTER COLUMN words SET STATISTICS 0;
CREATE INDEX conversation_words_words ON conversation_words USING gin (words);
