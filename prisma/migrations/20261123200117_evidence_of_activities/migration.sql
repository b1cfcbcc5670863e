-- AlterTable
ALTER TABLE "EvidenceFile" ADD COLUMN     "activityId" UUID,
ALTER COLUMN "roundId" DROP NOT NULL,
ALTER COLUMN "criterion" SET DEFAULT '';

-- CreateIndex
CREATE INDEX "EvidenceFile_unitId_activityId_idx" ON "EvidenceFile"("unitId", "activityId");

-- A file belongs to a criterion of a round or to an activity, never to both or to nothing.
ALTER TABLE "EvidenceFile"
  ADD CONSTRAINT "EvidenceFile_of_one_thing" CHECK (
    ("roundId" IS NOT NULL AND "activityId" IS NULL AND "criterion" <> '')
    OR ("roundId" IS NULL AND "activityId" IS NOT NULL AND "criterion" = '')
  );

-- Versions of an activity follow each other without a gap, and one that began as sample data stays sample data: a correction
-- must not make a real row that can be deleted, nor a sample row that cannot.
CREATE FUNCTION follow_activity_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."version" = 1 OR EXISTS (
    SELECT FROM "Activity" WHERE "unitId" = NEW."unitId" AND "id" = NEW."id" AND "version" = NEW."version" - 1
      AND "isSample" = NEW."isSample"
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'version % of activity % does not follow the last one', NEW."version", NEW."id"
    USING ERRCODE = 'serialization_failure';
END $$;
CREATE TRIGGER "Activity_follows" BEFORE INSERT ON "Activity"
  FOR EACH ROW EXECUTE FUNCTION follow_activity_version();

-- An activity has no row of its own, only versions: the reference that a foreign key cannot hold.
CREATE FUNCTION require_activity_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Activity" WHERE "unitId" = NEW."unitId" AND "id" = NEW."activityId") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'activity % of % does not exist', NEW."activityId", NEW."unitId"
    USING ERRCODE = 'foreign_key_violation';
END $$;
CREATE TRIGGER "EvidenceFile_of_activity" BEFORE INSERT ON "EvidenceFile"
  FOR EACH ROW WHEN (NEW."activityId" IS NOT NULL) EXECUTE FUNCTION require_activity_of_evidence();

-- Lines of files leave with the sample data only.
CREATE FUNCTION refuse_unless_sample_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Round" WHERE "id" = OLD."roundId" AND "isSample")
    OR EXISTS (SELECT FROM "Activity" WHERE "unitId" = OLD."unitId" AND "id" = OLD."activityId" AND "isSample") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only files of sample data may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "EvidenceFile_kept" ON "EvidenceFile";
CREATE TRIGGER "EvidenceFile_kept" BEFORE DELETE ON "EvidenceFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_evidence();

-- True once the unit has handed in a report on a period that any version of the activity ended in; a report that was
-- returned is no longer handed in.
CREATE FUNCTION is_activity_reported(unit text, activity uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "Activity" a JOIN "PeriodReport" r ON r."unitId" = a."unitId" AND r."year" = extract(year FROM a."endsOn")
    WHERE a."unitId" = unit AND a."id" = activity AND r."step" IN ('submitted', 'accepted')
      AND a."endsOn" <= make_date(r."year",
        CASE r."period" WHEN 'q1' THEN 3 WHEN 'h1' THEN 6 ELSE 12 END,
        CASE r."period" WHEN 'q1' THEN 31 WHEN 'h1' THEN 30 ELSE 31 END)
  )
$$;

-- The bytes of a file can be taken out only before its unit has handed in what the file is evidence of.
CREATE OR REPLACE FUNCTION refuse_after_handing_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "EvidenceFile" f
      LEFT JOIN "RoundUnit" u ON u."unitId" = f."unitId" AND u."roundId" = f."roundId"
      LEFT JOIN "Round" r ON r."id" = f."roundId"
    WHERE f."unitId" = OLD."unitId" AND f."id" = OLD."fileId" AND (
      u."step" = 'self-scoring' OR r."isSample"
      OR (f."activityId" IS NOT NULL AND (
        NOT is_activity_reported(f."unitId", f."activityId")
        OR EXISTS (SELECT FROM "Activity" a WHERE a."unitId" = f."unitId" AND a."id" = f."activityId" AND a."isSample")
      ))
    )
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: the unit has handed in', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
