-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "isLate" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "graceDays" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_grace_of_devices" CHECK ("graceDays" BETWEEN 0 AND 30);

-- Counted on the page of the wave; there are few of them.
CREATE INDEX "Response_late" ON "Response" ("waveId", "unitId") WHERE "isLate";
