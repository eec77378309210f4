-- How careful the AI is, as the shop chose it; no row: as it came with the desk.
CREATE TABLE answer_line (
  the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),
  care text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  override_reason text NOT NULL
);
