-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "isPaperKeyedByUnits" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "PaperBatch" (
    "unitId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "cluster" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "collector" TEXT NOT NULL DEFAULT '',
    "collectedOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "sheets" INTEGER NOT NULL,
    "isDouble" BOOLEAN NOT NULL,
    "registeredOn" DATE NOT NULL,
    "closedOn" DATE,
    "keyedBy" TEXT NOT NULL DEFAULT '',
    "explanation" TEXT NOT NULL DEFAULT '',
    "summary" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "PaperBatch_pkey" PRIMARY KEY ("unitId","waveId","number")
);

-- CreateTable
CREATE TABLE "PaperEntry" (
    "unitId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "sheet" INTEGER NOT NULL,
    "pass" INTEGER NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "keyed" JSONB NOT NULL,
    "voidReason" TEXT NOT NULL DEFAULT '',
    "day" DATE NOT NULL,

    CONSTRAINT "PaperEntry_pkey" PRIMARY KEY ("unitId","waveId","batch","sheet","pass")
);

-- CreateIndex
CREATE INDEX "PaperBatch_waveId_unitId_idx" ON "PaperBatch"("waveId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperEntry_unitId_waveId_batch_sheet_enteredBy_key" ON "PaperEntry"("unitId", "waveId", "batch", "sheet", "enteredBy");

-- AddForeignKey
ALTER TABLE "PaperBatch" ADD CONSTRAINT "PaperBatch_waveId_unitId_fkey" FOREIGN KEY ("waveId", "unitId") REFERENCES "WaveUnit"("waveId", "unitId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperEntry" ADD CONSTRAINT "PaperEntry_unitId_waveId_batch_fkey" FOREIGN KEY ("unitId", "waveId", "batch") REFERENCES "PaperBatch"("unitId", "waveId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PaperBatch"
  ADD CONSTRAINT "PaperBatch_number_plain" CHECK ("number" ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' AND length("number") <= 20),
  ADD CONSTRAINT "PaperBatch_place_known" CHECK ("place" IN ('', 'desk', 'home', 'hall', 'office', 'online', 'elsewhere')),
  ADD CONSTRAINT "PaperBatch_collector_known" CHECK ("collector" IN ('', 'desk-officer', 'enumerator', 'village-head', 'union', 'other')),
  ADD CONSTRAINT "PaperBatch_keyed_by_known" CHECK ("keyedBy" IN ('', 'office', 'unit')),
  ADD CONSTRAINT "PaperBatch_sheets_count" CHECK ("sheets" BETWEEN 1 AND 1000),
  ADD CONSTRAINT "PaperBatch_summary_object" CHECK (jsonb_typeof("summary") = 'object');

ALTER TABLE "PaperEntry"
  ADD CONSTRAINT "PaperEntry_pass_known" CHECK ("pass" IN (0, 1, 2)),
  ADD CONSTRAINT "PaperEntry_person_known" CHECK (("pass" = 0) = ("enteredBy" = '')),
  ADD CONSTRAINT "PaperEntry_sheet_counts" CHECK ("sheet" BETWEEN 1 AND 9999),
  ADD CONSTRAINT "PaperEntry_void_known" CHECK ("voidReason" IN ('', 'blank', 'minor', 'refused', 'damaged', 'other')),
  ADD CONSTRAINT "PaperEntry_keyed_object" CHECK (jsonb_typeof("keyed") = 'object');

-- Nothing is keyed into a closed batch, and a closed batch stays as it was closed. The lock makes whoever is keying in wait
-- for whoever is closing.
CREATE FUNCTION require_open_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "PaperBatch"
    WHERE "unitId" = NEW."unitId" AND "waveId" = NEW."waveId" AND "number" = NEW."batch" AND "closedOn" IS NULL
    FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% on "PaperEntry" is refused: its batch is closed', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "PaperEntry_open_batch" BEFORE INSERT OR UPDATE ON "PaperEntry"
  FOR EACH ROW EXECUTE FUNCTION require_open_batch();
CREATE TRIGGER "PaperBatch_closed_unchanged" BEFORE UPDATE ON "PaperBatch"
  FOR EACH ROW WHEN (OLD."closedOn" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PaperBatch_closed_kept" BEFORE DELETE ON "PaperBatch"
  FOR EACH ROW WHEN (OLD."closedOn" IS NOT NULL) EXECUTE FUNCTION refuse_unless_sample();
