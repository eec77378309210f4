-- Vectors of texts the knowledge is found by, so that a restart embeds nothing again. `text_hash`: 16 bytes of SHA-256 over
-- kind and text; `vector`: one int8 a dimension, of length 1 after scaling.
CREATE TABLE vectors (
  encoder_id text NOT NULL,
  text_hash bytea NOT NULL,
  vector bytea NOT NULL,
  PRIMARY KEY (encoder_id, text_hash)
);
