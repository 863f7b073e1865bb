-- Which mail goes first; contracts/mail.ts says which kind is which. What an older program writes counts as an order's.
ALTER TABLE "mail" ADD COLUMN "priority" SMALLINT NOT NULL DEFAULT 1;

-- Only what waits is in it, so the first few are found at once behind a month of mail that was sent.
CREATE INDEX "mail_reseller_id_priority_next_attempt_at_idx" ON "mail"("reseller_id", "priority", "next_attempt_at")
    WHERE "next_attempt_at" IS NOT NULL;

-- How often tickets of the tier came back since it was opened: what was closed by an older look is not closed.
ALTER TABLE "waitlist_release" ADD COLUMN "releases" INTEGER NOT NULL DEFAULT 1;

-- core's events that cannot be told of yet, for a cause of their reseller's that passes: a queue for each, in the order in
-- which they came. Without a key to "reseller": an event may come before its reseller's first configuration does.
CREATE TABLE "parked_event" (
    "reseller_id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "event_id" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "parked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "parked_event_pkey" PRIMARY KEY ("reseller_id", "position")
);

CREATE UNIQUE INDEX "parked_event_reseller_id_event_id_key" ON "parked_event"("reseller_id", "event_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "parked_event" TO "marquee_app";
GRANT USAGE ON SEQUENCE "parked_event_position_seq" TO "marquee_app";

ALTER TABLE "parked_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "parked_event"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- Of each queue only the first event counts: nothing overtakes it.
CREATE FUNCTION "resellers_with_due_events"(most INTEGER) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT "reseller_id" FROM (
        SELECT DISTINCT ON ("reseller_id") "reseller_id", "next_attempt_at" FROM "parked_event"
        ORDER BY "reseller_id", "position"
    ) AS first
    WHERE "next_attempt_at" <= now() ORDER BY "next_attempt_at" LIMIT most
$$;
-- For whoever watches: how long the oldest of all has waited, in seconds, and nothing of whose it is.
CREATE FUNCTION "oldest_parked_event_age"() RETURNS DOUBLE PRECISION
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT coalesce(extract(epoch FROM now() - min("parked_at")), 0)::float8 FROM "parked_event"
$$;
REVOKE ALL ON FUNCTION "resellers_with_due_events"(INTEGER) FROM PUBLIC;
REVOKE ALL ON FUNCTION "oldest_parked_event_age"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "resellers_with_due_events"(INTEGER) TO "marquee_app";
GRANT EXECUTE ON FUNCTION "oldest_parked_event_age"() TO "marquee_app";
