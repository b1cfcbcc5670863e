-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Definition" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parentId" TEXT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitLineage" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "isWhole" BOOLEAN NOT NULL,

    CONSTRAINT "UnitLineage_pkey" PRIMARY KEY ("fromId","toId")
);

-- CreateTable
CREATE TABLE "Wave" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "formId" INTEGER NOT NULL,
    "audience" TEXT NOT NULL,
    "design" TEXT NOT NULL,
    "modes" TEXT[],
    "periodStart" DATE NOT NULL,
    "periodEnd" DATE NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaveUnit" (
    "waveId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "target" INTEGER NOT NULL,

    CONSTRAINT "WaveUnit_pkey" PRIMARY KEY ("waveId","unitId")
);

-- CreateTable
CREATE TABLE "WaveCluster" (
    "waveId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stratum" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "WaveCluster_pkey" PRIMARY KEY ("waveId","unitId","code")
);

-- CreateTable
CREATE TABLE "Response" (
    "unitId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "receipt" UUID NOT NULL,
    "formId" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "mode" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "cluster" TEXT NOT NULL DEFAULT '',
    "stratum" TEXT NOT NULL DEFAULT '',
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "answers" JSONB NOT NULL,
    "coded" SMALLINT[],
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "Response_pkey" PRIMARY KEY ("unitId","waveId","receipt")
);

-- CreateTable
CREATE TABLE "Tally" (
    "waveId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "stratum" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "n" INTEGER NOT NULL,
    "counts" INTEGER[],

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("unitId","waveId","stratum","cluster","mode","weight")
);

-- CreateTable
CREATE TABLE "TallyState" (
    "waveId" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "upTo" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TallyState_pkey" PRIMARY KEY ("waveId")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "tokenHash" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "usedOn" DATE,

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "EnteredScore" (
    "indexId" INTEGER NOT NULL,
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredBy" TEXT,

    CONSTRAINT "EnteredScore_pkey" PRIMARY KEY ("unitId","indexId","year","criterion")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "indexId" INTEGER NOT NULL,
    "waveId" TEXT NOT NULL,
    "baselineId" TEXT,
    "title" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "method" TEXT NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedBy" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "unitId" TEXT,
    "subject" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Definition_kind_slug_version_key" ON "Definition"("kind", "slug", "version");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_validFrom_key" ON "Unit"("code", "validFrom");

-- CreateIndex
CREATE INDEX "UnitLineage_toId_idx" ON "UnitLineage"("toId");

-- CreateIndex
CREATE INDEX "Wave_formId_idx" ON "Wave"("formId");

-- CreateIndex
CREATE INDEX "WaveUnit_unitId_idx" ON "WaveUnit"("unitId");

-- CreateIndex
CREATE INDEX "Response_waveId_xid_idx" ON "Response"("waveId", "xid");

-- CreateIndex
CREATE INDEX "Response_formId_idx" ON "Response"("formId");

-- CreateIndex
CREATE INDEX "Tally_waveId_idx" ON "Tally"("waveId");

-- CreateIndex
CREATE INDEX "OneTimeLink_waveId_unitId_idx" ON "OneTimeLink"("waveId", "unitId");

-- CreateIndex
CREATE INDEX "EnteredScore_indexId_idx" ON "EnteredScore"("indexId");

-- CreateIndex
CREATE INDEX "Release_indexId_idx" ON "Release"("indexId");

-- CreateIndex
CREATE INDEX "Release_waveId_idx" ON "Release"("waveId");

-- CreateIndex
CREATE INDEX "Release_baselineId_idx" ON "Release"("baselineId");

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

-- CreateIndex
CREATE INDEX "User_unitId_idx" ON "User"("unitId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitLineage" ADD CONSTRAINT "UnitLineage_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitLineage" ADD CONSTRAINT "UnitLineage_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveUnit" ADD CONSTRAINT "WaveUnit_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveUnit" ADD CONSTRAINT "WaveUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaveCluster" ADD CONSTRAINT "WaveCluster_waveId_unitId_fkey" FOREIGN KEY ("waveId", "unitId") REFERENCES "WaveUnit"("waveId", "unitId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_waveId_unitId_fkey" FOREIGN KEY ("waveId", "unitId") REFERENCES "WaveUnit"("waveId", "unitId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tally" ADD CONSTRAINT "Tally_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TallyState" ADD CONSTRAINT "TallyState_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_waveId_unitId_fkey" FOREIGN KEY ("waveId", "unitId") REFERENCES "WaveUnit"("waveId", "unitId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnteredScore" ADD CONSTRAINT "EnteredScore_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnteredScore" ADD CONSTRAINT "EnteredScore_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_baselineId_fkey" FOREIGN KEY ("baselineId") REFERENCES "Wave"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

