-- What an address does not want to be mailed any more by a reseller. The address itself is not kept.

CREATE TABLE "opt_out" (
    "reseller_id" TEXT NOT NULL,
    "address_digest" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "opt_out_pkey" PRIMARY KEY ("reseller_id", "address_digest", "what")
);

ALTER TABLE "opt_out" ADD CONSTRAINT "opt_out_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- There or not: nothing about it is ever changed.
GRANT SELECT, INSERT, DELETE ON "opt_out" TO "marquee_app";

ALTER TABLE "opt_out" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "opt_out"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
