-- Core's tables. Run at every start, so every statement bears repetition.

CREATE TABLE IF NOT EXISTS show (
  id text PRIMARY KEY,
  starts_at timestamptz NOT NULL,
  on_sale_at timestamptz,
  status text NOT NULL CHECK (status IN ('scheduled', 'cancelled')),
  seating text NOT NULL CHECK (seating IN ('general', 'seated')),
  category text NOT NULL,
  city text NOT NULL,
  max_per_buyer integer NOT NULL,
  -- One step per change of availability. Its row is locked last in every transaction, until commit: that puts a show's
  -- outbox records into the order of their versions.
  version integer NOT NULL DEFAULT 0,
  -- Lower-case title, performers, venue and city, for `q`.
  search text NOT NULL,
  -- The rest of a show as the contract has it; nothing is looked up in it.
  details jsonb NOT NULL,
  artwork_key text NOT NULL,
  artwork jsonb NOT NULL,
  plan jsonb,
  -- Of the record it was stored from, as its sender calls it.
  revision text
);
CREATE INDEX IF NOT EXISTS show_by_date ON show (starts_at, id);
CREATE INDEX IF NOT EXISTS show_by_artwork ON show (artwork_key);

-- How a show's further pictures are drawn, by the key under which they are asked for.
CREATE TABLE IF NOT EXISTS show_image (
  key text PRIMARY KEY,
  show_id text NOT NULL REFERENCES show,
  artwork jsonb NOT NULL
);
CREATE INDEX IF NOT EXISTS show_image_by_show ON show_image (show_id);

CREATE TABLE IF NOT EXISTS tier (
  show_id text NOT NULL REFERENCES show,
  id text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  capacity integer NOT NULL,
  -- What can be held now. For seated shows the number of its seats with status 'available'.
  available integer NOT NULL CHECK (available >= 0 AND available <= capacity),
  PRIMARY KEY (show_id, id)
);

-- A reseller sells a show if there are prices for it.
CREATE TABLE IF NOT EXISTS price (
  show_id text NOT NULL,
  reseller_id text NOT NULL,
  tier_id text NOT NULL,
  amount integer NOT NULL,
  fees integer NOT NULL,
  currency text NOT NULL,
  PRIMARY KEY (show_id, reseller_id, tier_id),
  FOREIGN KEY (show_id, tier_id) REFERENCES tier ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS price_by_reseller ON price (reseller_id, show_id, amount);

CREATE TABLE IF NOT EXISTS seat (
  show_id text NOT NULL,
  id text NOT NULL,
  tier_id text NOT NULL,
  position integer NOT NULL,
  label text NOT NULL,
  status text NOT NULL CHECK (status IN ('available', 'held', 'sold')),
  PRIMARY KEY (show_id, id),
  FOREIGN KEY (show_id, tier_id) REFERENCES tier ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS hold (
  id text PRIMARY KEY,
  reseller_id text NOT NULL,
  customer_ref text NOT NULL,
  show_id text NOT NULL REFERENCES show,
  items jsonb NOT NULL,
  quantity integer NOT NULL,
  total jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('active', 'ordered', 'released', 'expired')),
  expires_at timestamptz NOT NULL,
  extensions_left integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX IF NOT EXISTS hold_due ON hold (expires_at) WHERE status = 'active';
CREATE INDEX IF NOT EXISTS hold_of_buyer ON hold (reseller_id, customer_ref, show_id) WHERE status IN ('active', 'ordered');

CREATE TABLE IF NOT EXISTS orders (
  id text PRIMARY KEY,
  code text NOT NULL UNIQUE,
  reseller_id text NOT NULL,
  customer_ref text NOT NULL,
  show_id text NOT NULL REFERENCES show,
  -- One hold becomes one order, whatever happens.
  hold_id text NOT NULL UNIQUE REFERENCES hold,
  status text NOT NULL CHECK (status IN ('pending_payment', 'confirmed', 'failed', 'cancelled', 'refunded')),
  buyer jsonb NOT NULL,
  sale_ids text[] NOT NULL DEFAULT '{}',
  failure text,
  -- When the payment provider will have decided.
  settle_at timestamptz NOT NULL,
  -- Where the buyer has to pay, until they have.
  bank_page text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS bank_page text;
CREATE INDEX IF NOT EXISTS order_due ON orders (settle_at) WHERE status = 'pending_payment';
CREATE INDEX IF NOT EXISTS order_of_buyer ON orders (reseller_id, customer_ref, created_at DESC, id DESC);

CREATE TABLE IF NOT EXISTS ticket (
  id text PRIMARY KEY,
  order_id text NOT NULL REFERENCES orders,
  position integer NOT NULL,
  tier_id text NOT NULL,
  tier_name text NOT NULL,
  seat_label text,
  holder text NOT NULL,
  barcode text NOT NULL UNIQUE
);
CREATE INDEX IF NOT EXISTS ticket_of_order ON ticket (order_id, position);

-- The first request with a key writes its row and does the work in the same transaction; others wait for it and get its answer.
CREATE TABLE IF NOT EXISTS idempotency (
  reseller_id text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  -- Not jsonb, which reorders fields: a repeated answer is the same to the byte.
  outcome json,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (reseller_id, operation, key)
);
CREATE INDEX IF NOT EXISTS idempotency_by_age ON idempotency (created_at);

-- What is to be said on Kafka, written in the transaction of the change itself, so that neither happens without the other.
CREATE TABLE IF NOT EXISTS outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic text NOT NULL,
  key text NOT NULL,
  value text NOT NULL
);
