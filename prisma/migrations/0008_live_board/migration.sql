-- What the live board shows: a reseller's sales by show and minute, and which orders are in them already.

CREATE TABLE "counted_sale" (
    "reseller_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "show_id" TEXT NOT NULL,
    "tickets" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "counted_sale_pkey" PRIMARY KEY ("reseller_id", "order_id", "what")
);

CREATE TABLE "sale_minute" (
    "reseller_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "show_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "sold" INTEGER NOT NULL DEFAULT 0,
    "given_back" INTEGER NOT NULL DEFAULT 0,
    "taken" BIGINT NOT NULL DEFAULT 0,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "sale_minute_pkey" PRIMARY KEY ("reseller_id", "minute", "show_id", "currency")
);

CREATE INDEX "counted_sale_reseller_id_at_idx" ON "counted_sale"("reseller_id", "at");
CREATE INDEX "counted_sale_at_idx" ON "counted_sale"("at");
CREATE INDEX "sale_minute_minute_idx" ON "sale_minute"("minute");

ALTER TABLE "counted_sale" ADD CONSTRAINT "counted_sale_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sale_minute" ADD CONSTRAINT "sale_minute_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was counted is never changed, only forgotten.
GRANT SELECT, INSERT ON "counted_sale" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE ON "sale_minute" TO "marquee_app";

ALTER TABLE "counted_sale" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "counted_sale"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "sale_minute" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "sale_minute"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- How long a sale is remembered. Topics have orders for three days and what could not be read of them for two weeks; an
-- event older than this is not counted, so forgetting counts nothing twice.
CREATE FUNCTION "sales_kept_for"() RETURNS INTERVAL LANGUAGE sql IMMUTABLE AS $$ SELECT INTERVAL '15 days' $$;

CREATE FUNCTION "forget_old_sales"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH counted AS (
        DELETE FROM "counted_sale" WHERE "at" < now() - public.sales_kept_for() RETURNING 1
    ), minutes AS (
        DELETE FROM "sale_minute" WHERE "minute" < now() - public.sales_kept_for() RETURNING 1
    )
    SELECT (SELECT count(*) FROM counted) + (SELECT count(*) FROM minutes)
$$;
REVOKE ALL ON FUNCTION "sales_kept_for"() FROM PUBLIC;
REVOKE ALL ON FUNCTION "forget_old_sales"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "sales_kept_for"() TO "marquee_app";
GRANT EXECUTE ON FUNCTION "forget_old_sales"() TO "marquee_app";
