-- Buyers who deleted their account: what core still has to say of their orders is not told to them any more (decision
-- 0105). A reference that nobody has any more, and nothing else of them.

CREATE TABLE "forgotten_buyer" (
    "reseller_id" TEXT NOT NULL,
    "customer_ref" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "forgotten_buyer_pkey" PRIMARY KEY ("reseller_id", "customer_ref")
);

ALTER TABLE "forgotten_buyer" ADD CONSTRAINT "forgotten_buyer_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Never taken back. A browser may still have the reference, sign up with it and delete that account, too.
GRANT SELECT, INSERT, UPDATE ON "forgotten_buyer" TO "marquee_app";

ALTER TABLE "forgotten_buyer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "forgotten_buyer"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
