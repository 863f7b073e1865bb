-- Orders that core made at another total than their buyer had agreed to, so that their page can go on saying so.

CREATE TABLE "other_total" (
    "reseller_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "agreed" JSONB NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "other_total_pkey" PRIMARY KEY ("reseller_id", "order_id")
);

ALTER TABLE "other_total" ADD CONSTRAINT "other_total_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Evidence: never changed and never forgotten. There should be none of it, and nothing in it says who bought.
GRANT SELECT, INSERT ON "other_total" TO "marquee_app";

ALTER TABLE "other_total" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "other_total"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
