-- Every state an article was saved in. `content` is null where it was deleted; the rows outlive the article.
CREATE TABLE article_versions (
  article_id text NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  by text NOT NULL,
  kind text NOT NULL,
  note text NOT NULL DEFAULT '',
  override_reason text NOT NULL DEFAULT '',
  broken jsonb NOT NULL DEFAULT '[]',
  content jsonb,
  PRIMARY KEY (article_id, version)
);
INSERT INTO article_versions (article_id, version, at, by, kind, content)
SELECT id, version, updated_at, updated_by, 'written', jsonb_build_object(
  'title', title, 'body', body, 'phrasings', phrasings, 'language', language, 'category', category, 'pairKey', pair_key,
  'validFrom', (extract(epoch FROM valid_from) * 1000)::bigint, 'validUntil', (extract(epoch FROM valid_until) * 1000)::bigint,
  'status', status)
FROM articles;

-- What must be answered rightly, and what must not be answered (`expected_article_id` null), whatever is changed.
CREATE TABLE golden_questions (
  id text PRIMARY KEY,
  question text NOT NULL,
  language text NOT NULL,
  expected_article_id text,
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL
);
CREATE UNIQUE INDEX golden_questions_once ON golden_questions (language, lower(question));
