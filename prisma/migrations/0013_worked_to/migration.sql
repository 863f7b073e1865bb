-- How far a consumer group has worked a topic, so that who shows what it counts can say how far that goes. Nobody's in
-- particular: a time, of all resellers' events together, which says nothing of any of them.

CREATE TABLE "worked_topic" (
    "group_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "worked_to" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "worked_topic_pkey" PRIMARY KEY ("group_id", "topic")
);

GRANT SELECT, INSERT, UPDATE ON "worked_topic" TO "marquee_app";
