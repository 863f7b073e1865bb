-- Which orders were bought with an address, for those who lost the way to theirs. The address itself is not kept.

CREATE TABLE "order_address" (
    "reseller_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "address_digest" TEXT NOT NULL,
    "bought_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "order_address_pkey" PRIMARY KEY ("reseller_id", "order_id")
);

CREATE INDEX "order_address_reseller_id_address_digest_bought_at_idx" ON "order_address"("reseller_id", "address_digest", "bought_at");
CREATE INDEX "order_address_bought_at_idx" ON "order_address"("bought_at");

ALTER TABLE "order_address" ADD CONSTRAINT "order_address_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, DELETE ON "order_address" TO "marquee_app";

ALTER TABLE "order_address" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "order_address"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- Nobody looks for what they bought more than a year ago.
CREATE FUNCTION "forget_old_order_addresses"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "order_address" WHERE "bought_at" < now() - INTERVAL '1 year' RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION "forget_old_order_addresses"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "forget_old_order_addresses"() TO "marquee_app";
