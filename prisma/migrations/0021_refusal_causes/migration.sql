-- Why a version was refused, in terms that can be said in any language; the sentence beside it is English.
ALTER TABLE "config_rejection" ADD COLUMN "cause" JSONB;
