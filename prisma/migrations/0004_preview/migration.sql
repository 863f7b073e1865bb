-- Links by which people who have no account look at a version that is not live. The token in a link is sealed; this list
-- is what makes it revocable.

CREATE TABLE "preview_link" (
    "reseller_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("reseller_id", "link_id")
);

CREATE INDEX "preview_link_reseller_id_created_at_idx" ON "preview_link"("reseller_id", "created_at");

ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "preview_link" TO "marquee_app";

ALTER TABLE "preview_link" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "preview_link"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));

-- When the reseller service announced what is live, beside when it was live here.
ALTER TABLE "reseller" ADD COLUMN "announced_at" TIMESTAMPTZ(3);
