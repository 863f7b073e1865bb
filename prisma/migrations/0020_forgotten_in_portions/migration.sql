-- What is old is forgotten in portions: all of it at once was a statement that had to end within five seconds, and where it
-- did not (after a week without workers, or a great sale) nothing was forgotten ever again. Five thousand rows of each table
-- go well within a second, also those of orders, which take words and steps along. Whoever calls asks until nothing went.
-- Rows that another worker forgets at the same time are passed over, and so is what somebody changes right now.
-- Without them every portion looks at all sessions and accounts there are.
CREATE INDEX "account_session_expires_at_idx" ON "account_session" ("expires_at");
CREATE INDEX "customer_account_unverified_idx" ON "customer_account" ("created_at") WHERE NOT "email_verified";

CREATE OR REPLACE FUNCTION "forget_old_holds"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "customer_hold" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "customer_hold" WHERE "expires_at" < now() - greatest(older_than, INTERVAL '1 day')
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;

CREATE OR REPLACE FUNCTION "forget_ended_sessions"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH sessions AS (
        DELETE FROM "account_session" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "account_session" WHERE "expires_at" < now() - greatest(older_than, INTERVAL '1 day')
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    ), links AS (
        DELETE FROM "account_verification" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "account_verification" WHERE "expires_at" < now() - greatest(older_than, INTERVAL '1 day')
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    ), accounts AS (
        DELETE FROM "customer_account" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "customer_account"
            WHERE NOT "email_verified" AND "created_at" < now() - greatest(older_than, INTERVAL '7 days')
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM links) + (SELECT count(*) FROM accounts)
$$;

CREATE OR REPLACE FUNCTION "forget_old_mail"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "mail" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "mail"
            WHERE "created_at" < now() - greatest(older_than, INTERVAL '14 days') AND "next_attempt_at" IS NULL
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;

CREATE OR REPLACE FUNCTION "forget_old_notifications"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH visits AS (
        DELETE FROM "visit" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "visit" WHERE "starts_at" < now() - INTERVAL '30 days'
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    ), notifications AS (
        DELETE FROM "notification" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "notification" WHERE "created_at" < now() - greatest(older_than, INTERVAL '14 days')
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT (SELECT count(*) FROM visits) + (SELECT count(*) FROM notifications)
$$;

CREATE OR REPLACE FUNCTION "forget_old_waitlist"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "waitlist_entry" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "waitlist_entry"
            WHERE ("confirmed_at" IS NULL AND "created_at" < now() - INTERVAL '7 days')
               OR "created_at" < now() - INTERVAL '365 days'
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;

CREATE OR REPLACE FUNCTION "forget_old_order_addresses"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "order_address" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "order_address" WHERE "bought_at" < now() - INTERVAL '1 year'
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;

CREATE OR REPLACE FUNCTION "forget_old_sales"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH counted AS (
        DELETE FROM "counted_sale" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "counted_sale" WHERE "at" < now() - public.sales_kept_for()
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    ), minutes AS (
        DELETE FROM "sale_minute" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "sale_minute" WHERE "minute" < now() - public.sales_kept_for()
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT (SELECT count(*) FROM counted) + (SELECT count(*) FROM minutes)
$$;

CREATE OR REPLACE FUNCTION "forget_old_order_lookups"() RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
        DELETE FROM "order_lookup" WHERE ctid = ANY (ARRAY(
            SELECT ctid FROM "order_lookup" WHERE "bought_at" < now() - INTERVAL '1 year'
            LIMIT 5000 FOR UPDATE SKIP LOCKED)) RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
