-- What a reseller tells everybody on its pages, now or at a set time.

CREATE TABLE "announcement" (
    "reseller_id" TEXT NOT NULL,
    "announcement_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "recalled_at" TIMESTAMPTZ(3),
    CONSTRAINT "announcement_pkey" PRIMARY KEY ("reseller_id", "announcement_id")
);

CREATE INDEX "announcement_reseller_id_starts_at_idx" ON "announcement"("reseller_id", "starts_at");
CREATE INDEX "announcement_published_at_starts_at_idx" ON "announcement"("published_at", "starts_at");

ALTER TABLE "announcement" ADD CONSTRAINT "announcement_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "announcement" TO "marquee_app";

-- What is scheduled is nobody's business yet.
ALTER TABLE "announcement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "announcement"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

CREATE FUNCTION "resellers_with_due_announcements"(most INTEGER) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT DISTINCT "reseller_id" FROM "announcement"
    WHERE "published_at" IS NULL AND "starts_at" <= now() AND "recalled_at" IS NULL
      AND ("until" IS NULL OR "until" > now())
    ORDER BY "reseller_id" LIMIT most
$$;
REVOKE ALL ON FUNCTION "resellers_with_due_announcements"(INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "resellers_with_due_announcements"(INTEGER) TO "marquee_app";

-- Who wants to hear when tickets come back, and the tiers of which some came back. `tier_id` is '' for any tier.

CREATE TABLE "waitlist_entry" (
    "reseller_id" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "show_id" TEXT NOT NULL,
    "tier_id" TEXT NOT NULL,
    "tier_name" TEXT,
    "email" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    CONSTRAINT "waitlist_entry_pkey" PRIMARY KEY ("reseller_id", "entry_id")
);

CREATE TABLE "waitlist_release" (
    "reseller_id" TEXT NOT NULL,
    "show_id" TEXT NOT NULL,
    "tier_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "waitlist_release_pkey" PRIMARY KEY ("reseller_id", "show_id", "tier_id")
);

CREATE UNIQUE INDEX "waitlist_entry_reseller_id_token_key" ON "waitlist_entry"("reseller_id", "token");
CREATE UNIQUE INDEX "waitlist_entry_reseller_id_show_id_tier_id_email_key" ON "waitlist_entry"("reseller_id", "show_id", "tier_id", "email");
CREATE INDEX "waitlist_entry_show_id_reseller_id_confirmed_at_idx" ON "waitlist_entry"("show_id", "reseller_id", "confirmed_at");
CREATE INDEX "waitlist_entry_created_at_idx" ON "waitlist_entry"("created_at");
CREATE INDEX "waitlist_release_next_at_idx" ON "waitlist_release"("next_at");

ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "waitlist_release" ADD CONSTRAINT "waitlist_release_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "waitlist_entry" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "waitlist_release" TO "marquee_app";

ALTER TABLE "waitlist_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "waitlist_entry"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "waitlist_release" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "waitlist_release"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

CREATE FUNCTION "resellers_with_waitlist"(of_show TEXT) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT DISTINCT "reseller_id" FROM "waitlist_entry"
    WHERE "show_id" = of_show AND "confirmed_at" IS NOT NULL ORDER BY "reseller_id"
$$;
CREATE FUNCTION "resellers_with_due_releases"(most INTEGER) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT "reseller_id" FROM "waitlist_release" WHERE "next_at" <= now()
    GROUP BY "reseller_id" ORDER BY min("next_at") LIMIT most
$$;
-- An address that was never confirmed goes soon; one that was, after a year: no show is on sale for longer.
CREATE FUNCTION "forget_old_waitlist"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "waitlist_entry"
        WHERE ("confirmed_at" IS NULL AND "created_at" < now() - INTERVAL '7 days')
           OR "created_at" < now() - INTERVAL '365 days' RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION "resellers_with_waitlist"(TEXT) FROM PUBLIC;
REVOKE ALL ON FUNCTION "resellers_with_due_releases"(INTEGER) FROM PUBLIC;
REVOKE ALL ON FUNCTION "forget_old_waitlist"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "resellers_with_waitlist"(TEXT) TO "marquee_app";
GRANT EXECUTE ON FUNCTION "resellers_with_due_releases"(INTEGER) TO "marquee_app";
GRANT EXECUTE ON FUNCTION "forget_old_waitlist"() TO "marquee_app";
