-- Accounts of buyers and staff, one reseller at a time. Better Auth writes all but the last of these tables, through
-- lib/accounts/scoped-database.ts. Every key begins with the reseller, so that the same address, token or id at two
-- resellers is two rows, and no foreign key can lead from one reseller's row to another's.

CREATE TABLE "customer_account" (
    "reseller_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "customer_account_pkey" PRIMARY KEY ("reseller_id", "account_id")
);

CREATE TABLE "account_session" (
    "reseller_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "account_session_pkey" PRIMARY KEY ("reseller_id", "session_id")
);

CREATE TABLE "account_credential" (
    "reseller_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "account_credential_pkey" PRIMARY KEY ("reseller_id", "credential_id")
);

CREATE TABLE "account_verification" (
    "reseller_id" TEXT NOT NULL,
    "verification_id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "account_verification_pkey" PRIMARY KEY ("reseller_id", "verification_id")
);

CREATE TABLE "staff_member" (
    "reseller_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("reseller_id", "account_id"),
    CONSTRAINT "staff_member_role_check" CHECK ("role" IN ('owner', 'editor', 'viewer'))
);

CREATE UNIQUE INDEX "customer_account_reseller_id_email_key" ON "customer_account"("reseller_id", "email");
CREATE UNIQUE INDEX "customer_account_reseller_id_customer_ref_key" ON "customer_account"("reseller_id", "customer_ref");
CREATE UNIQUE INDEX "account_session_reseller_id_token_key" ON "account_session"("reseller_id", "token");
CREATE INDEX "account_session_reseller_id_account_id_idx" ON "account_session"("reseller_id", "account_id");
CREATE UNIQUE INDEX "account_credential_reseller_id_provider_id_provider_account_key" ON "account_credential"("reseller_id", "provider_id", "provider_account_id");
CREATE INDEX "account_credential_reseller_id_account_id_idx" ON "account_credential"("reseller_id", "account_id");
CREATE INDEX "account_verification_reseller_id_identifier_idx" ON "account_verification"("reseller_id", "identifier");
CREATE INDEX "account_verification_expires_at_idx" ON "account_verification"("expires_at");

ALTER TABLE "customer_account" ADD CONSTRAINT "customer_account_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_reseller_id_account_id_fkey"
    FOREIGN KEY ("reseller_id", "account_id") REFERENCES "customer_account"("reseller_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "account_credential" ADD CONSTRAINT "account_credential_reseller_id_account_id_fkey"
    FOREIGN KEY ("reseller_id", "account_id") REFERENCES "customer_account"("reseller_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_reseller_id_account_id_fkey"
    FOREIGN KEY ("reseller_id", "account_id") REFERENCES "customer_account"("reseller_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON
    "customer_account", "account_session", "account_credential", "account_verification", "staff_member" TO "marquee_app";

-- As with customer_hold: visible only inside a transaction that says whose it is.
ALTER TABLE "customer_account" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "customer_account"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "account_session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "account_session"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "account_credential" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "account_credential"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "account_verification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "account_verification"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "staff_member" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "staff_member"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- Sessions and links that are over, and accounts that nobody confirmed, at all resellers; the owner's function does that
-- and no more. An unconfirmed account may hold a guest's reference, so it is given a while.
CREATE FUNCTION "forget_ended_sessions"(older_than INTERVAL) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH sessions AS (
        DELETE FROM "account_session" WHERE "expires_at" < now() - greatest(older_than, INTERVAL '1 day') RETURNING 1
    ), links AS (
        DELETE FROM "account_verification" WHERE "expires_at" < now() - greatest(older_than, INTERVAL '1 day') RETURNING 1
    ), accounts AS (
        DELETE FROM "customer_account"
        WHERE NOT "email_verified" AND "created_at" < now() - greatest(older_than, INTERVAL '7 days') RETURNING 1
    )
    SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM links) + (SELECT count(*) FROM accounts)
$$;
REVOKE ALL ON FUNCTION "forget_ended_sessions"(INTERVAL) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "forget_ended_sessions"(INTERVAL) TO "marquee_app";
