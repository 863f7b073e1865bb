-- In which language somebody holds tickets, and has bought them: what they are told of later is in it, too. Rows from
-- before have none, and are told of in the site's first language.

ALTER TABLE "customer_hold" ADD COLUMN "locale" TEXT;
ALTER TABLE "order_lookup" ADD COLUMN "locale" TEXT;
ALTER TABLE "visit" ADD COLUMN "locale" TEXT;
