-- How often an event failed in a way that nobody knows, apart from tries that waited for a key or a configuration (decision 0123).
ALTER TABLE "parked_event" ADD COLUMN "strange_attempts" INTEGER NOT NULL DEFAULT 0;
