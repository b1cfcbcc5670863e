-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "boxOpenedAt" TIMESTAMPTZ(3),
ADD COLUMN     "secrecy" TEXT NOT NULL DEFAULT 'open';

-- CreateTable
CREATE TABLE "BallotGroup" (
    "unitId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "stratum" TEXT NOT NULL DEFAULT '',
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "publicKey" TEXT NOT NULL,
    "privateKey" BYTEA,

    CONSTRAINT "BallotGroup_pkey" PRIMARY KEY ("unitId","waveId","stratum")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "unitId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "stratum" TEXT NOT NULL DEFAULT '',
    "contactId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "codeHash" TEXT NOT NULL,
    "blindedHash" TEXT,
    "expiresAt" TIMESTAMPTZ(3),
    "isRevoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("unitId","waveId","id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "unitId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "stratum" TEXT NOT NULL DEFAULT '',
    "receipt" UUID NOT NULL,
    "formId" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "coded" SMALLINT[],
    "leaf" TEXT NOT NULL,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("unitId","waveId","tokenHash")
);

-- CreateTable
CREATE TABLE "SealedDraft" (
    "id" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "deleteOn" DATE NOT NULL,

    CONSTRAINT "SealedDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerLeaf" (
    "waveId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerLeaf_pkey" PRIMARY KEY ("waveId","index")
);

-- CreateTable
CREATE TABLE "LedgerHead" (
    "waveId" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "LedgerHead_pkey" PRIMARY KEY ("waveId","size")
);

-- CreateTable
CREATE TABLE "ContactList" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "deleteOn" DATE NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "unitId" TEXT NOT NULL,
    "sealed" BYTEA,
    "nameKey" TEXT,
    "emailKey" TEXT,
    "phoneKey" TEXT,
    "stratum" TEXT NOT NULL DEFAULT '',
    "cluster" TEXT NOT NULL DEFAULT '',
    "size" DOUBLE PRECISION,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "consent" JSONB,
    "optedOutAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleDraw" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "waveId" TEXT,
    "method" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "frameHash" TEXT NOT NULL,
    "frameSize" INTEGER NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drawnBy" TEXT NOT NULL,

    CONSTRAINT "SampleDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DrawnContact" (
    "drawId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "stratum" TEXT NOT NULL DEFAULT '',
    "cluster" TEXT NOT NULL DEFAULT '',
    "probability" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "DrawnContact_pkey" PRIMARY KEY ("drawId","contactId")
);

-- CreateIndex
CREATE INDEX "BallotGroup_waveId_unitId_idx" ON "BallotGroup"("waveId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_codeHash_key" ON "Invitation"("codeHash");

-- CreateIndex
CREATE INDEX "Invitation_unitId_waveId_stratum_idx" ON "Invitation"("unitId", "waveId", "stratum");

-- CreateIndex
CREATE INDEX "Invitation_contactId_idx" ON "Invitation"("contactId");

-- CreateIndex
CREATE INDEX "Ballot_unitId_waveId_stratum_idx" ON "Ballot"("unitId", "waveId", "stratum");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_unitId_waveId_receipt_key" ON "Ballot"("unitId", "waveId", "receipt");

-- CreateIndex
CREATE INDEX "SealedDraft_deleteOn_idx" ON "SealedDraft"("deleteOn");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerLeaf_waveId_hash_key" ON "LedgerLeaf"("waveId", "hash");

-- CreateIndex
CREATE INDEX "Contact_listId_idx" ON "Contact"("listId");

-- CreateIndex
CREATE INDEX "Contact_unitId_idx" ON "Contact"("unitId");

-- CreateIndex
CREATE INDEX "Contact_emailKey_idx" ON "Contact"("emailKey");

-- CreateIndex
CREATE INDEX "Contact_phoneKey_idx" ON "Contact"("phoneKey");

-- CreateIndex
CREATE INDEX "SampleDraw_listId_idx" ON "SampleDraw"("listId");

-- CreateIndex
CREATE INDEX "SampleDraw_waveId_idx" ON "SampleDraw"("waveId");

-- CreateIndex
CREATE INDEX "DrawnContact_contactId_idx" ON "DrawnContact"("contactId");

-- AddForeignKey
ALTER TABLE "BallotGroup" ADD CONSTRAINT "BallotGroup_waveId_unitId_fkey" FOREIGN KEY ("waveId", "unitId") REFERENCES "WaveUnit"("waveId", "unitId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_unitId_waveId_stratum_fkey" FOREIGN KEY ("unitId", "waveId", "stratum") REFERENCES "BallotGroup"("unitId", "waveId", "stratum") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_unitId_waveId_stratum_fkey" FOREIGN KEY ("unitId", "waveId", "stratum") REFERENCES "BallotGroup"("unitId", "waveId", "stratum") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerLeaf" ADD CONSTRAINT "LedgerLeaf_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerHead" ADD CONSTRAINT "LedgerHead_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ContactList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleDraw" ADD CONSTRAINT "SampleDraw_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ContactList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleDraw" ADD CONSTRAINT "SampleDraw_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrawnContact" ADD CONSTRAINT "DrawnContact_drawId_fkey" FOREIGN KEY ("drawId") REFERENCES "SampleDraw"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrawnContact" ADD CONSTRAINT "DrawnContact_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How answers are kept secret is promised before anybody answers.
ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_secrecy_known" CHECK ("secrecy" IN ('open', 'ballot'));
CREATE TRIGGER "Wave_secrecy_fixed"
  BEFORE UPDATE OF "secrecy" ON "Wave"
  FOR EACH ROW WHEN (OLD."secrecy" <> NEW."secrecy")
  EXECUTE FUNCTION refuse_change();

-- The log of a wave only grows; it may leave with the sample data alone.
CREATE TRIGGER "LedgerLeaf_unchanged" BEFORE UPDATE ON "LedgerLeaf"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerLeaf_kept" BEFORE DELETE ON "LedgerLeaf"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();
CREATE TRIGGER "LedgerLeaf_not_emptied" BEFORE TRUNCATE ON "LedgerLeaf"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerHead_unchanged" BEFORE UPDATE ON "LedgerHead"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerHead_kept" BEFORE DELETE ON "LedgerHead"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();
CREATE TRIGGER "LedgerHead_not_emptied" BEFORE TRUNCATE ON "LedgerHead"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
