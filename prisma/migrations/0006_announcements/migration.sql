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
