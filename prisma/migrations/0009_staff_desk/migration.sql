-- What the staff of a reseller find its orders by, because core has no search: which orders there are, the words that lead
-- to each, and when core said what of it. Nothing here is shown but the steps: an order itself is always asked of core.

CREATE TABLE "order_lookup" (
    "reseller_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "bought_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "order_lookup_pkey" PRIMARY KEY ("reseller_id", "order_id")
);

-- In the order of their bytes, so that a word's beginning is a range of the primary key. With comparisons, not with LIKE:
-- under row-level security only operators that leak nothing may use an index.
CREATE TABLE "order_word" (
    "reseller_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "order_id" TEXT NOT NULL,
    CONSTRAINT "order_word_pkey" PRIMARY KEY ("reseller_id", "kind", "word", "order_id")
);

CREATE TABLE "order_step" (
    "reseller_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "order_step_pkey" PRIMARY KEY ("reseller_id", "order_id", "status")
);

CREATE INDEX "order_lookup_reseller_id_bought_at_order_id_idx" ON "order_lookup"("reseller_id", "bought_at", "order_id");
CREATE INDEX "order_lookup_reseller_id_customer_ref_idx" ON "order_lookup"("reseller_id", "customer_ref");
CREATE INDEX "order_lookup_bought_at_idx" ON "order_lookup"("bought_at");
CREATE INDEX "order_word_reseller_id_order_id_idx" ON "order_word"("reseller_id", "order_id");

ALTER TABLE "order_lookup" ADD CONSTRAINT "order_lookup_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_word" ADD CONSTRAINT "order_word_reseller_id_order_id_fkey"
    FOREIGN KEY ("reseller_id", "order_id") REFERENCES "order_lookup"("reseller_id", "order_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_step" ADD CONSTRAINT "order_step_reseller_id_order_id_fkey"
    FOREIGN KEY ("reseller_id", "order_id") REFERENCES "order_lookup"("reseller_id", "order_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- UPDATE is for nothing but `FOR KEY SHARE`: a step is noted for an order that is not being forgotten meanwhile.
GRANT SELECT, INSERT, UPDATE, DELETE ON "order_lookup" TO "marquee_app";
GRANT SELECT, INSERT ON "order_word", "order_step" TO "marquee_app";

ALTER TABLE "order_lookup" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "order_lookup"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "order_word" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "order_word"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "order_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "order_step"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- As long as an order's address is kept: nobody looks for what was bought more than a year ago.
CREATE FUNCTION "forget_old_order_lookups"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "order_lookup" WHERE "bought_at" < now() - INTERVAL '1 year' RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION "forget_old_order_lookups"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "forget_old_order_lookups"() TO "marquee_app";

-- An announcement in the other languages of its site, which language `text` is in, and who took it back.
ALTER TABLE "announcement" ADD COLUMN "language" TEXT,
    ADD COLUMN "translations" JSONB,
    ADD COLUMN "recalled_by" TEXT;
