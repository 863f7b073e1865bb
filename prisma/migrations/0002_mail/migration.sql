-- Mail that waits to be sent, written in the transaction of what caused it. The worker sends it.

CREATE TABLE "mail" (
    "reseller_id" TEXT NOT NULL,
    "mail_id" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_reason" TEXT,
    CONSTRAINT "mail_pkey" PRIMARY KEY ("reseller_id", "mail_id")
);

CREATE UNIQUE INDEX "mail_reseller_id_dedupe_key_key" ON "mail"("reseller_id", "dedupe_key");
CREATE INDEX "mail_next_attempt_at_idx" ON "mail"("next_attempt_at");
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

ALTER TABLE "mail" ADD CONSTRAINT "mail_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE ON "mail" TO "marquee_app";

ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "mail"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- Whoever writes mail wakes the worker, by committing. A trigger, because two programs write and neither may forget.
CREATE FUNCTION "announce_mail"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM pg_notify('mail', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER "announce_mail" AFTER INSERT ON "mail" FOR EACH STATEMENT EXECUTE FUNCTION "announce_mail"();

-- Who has mail to send is asked across resellers, and answered with their names and nothing else. Those who have waited
-- longest come first, so that nobody's thousands keep another reseller's one waiting.
CREATE FUNCTION "resellers_with_due_mail"(most INTEGER) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT "reseller_id" FROM "mail" WHERE "next_attempt_at" <= now()
    GROUP BY "reseller_id" ORDER BY min("next_attempt_at") LIMIT most
$$;
REVOKE ALL ON FUNCTION "resellers_with_due_mail"(INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "resellers_with_due_mail"(INTEGER) TO "marquee_app";

-- A row is what keeps a repeated event from being mailed again, so it outlives every topic's memory (three days) by far.
CREATE FUNCTION "forget_old_mail"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "mail"
        WHERE "created_at" < now() - greatest(older_than, INTERVAL '14 days') AND "next_attempt_at" IS NULL RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
REVOKE ALL ON FUNCTION "forget_old_mail"(INTERVAL) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "forget_old_mail"(INTERVAL) TO "marquee_app";
