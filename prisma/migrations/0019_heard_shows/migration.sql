-- The version of a show after the last change that was heard of, so that who is told of an order at that very moment is
-- told of the change, too. About no reseller, and no person.

CREATE TABLE "heard_show" (
    "show_id" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    CONSTRAINT "heard_show_pkey" PRIMARY KEY ("show_id")
);

GRANT SELECT, INSERT, UPDATE ON "heard_show" TO "marquee_app";
