-- CreateTable
CREATE TABLE "VisitBatch" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL,
    "collector" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,
    "handedOut" INTEGER,
    "visits" INTEGER,
    "revokedOn" DATE,
    "createdOn" DATE NOT NULL,

    CONSTRAINT "VisitBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitCode" (
    "codeHash" TEXT NOT NULL,
    "batchId" TEXT NOT NULL,

    CONSTRAINT "VisitCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "UnusedVisitCode" (
    "codeHash" TEXT NOT NULL,

    CONSTRAINT "UnusedVisitCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE INDEX "VisitBatch_waveId_unitId_idx" ON "VisitBatch"("waveId", "unitId");

-- CreateIndex
CREATE INDEX "VisitCode_batchId_idx" ON "VisitCode"("batchId");

-- AddForeignKey
ALTER TABLE "VisitBatch" ADD CONSTRAINT "VisitBatch_waveId_unitId_fkey" FOREIGN KEY ("waveId", "unitId") REFERENCES "WaveUnit"("waveId", "unitId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitCode" ADD CONSTRAINT "VisitCode_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "VisitBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnusedVisitCode" ADD CONSTRAINT "UnusedVisitCode_codeHash_fkey" FOREIGN KEY ("codeHash") REFERENCES "VisitCode"("codeHash") ON DELETE CASCADE ON UPDATE CASCADE;

-- The rules that the database keeps.
ALTER TABLE "VisitBatch"
  ADD CONSTRAINT "VisitBatch_days_forward" CHECK ("validFrom" <= "validTo"),
  ADD CONSTRAINT "VisitBatch_place_known" CHECK ("place" IN ('', 'desk', 'home', 'hall', 'office', 'online', 'elsewhere')),
  ADD CONSTRAINT "VisitBatch_collector_known" CHECK ("collector" IN ('', 'desk-officer', 'enumerator', 'village-head', 'union', 'other')),
  ADD CONSTRAINT "VisitBatch_figures_count" CHECK ("handedOut" >= 0 AND "visits" >= 0);
ALTER TABLE "VisitCode" ADD CONSTRAINT "VisitCode_hash_sha256" CHECK ("codeHash" ~ '^[0-9a-f]{64}$');

-- Codes are made once and never change hands.
CREATE TRIGGER "VisitCode_unchanged" BEFORE UPDATE ON "VisitCode" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "UnusedVisitCode_unchanged" BEFORE UPDATE ON "UnusedVisitCode" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A deleted row lies dead in its page, with the transaction that deleted it, until it is swept: sweep at every round.
ALTER TABLE "UnusedVisitCode" SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0, autovacuum_enabled = true);
