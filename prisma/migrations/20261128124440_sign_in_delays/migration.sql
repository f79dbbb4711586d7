-- Attempts to sign in that have not ended well, counted together by all processes. Keys are keyed hashes: a dump tells
-- neither who was tried nor from where.
CREATE TABLE sign_in_attempt (
  key text NOT NULL,
  attempts integer NOT NULL,
  last_at timestamptz(3) NOT NULL,
  next_at timestamptz(3) NOT NULL,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (key)
);
CREATE INDEX sign_in_attempt_last_at_idx ON sign_in_attempt (last_at);

-- From where a person has signed in: attempts of strangers elsewhere do not hold them up there.
CREATE TABLE sign_in_place (
  account_key text NOT NULL,
  place_key text NOT NULL,
  signed_in_at timestamptz(3) NOT NULL,
  CONSTRAINT sign_in_place_pkey PRIMARY KEY (account_key, place_key)
);
CREATE INDEX sign_in_place_signed_in_at_idx ON sign_in_place (signed_in_at);
