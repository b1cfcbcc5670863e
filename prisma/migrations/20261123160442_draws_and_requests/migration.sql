-- AlterTable
ALTER TABLE "SampleDraw" ADD COLUMN     "frame" JSONB NOT NULL;

-- CreateTable
CREATE TABLE "VillageDraw" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "frame" JSONB NOT NULL,
    "frameHash" TEXT NOT NULL,
    "drawn" JSONB NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drawnBy" TEXT NOT NULL,

    CONSTRAINT "VillageDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubjectRequest" (
    "id" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "sealedNote" BYTEA,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" DATE NOT NULL,
    "doneBy" DATE NOT NULL,
    "isExtended" BOOLEAN NOT NULL DEFAULT false,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "handledBy" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SubjectRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SubjectRequest_contactId_idx" ON "SubjectRequest"("contactId");

-- CreateIndex
CREATE INDEX "SubjectRequest_closedAt_answerBy_idx" ON "SubjectRequest"("closedAt", "answerBy");

-- AddForeignKey
ALTER TABLE "SubjectRequest" ADD CONSTRAINT "SubjectRequest_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ContactList"
  ADD CONSTRAINT "ContactList_basis_known" CHECK ("basis" IN ('consent', 'duty'));

-- What is left of an erased person names nobody.
ALTER TABLE "Contact"
  ADD CONSTRAINT "Contact_erased_is_empty" CHECK (
    ("erasedAt" IS NULL) = ("sealed" IS NOT NULL)
    AND ("erasedAt" IS NULL OR ("nameKey" IS NULL AND "emailKey" IS NULL AND "phoneKey" IS NULL AND "consent" IS NULL))
  );
CREATE TRIGGER "Contact_stays_erased"
  BEFORE UPDATE ON "Contact"
  FOR EACH ROW WHEN (OLD."erasedAt" IS NOT NULL AND NEW."erasedAt" IS NULL)
  EXECUTE FUNCTION refuse_change();

-- A draw can be repeated by anybody who doubts it: nothing of it changes, and it leaves with the sample data only.
CREATE FUNCTION refuse_unless_sample_draw() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  list_id uuid := CASE TG_TABLE_NAME WHEN 'SampleDraw' THEN (to_jsonb(OLD) ->> 'listId')::uuid
    ELSE (SELECT "listId" FROM "SampleDraw" WHERE "id" = (to_jsonb(OLD) ->> 'drawId')::uuid) END;
BEGIN
  IF list_id IS NULL OR EXISTS (SELECT FROM "ContactList" WHERE "id" = list_id AND "isSample") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only draws from sample lists may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "SampleDraw_unchanged"
  BEFORE UPDATE OF "listId", "method", "seed", "settings", "frame", "frameHash", "frameSize", "drawnAt", "drawnBy" ON "SampleDraw"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SampleDraw_kept" BEFORE DELETE ON "SampleDraw"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_draw();
CREATE TRIGGER "DrawnContact_unchanged" BEFORE UPDATE ON "DrawnContact"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DrawnContact_kept" BEFORE DELETE ON "DrawnContact"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_draw();
CREATE TRIGGER "VillageDraw_unchanged" BEFORE UPDATE ON "VillageDraw"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VillageDraw_kept" BEFORE DELETE ON "VillageDraw"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();
CREATE TRIGGER "SampleDraw_not_emptied" BEFORE TRUNCATE ON "SampleDraw"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "SubjectRequest"
  ADD CONSTRAINT "SubjectRequest_known" CHECK (
    "kind" IN ('access', 'correction', 'erasure', 'withdrawal', 'objection')
    AND "channel" IN ('link', 'phone', 'letter', 'visit')
    AND "outcome" IN ('', 'done', 'refused')
    AND ("closedAt" IS NULL) = ("outcome" = '')
  );
