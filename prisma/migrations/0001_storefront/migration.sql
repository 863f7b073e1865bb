-- Two roles from the first day: `marquee_owner` runs migrations and owns every table; `marquee_app` is what programs
-- connect as. Both must exist before this runs. Rights are the least that the programs need, so that a fault in one of
-- them cannot rewrite history: a stored version is never updated or removed.

CREATE TABLE "reseller" (
    "reseller_id" TEXT NOT NULL,
    "live_version" INTEGER,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(3),
    CONSTRAINT "reseller_pkey" PRIMARY KEY ("reseller_id")
);

CREATE TABLE "reseller_host" (
    "reseller_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "reseller_host_pkey" PRIMARY KEY ("reseller_id", "host")
);

CREATE TABLE "config_version" (
    "reseller_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "config" JSONB NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "config_version_pkey" PRIMARY KEY ("reseller_id", "version")
);

CREATE TABLE "config_rejection" (
    "reseller_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "rejected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "config_rejection_pkey" PRIMARY KEY ("reseller_id", "version")
);

CREATE TABLE "customer_hold" (
    "reseller_id" TEXT NOT NULL,
    "hold_id" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "show_id" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "total" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "clock_ahead_ms" INTEGER NOT NULL,
    "extensions_left" INTEGER NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "order_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "customer_hold_pkey" PRIMARY KEY ("reseller_id", "hold_id")
);

CREATE UNIQUE INDEX "reseller_host_host_key" ON "reseller_host"("host");
CREATE INDEX "customer_hold_reseller_id_customer_ref_created_at_idx" ON "customer_hold"("reseller_id", "customer_ref", "created_at");
CREATE INDEX "customer_hold_expires_at_idx" ON "customer_hold"("expires_at");

-- A live pointer can only name a version that is stored for the same reseller.
ALTER TABLE "reseller" ADD CONSTRAINT "reseller_reseller_id_live_version_fkey"
    FOREIGN KEY ("reseller_id", "live_version") REFERENCES "config_version"("reseller_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reseller_host" ADD CONSTRAINT "reseller_host_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "config_version" ADD CONSTRAINT "config_version_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer_hold" ADD CONSTRAINT "customer_hold_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT USAGE ON SCHEMA "public" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE ON "reseller" TO "marquee_app";
GRANT SELECT, INSERT, DELETE ON "reseller_host" TO "marquee_app";
GRANT SELECT, INSERT ON "config_version" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "config_rejection" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_hold" TO "marquee_app";

-- What belongs to buyers is visible only inside a transaction that says whose it is
-- (`SET LOCAL marquee.reseller_id`); without it there are no rows, and none can be written.
ALTER TABLE "customer_hold" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "customer_hold"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- Forgetting is the one thing done across resellers, and the owner's function does exactly that and no more.
CREATE FUNCTION "forget_old_holds"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "customer_hold" WHERE "expires_at" < now() - greatest(older_than, INTERVAL '1 day') RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION "forget_old_holds"(INTERVAL) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "forget_old_holds"(INTERVAL) TO "marquee_app";
