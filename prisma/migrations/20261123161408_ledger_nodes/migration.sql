-- AlterTable
ALTER TABLE "LedgerHead" ADD COLUMN     "key" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "LedgerNode" (
    "waveId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerNode_pkey" PRIMARY KEY ("waveId","level","index")
);

-- CreateTable
CREATE TABLE "LedgerState" (
    "waveId" TEXT NOT NULL,
    "upTo" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "isFinal" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LedgerState_pkey" PRIMARY KEY ("waveId")
);

-- AddForeignKey
ALTER TABLE "LedgerNode" ADD CONSTRAINT "LedgerNode_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerState" ADD CONSTRAINT "LedgerState_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Kept roots only grow with the log, and leave with the sample data alone.
CREATE TRIGGER "LedgerNode_unchanged" BEFORE UPDATE ON "LedgerNode"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerNode_kept" BEFORE DELETE ON "LedgerNode"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();
CREATE TRIGGER "LedgerNode_not_emptied" BEFORE TRUNCATE ON "LedgerNode"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A leaf follows the one before it, whoever writes it: no gap, and nothing put in between.
CREATE FUNCTION refuse_gap_in_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT "waveId", min("index") AS first, max("index") AS last, count(*) AS n FROM added GROUP BY 1) AS a
    WHERE a.last - a.first + 1 <> a.n
      OR a.first <> (SELECT count(*) FROM (
           SELECT FROM "LedgerLeaf" l WHERE l."waveId" = a."waveId" AND l."index" = a.first - 1) AS before) * a.first
  ) THEN
    RAISE EXCEPTION 'INSERT into "LedgerLeaf" is refused: a leaf must follow the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "LedgerLeaf_follows" AFTER INSERT ON "LedgerLeaf"
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_gap_in_log();
ALTER TABLE "LedgerLeaf" ADD CONSTRAINT "LedgerLeaf_shape" CHECK ("index" >= 0 AND "hash" ~ '^[A-Za-z0-9_-]{43}$');
ALTER TABLE "LedgerNode" ADD CONSTRAINT "LedgerNode_shape"
  CHECK ("level" > 0 AND "index" >= 0 AND "hash" ~ '^[A-Za-z0-9_-]{43}$');
ALTER TABLE "LedgerHead" ADD CONSTRAINT "LedgerHead_shape"
  CHECK ("size" > 0 AND "root" ~ '^[A-Za-z0-9_-]{43}$' AND "key" ~ '^[A-Za-z0-9_-]{43}$');
