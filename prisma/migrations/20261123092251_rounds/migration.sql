-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "indexId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "appraiserId" TEXT NOT NULL,
    "selfScoreBy" TIMESTAMPTZ(3) NOT NULL,
    "appraiseBy" TIMESTAMPTZ(3) NOT NULL,
    "explainBy" TIMESTAMPTZ(3) NOT NULL,
    "reappraiseBy" TIMESTAMPTZ(3) NOT NULL,
    "allowsLate" BOOLEAN NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundUnit" (
    "roundId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "indexId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "step" TEXT NOT NULL DEFAULT 'self-scoring',
    "stepAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "events" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RoundUnit_pkey" PRIMARY KEY ("unitId","roundId")
);

-- CreateTable
CREATE TABLE "RoundEvent" (
    "unitId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "criterion" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "RoundEvent_pkey" PRIMARY KEY ("unitId","roundId","number")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "unitId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "roundId" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("unitId","id")
);

-- CreateTable
CREATE TABLE "EvidencePart" (
    "unitId" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "EvidencePart_pkey" PRIMARY KEY ("unitId","fileId","part")
);

-- CreateTable
CREATE TABLE "RoundRevision" (
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "RoundRevision_pkey" PRIMARY KEY ("roundId","number")
);

-- CreateIndex
CREATE INDEX "Round_indexId_idx" ON "Round"("indexId");

-- CreateIndex
CREATE INDEX "Round_appraiserId_idx" ON "Round"("appraiserId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_id_indexId_year_key" ON "Round"("id", "indexId", "year");

-- CreateIndex
CREATE INDEX "RoundUnit_roundId_indexId_year_idx" ON "RoundUnit"("roundId", "indexId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "RoundUnit_unitId_indexId_year_key" ON "RoundUnit"("unitId", "indexId", "year");

-- CreateIndex
CREATE INDEX "EvidenceFile_unitId_roundId_idx" ON "EvidenceFile"("unitId", "roundId");

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_appraiserId_fkey" FOREIGN KEY ("appraiserId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundUnit" ADD CONSTRAINT "RoundUnit_roundId_indexId_year_fkey" FOREIGN KEY ("roundId", "indexId", "year") REFERENCES "Round"("id", "indexId", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundUnit" ADD CONSTRAINT "RoundUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundEvent" ADD CONSTRAINT "RoundEvent_unitId_roundId_fkey" FOREIGN KEY ("unitId", "roundId") REFERENCES "RoundUnit"("unitId", "roundId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_unitId_roundId_fkey" FOREIGN KEY ("unitId", "roundId") REFERENCES "RoundUnit"("unitId", "roundId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidencePart" ADD CONSTRAINT "EvidencePart_unitId_fileId_fkey" FOREIGN KEY ("unitId", "fileId") REFERENCES "EvidenceFile"("unitId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundRevision" ADD CONSTRAINT "RoundRevision_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- — rules that Prisma cannot say —

ALTER TABLE "Round"
  ADD CONSTRAINT "Round_id_readable" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("id") <= 60),
  ADD CONSTRAINT "Round_year_plausible" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "Round_deadlines_forward" CHECK ("selfScoreBy" <= "appraiseBy" AND "appraiseBy" <= "explainBy" AND "explainBy" <= "reappraiseBy");

ALTER TABLE "RoundUnit"
  ADD CONSTRAINT "RoundUnit_step_known" CHECK ("step" IN ('self-scoring', 'appraisal', 'explanation', 'second-appraisal', 'settled', 'frozen')),
  ADD CONSTRAINT "RoundUnit_events_count" CHECK ("events" >= 0);

ALTER TABLE "RoundEvent"
  ADD CONSTRAINT "RoundEvent_kind_known" CHECK ("kind" IN ('self-score', 'add-evidence', 'remove-evidence', 'submit', 'appraise',
    'finish-appraisal', 'explain', 'finish-explanation', 'close-explanation', 'appraise-again', 'finish-second-appraisal',
    'reopen', 'extend', 'freeze', 'correct')),
  ADD CONSTRAINT "RoundEvent_details_object" CHECK (jsonb_typeof("details") = 'object');

ALTER TABLE "EvidenceFile"
  ADD CONSTRAINT "EvidenceFile_hash_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "EvidenceFile_size_counts" CHECK ("size" > 0),
  ADD CONSTRAINT "EvidenceFile_name_given" CHECK ("name" <> '' AND length("name") <= 200);

ALTER TABLE "RoundRevision"
  ADD CONSTRAINT "RoundRevision_number_counts" CHECK ("number" >= 1);

-- A unit's events follow each other without a gap; the unit's row moves with them, in the same statement. Two people who
-- write at once meet here: the second finds that the number before his is no longer the last one.
CREATE FUNCTION follow_round_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "RoundUnit"
    SET "events" = NEW."number", "step" = NEW."step", "stepAt" = CASE WHEN "step" = NEW."step" THEN "stepAt" ELSE NEW."at" END
    WHERE "unitId" = NEW."unitId" AND "roundId" = NEW."roundId" AND "events" = NEW."number" - 1
      AND CASE WHEN "step" = 'frozen' THEN NEW."kind" = 'correct' AND NEW."step" = 'frozen' ELSE NEW."kind" <> 'correct' END;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'event % of unit % in round % does not follow the last one, or the result is frozen', NEW."number", NEW."unitId", NEW."roundId"
      USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RoundEvent_follows" BEFORE INSERT ON "RoundEvent"
  FOR EACH ROW EXECUTE FUNCTION follow_round_event();

-- Only that function moves a unit's row.
CREATE FUNCTION refuse_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% on "%" is refused: its rows follow the events', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "RoundUnit_follows_events" BEFORE UPDATE ON "RoundUnit"
  FOR EACH ROW EXECUTE FUNCTION refuse_by_hand();

-- History, evidence and results may leave only with the sample data.
CREATE FUNCTION refuse_unless_sample_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Round" WHERE "id" = OLD."roundId" AND "isSample") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only rows of sample rounds may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "RoundUnit_kept" BEFORE DELETE ON "RoundUnit"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_round();
CREATE TRIGGER "RoundEvent_unchanged" BEFORE UPDATE ON "RoundEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RoundEvent_kept" BEFORE DELETE ON "RoundEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_round();
CREATE TRIGGER "RoundEvent_not_emptied" BEFORE TRUNCATE ON "RoundEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EvidenceFile_unchanged" BEFORE UPDATE ON "EvidenceFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EvidenceFile_kept" BEFORE DELETE ON "EvidenceFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_round();
CREATE TRIGGER "EvidenceFile_not_emptied" BEFORE TRUNCATE ON "EvidenceFile"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RoundRevision_unchanged" BEFORE UPDATE ON "RoundRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RoundRevision_kept" BEFORE DELETE ON "RoundRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_round();
CREATE TRIGGER "RoundRevision_not_emptied" BEFORE TRUNCATE ON "RoundRevision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The bytes of a file can be taken out only while its unit is still scoring itself (a wrong file, somebody's data).
CREATE FUNCTION refuse_after_handing_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "EvidenceFile" f JOIN "RoundUnit" u ON u."unitId" = f."unitId" AND u."roundId" = f."roundId" JOIN "Round" r ON r."id" = f."roundId"
    WHERE f."unitId" = OLD."unitId" AND f."id" = OLD."fileId" AND (u."step" = 'self-scoring' OR r."isSample")
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: the unit has handed in', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "EvidencePart_unchanged" BEFORE UPDATE ON "EvidencePart"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EvidencePart_kept" BEFORE DELETE ON "EvidencePart"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_handing_in();
CREATE TRIGGER "EvidencePart_not_emptied" BEFORE TRUNCATE ON "EvidencePart"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a round is about never changes; a freeze is for ever, and with it the deadlines.
CREATE TRIGGER "Round_nature_fixed"
  BEFORE UPDATE ON "Round"
  FOR EACH ROW
  WHEN (OLD."id" <> NEW."id" OR OLD."indexId" <> NEW."indexId" OR OLD."year" <> NEW."year" OR OLD."appraiserId" <> NEW."appraiserId"
    OR OLD."isSample" <> NEW."isSample" OR OLD."frozenAt" IS NOT NULL)
  EXECUTE FUNCTION refuse_change();
