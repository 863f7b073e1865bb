-- What a buyer is told, what is still to be published live, and the shows that buyers have tickets for.

CREATE TABLE "notification" (
    "reseller_id" TEXT NOT NULL,
    "notification_id" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    CONSTRAINT "notification_pkey" PRIMARY KEY ("reseller_id", "notification_id")
);

CREATE TABLE "outbox_message" (
    "reseller_id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "message_id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("reseller_id", "position")
);

CREATE TABLE "visit" (
    "reseller_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "show_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "tickets" INTEGER NOT NULL,
    "recipient" TEXT NOT NULL,
    "show" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "remind_at" TIMESTAMPTZ(3),
    CONSTRAINT "visit_pkey" PRIMARY KEY ("reseller_id", "order_id")
);

CREATE UNIQUE INDEX "notification_reseller_id_dedupe_key_key" ON "notification"("reseller_id", "dedupe_key");
CREATE INDEX "notification_reseller_id_customer_ref_created_at_idx" ON "notification"("reseller_id", "customer_ref", "created_at");
CREATE INDEX "notification_created_at_idx" ON "notification"("created_at");
CREATE INDEX "visit_show_id_reseller_id_order_id_idx" ON "visit"("show_id", "reseller_id", "order_id");
CREATE INDEX "visit_remind_at_idx" ON "visit"("remind_at");
CREATE INDEX "visit_starts_at_idx" ON "visit"("starts_at");

ALTER TABLE "notification" ADD CONSTRAINT "notification_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "visit" ADD CONSTRAINT "visit_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "notification" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "outbox_message" TO "marquee_app";
GRANT USAGE ON SEQUENCE "outbox_message_position_seq" TO "marquee_app";
GRANT SELECT, INSERT, UPDATE, DELETE ON "visit" TO "marquee_app";

ALTER TABLE "notification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "notification"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "outbox_message" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "outbox_message"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "visit"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

CREATE FUNCTION "announce_outbox"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER "announce_outbox" AFTER INSERT ON "outbox_message" FOR EACH STATEMENT EXECUTE FUNCTION "announce_outbox"();

-- Across resellers the worker learns who has something to do, and nothing of what.
CREATE FUNCTION "resellers_with_outbox"(most INTEGER) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT "reseller_id" FROM "outbox_message" GROUP BY "reseller_id" ORDER BY min("position") LIMIT most
$$;
CREATE FUNCTION "resellers_with_visits"(of_show TEXT) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT DISTINCT "reseller_id" FROM "visit" WHERE "show_id" = of_show ORDER BY "reseller_id"
$$;
CREATE FUNCTION "resellers_with_due_visits"(most INTEGER) RETURNS SETOF TEXT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT "reseller_id" FROM "visit" WHERE "remind_at" <= now()
    GROUP BY "reseller_id" ORDER BY min("remind_at") LIMIT most
$$;
-- Notifications go after a while; an address goes a month after its show, until when somebody may ask what they were told.
CREATE FUNCTION "forget_old_notifications"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH visits AS (
        DELETE FROM "visit" WHERE "starts_at" < now() - INTERVAL '30 days' RETURNING 1
    ), notifications AS (
        DELETE FROM "notification" WHERE "created_at" < now() - greatest(older_than, INTERVAL '14 days') RETURNING 1
    )
    SELECT (SELECT count(*) FROM visits) + (SELECT count(*) FROM notifications)
$$;
REVOKE ALL ON FUNCTION "resellers_with_outbox"(INTEGER) FROM PUBLIC;
REVOKE ALL ON FUNCTION "resellers_with_visits"(TEXT) FROM PUBLIC;
REVOKE ALL ON FUNCTION "resellers_with_due_visits"(INTEGER) FROM PUBLIC;
REVOKE ALL ON FUNCTION "forget_old_notifications"(INTERVAL) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "resellers_with_outbox"(INTEGER) TO "marquee_app";
GRANT EXECUTE ON FUNCTION "resellers_with_visits"(TEXT) TO "marquee_app";
GRANT EXECUTE ON FUNCTION "resellers_with_due_visits"(INTEGER) TO "marquee_app";
GRANT EXECUTE ON FUNCTION "forget_old_notifications"(INTERVAL) TO "marquee_app";
