-- Pictures that a reseller's staff uploaded, under the hash of their pixels, and the files we made of each.

CREATE TABLE "picture" (
    "reseller_id" TEXT NOT NULL,
    "picture_id" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "picture_pkey" PRIMARY KEY ("reseller_id", "picture_id")
);

CREATE TABLE "picture_file" (
    "reseller_id" TEXT NOT NULL,
    "picture_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    CONSTRAINT "picture_file_pkey" PRIMARY KEY ("reseller_id", "picture_id", "name")
);

-- WebP and PNG are compressed already: trying again only costs time.
ALTER TABLE "picture_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;

CREATE INDEX "picture_reseller_id_uploaded_at_idx" ON "picture"("reseller_id", "uploaded_at");

ALTER TABLE "picture" ADD CONSTRAINT "picture_reseller_id_fkey"
    FOREIGN KEY ("reseller_id") REFERENCES "reseller"("reseller_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "picture_file" ADD CONSTRAINT "picture_file_reseller_id_picture_id_fkey"
    FOREIGN KEY ("reseller_id", "picture_id") REFERENCES "picture"("reseller_id", "picture_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Never changed: another picture has another hash.
GRANT SELECT, INSERT, DELETE ON "picture" TO "marquee_app";
GRANT SELECT, INSERT, DELETE ON "picture_file" TO "marquee_app";

-- A draft's pictures are nobody else's business, and one reseller's never another's.
ALTER TABLE "picture" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "picture"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
ALTER TABLE "picture_file" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_named_reseller" ON "picture_file"
    USING ("reseller_id" = current_setting('marquee.reseller_id', true))
    WITH CHECK ("reseller_id" = current_setting('marquee.reseller_id', true));
