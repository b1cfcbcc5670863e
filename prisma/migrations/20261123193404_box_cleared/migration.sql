-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "boxClearedAt" TIMESTAMPTZ(3);

-- The planner's statistics keep values of columns as they stood at some moment: those who had voted by then, on both sides.
-- So none are kept of what fills as people vote.
ALTER TABLE "Ballot"
  ALTER COLUMN "unitId" SET STATISTICS 0, ALTER COLUMN "waveId" SET STATISTICS 0, ALTER COLUMN "tokenHash" SET STATISTICS 0,
  ALTER COLUMN stratum SET STATISTICS 0, ALTER COLUMN receipt SET STATISTICS 0, ALTER COLUMN "formId" SET STATISTICS 0,
  ALTER COLUMN language SET STATISTICS 0, ALTER COLUMN answers SET STATISTICS 0, ALTER COLUMN coded SET STATISTICS 0,
  ALTER COLUMN leaf SET STATISTICS 0;
ALTER TABLE "Invitation" ALTER COLUMN "blindedHash" SET STATISTICS 0;
ALTER TABLE "SealedDraft" ALTER COLUMN id SET STATISTICS 0, ALTER COLUMN bytes SET STATISTICS 0, ALTER COLUMN "deleteOn" SET STATISTICS 0;
