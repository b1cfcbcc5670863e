-- CreateTable
CREATE TABLE "MessageTemplate" (
    "id" SERIAL NOT NULL,
    "waveId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredBy" TEXT NOT NULL,

    CONSTRAINT "MessageTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mailing" (
    "id" UUID NOT NULL,
    "waveId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "templateId" INTEGER,
    "plannedFor" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "endedOn" DATE,

    CONSTRAINT "Mailing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "unitId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "mailingId" UUID NOT NULL,
    "waveId" TEXT NOT NULL,
    "invitationId" UUID NOT NULL,
    "contactId" UUID,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "queuedAt" TIMESTAMPTZ(3),
    "claimedOn" DATE,
    "sentOn" DATE,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("unitId","id")
);

-- CreateTable
CREATE TABLE "UndeliverableAddress" (
    "contactId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "notedOn" DATE NOT NULL,

    CONSTRAINT "UndeliverableAddress_pkey" PRIMARY KEY ("contactId")
);

-- CreateTable
CREATE TABLE "LateUnitAlert" (
    "waveId" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "recipients" BYTEA,
    "lastSentOn" DATE,

    CONSTRAINT "LateUnitAlert_pkey" PRIMARY KEY ("waveId")
);

-- CreateIndex
CREATE INDEX "MessageTemplate_waveId_kind_channel_id_idx" ON "MessageTemplate"("waveId", "kind", "channel", "id");

-- CreateIndex
CREATE INDEX "Mailing_waveId_idx" ON "Mailing"("waveId");

-- CreateIndex
CREATE INDEX "Mailing_templateId_idx" ON "Mailing"("templateId");

-- CreateIndex
CREATE INDEX "Message_mailingId_state_idx" ON "Message"("mailingId", "state");

-- CreateIndex
CREATE INDEX "Message_unitId_waveId_invitationId_idx" ON "Message"("unitId", "waveId", "invitationId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_contactId_claimedOn_key" ON "Message"("contactId", "claimedOn");

-- AddForeignKey
ALTER TABLE "MessageTemplate" ADD CONSTRAINT "MessageTemplate_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mailing" ADD CONSTRAINT "Mailing_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mailing" ADD CONSTRAINT "Mailing_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "MessageTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_mailingId_fkey" FOREIGN KEY ("mailingId") REFERENCES "Mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_unitId_waveId_invitationId_fkey" FOREIGN KEY ("unitId", "waveId", "invitationId") REFERENCES "Invitation"("unitId", "waveId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UndeliverableAddress" ADD CONSTRAINT "UndeliverableAddress_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateUnitAlert" ADD CONSTRAINT "LateUnitAlert_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- — by hand: closed lists, and words that stay as they were when something was sent with them —

ALTER TABLE "MessageTemplate"
  ADD CONSTRAINT "MessageTemplate_kind_known" CHECK ("kind" IN ('invitation', 'reminder', 'last-call')),
  ADD CONSTRAINT "MessageTemplate_channel_known" CHECK ("channel" IN ('email', 'letter', 'text'));
ALTER TABLE "Mailing"
  ADD CONSTRAINT "Mailing_kind_known" CHECK ("kind" IN ('invitation', 'reminder', 'last-call')),
  ADD CONSTRAINT "Mailing_channel_known" CHECK ("channel" IN ('email', 'webhook')),
  ADD CONSTRAINT "Mailing_status_known" CHECK ("status" IN ('planned', 'running', 'done', 'cancelled'));
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_state_known" CHECK ("state" IN ('planned', 'sent', 'bounced', 'failed', 'skipped')),
  ADD CONSTRAINT "Message_sent_has_day" CHECK ("state" <> 'sent' OR "sentOn" IS NOT NULL);
ALTER TABLE "LateUnitAlert"
  ADD CONSTRAINT "LateUnitAlert_days" CHECK ("daysBefore" BETWEEN 1 AND 30);

CREATE TRIGGER "MessageTemplate_unchanged" BEFORE UPDATE ON "MessageTemplate"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
