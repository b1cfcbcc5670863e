-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'survey';

-- CreateTable
CREATE TABLE "Contest" (
    "waveId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "threshold" INTEGER NOT NULL,
    "entryDays" INTEGER NOT NULL,
    "keepDays" INTEGER NOT NULL,
    "prizes" JSONB NOT NULL,
    "commitment" TEXT NOT NULL,
    "sealedSecret" BYTEA NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "Contest_pkey" PRIMARY KEY ("waveId")
);

-- CreateTable
CREATE TABLE "ContestEntry" (
    "waveId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ticketKey" TEXT NOT NULL,
    "phoneKey" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "consent" TEXT NOT NULL,

    CONSTRAINT "ContestEntry_pkey" PRIMARY KEY ("waveId","number")
);

-- CreateTable
CREATE TABLE "ContestDraw" (
    "waveId" TEXT NOT NULL,
    "numbers" INTEGER[],
    "secret" TEXT NOT NULL,
    "head" JSONB NOT NULL,
    "seed" TEXT NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drawnBy" TEXT NOT NULL,
    "drawnByName" TEXT NOT NULL,

    CONSTRAINT "ContestDraw_pkey" PRIMARY KEY ("waveId")
);

-- CreateTable
CREATE TABLE "ContestPass" (
    "waveId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "ContestPass_pkey" PRIMARY KEY ("waveId","number")
);

-- CreateIndex
CREATE INDEX "Contest_unitId_idx" ON "Contest"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "ContestEntry_waveId_ticketKey_key" ON "ContestEntry"("waveId", "ticketKey");

-- CreateIndex
CREATE UNIQUE INDEX "ContestEntry_waveId_phoneKey_key" ON "ContestEntry"("waveId", "phoneKey");

-- AddForeignKey
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestEntry" ADD CONSTRAINT "ContestEntry_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Contest"("waveId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestDraw" ADD CONSTRAINT "ContestDraw_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Contest"("waveId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestPass" ADD CONSTRAINT "ContestPass_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "ContestDraw"("waveId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a column may hold.
ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_purpose_known" CHECK ("purpose" IN ('survey', 'contest')),
  ADD CONSTRAINT "Wave_contest_open_to_all" CHECK (
    "purpose" = 'survey'
    OR ("secrecy" = 'open' AND "design" = 'none' AND "modes" = ARRAY['self'] AND "entries" = ARRAY['open'])
  );
ALTER TABLE "Contest"
  ADD CONSTRAINT "Contest_threshold_not_negative" CHECK ("threshold" >= 0),
  ADD CONSTRAINT "Contest_entry_days_plausible" CHECK ("entryDays" BETWEEN 0 AND 30),
  ADD CONSTRAINT "Contest_keep_days_plausible" CHECK ("keepDays" BETWEEN 1 AND 730),
  ADD CONSTRAINT "Contest_prizes_listed" CHECK (jsonb_typeof("prizes") = 'array');
ALTER TABLE "ContestEntry"
  ADD CONSTRAINT "ContestEntry_number_of_seven_digits" CHECK ("number" BETWEEN 1000000 AND 9999999);
ALTER TABLE "ContestDraw"
  ADD CONSTRAINT "ContestDraw_of_somebody" CHECK (cardinality("numbers") > 0);
ALTER TABLE "ContestPass"
  ADD CONSTRAINT "ContestPass_reason_known" CHECK ("reason" IN ('unreached', 'declined', 'not-entitled', 'withdrawn'));

-- What a wave is for decides whether its answers may ever count as a measurement.
CREATE TRIGGER "Wave_purpose_fixed"
  BEFORE UPDATE OF "purpose" ON "Wave"
  FOR EACH ROW WHEN (OLD."purpose" <> NEW."purpose")
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_contest_as_measurement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Wave" WHERE "id" = NEW."waveId" AND "purpose" = 'contest') THEN
    RAISE EXCEPTION 'INSERT into "%" is refused: the answers of a contest measure nothing', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Release_of_survey" BEFORE INSERT ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_contest_as_measurement();
CREATE TRIGGER "EffectStudyWave_of_survey" BEFORE INSERT ON "EffectStudyWave"
  FOR EACH ROW EXECUTE FUNCTION refuse_contest_as_measurement();
CREATE TRIGGER "Tally_of_survey" BEFORE INSERT ON "Tally"
  FOR EACH ROW EXECUTE FUNCTION refuse_contest_as_measurement();

-- Rules, prizes and the promise of the seed are fixed before the first answer; the secret may be sealed anew with another key.
CREATE TRIGGER "Contest_fixed"
  BEFORE UPDATE OF "waveId", "unitId", "threshold", "entryDays", "keepDays", "prizes", "commitment", "createdBy" ON "Contest"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Contest_kept" BEFORE DELETE ON "Contest"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();

-- One draw for each contest (primary key), which stays as it is; nobody enters after it.
CREATE TRIGGER "ContestDraw_unchanged" BEFORE UPDATE ON "ContestDraw"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ContestDraw_kept" BEFORE DELETE ON "ContestDraw"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();
CREATE TRIGGER "ContestDraw_not_emptied" BEFORE TRUNCATE ON "ContestDraw"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ContestPass_unchanged" BEFORE UPDATE ON "ContestPass"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ContestPass_kept" BEFORE DELETE ON "ContestPass"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();
CREATE TRIGGER "ContestPass_not_emptied" BEFORE TRUNCATE ON "ContestPass"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_late_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "ContestDraw" WHERE "waveId" = NEW."waveId") THEN
    RAISE EXCEPTION 'INSERT into "ContestEntry" is refused: the prizes have been drawn'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ContestEntry_before_draw" BEFORE INSERT ON "ContestEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_entry();
