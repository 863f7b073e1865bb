-- For an account's export and its end, see 0023.
CREATE INDEX "visit_reseller_id_customer_ref_starts_at_idx" ON "visit" ("reseller_id", "customer_ref", "starts_at");
