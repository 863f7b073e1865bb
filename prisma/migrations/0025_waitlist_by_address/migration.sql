-- For an account's export and its end, see 0023.
CREATE INDEX "waitlist_entry_reseller_id_email_idx" ON "waitlist_entry" ("reseller_id", "email");
