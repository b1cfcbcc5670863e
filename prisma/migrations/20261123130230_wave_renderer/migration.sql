-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "renderer" TEXT NOT NULL DEFAULT 'light';

-- Citizens get the light form wherever it can show the form; only delegates may be given the other one.
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_renderer_check"
  CHECK (renderer = 'light' OR (renderer = 'surveyjs' AND audience = 'delegates'));
