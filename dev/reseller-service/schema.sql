-- The reseller service's tables. Run at every start, so every statement bears repetition.

CREATE TABLE IF NOT EXISTS reseller (
  id text PRIMARY KEY,
  -- One step per change. Its row is locked for the length of a change, so events leave in the order of their sequence.
  sequence integer NOT NULL DEFAULT 0,
  live_version integer
);

CREATE TABLE IF NOT EXISTS config_version (
  reseller_id text NOT NULL REFERENCES reseller,
  version integer NOT NULL,
  config json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by text NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (reseller_id, version)
);

CREATE TABLE IF NOT EXISTS outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  key text NOT NULL,
  value text NOT NULL
);
