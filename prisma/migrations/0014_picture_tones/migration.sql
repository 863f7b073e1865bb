-- How light the pixels of a picture are, so that a review can say when a logo vanishes on its ground. Empty for those that
-- came before; sending one of them again fills it in, which is why this one column may be changed.

ALTER TABLE "picture" ADD COLUMN "tones" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

GRANT UPDATE ("tones") ON "picture" TO "marquee_app";
