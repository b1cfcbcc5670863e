-- Invited people cast secret ballots now. Answers that came by one-time links stay as they are.
-- DropForeignKey
ALTER TABLE "OneTimeLink" DROP CONSTRAINT "OneTimeLink_waveId_unitId_fkey";

-- DropTable
DROP TABLE "OneTimeLink";
