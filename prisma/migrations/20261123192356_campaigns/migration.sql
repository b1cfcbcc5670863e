-- CreateTable
CREATE TABLE "CampaignPlan" (
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "step" TEXT NOT NULL DEFAULT 'draft',
    "stepAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "events" INTEGER NOT NULL DEFAULT 0,
    "body" JSONB NOT NULL DEFAULT '{}',
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CampaignPlan_pkey" PRIMARY KEY ("unitId","year")
);

-- CreateTable
CREATE TABLE "CampaignPlanEvent" (
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "body" JSONB,

    CONSTRAINT "CampaignPlanEvent_pkey" PRIMARY KEY ("unitId","year","number")
);

-- CreateTable
CREATE TABLE "Activity" (
    "unitId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "planItem" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "channel" TEXT NOT NULL,
    "areas" TEXT[],
    "targetGroups" TEXT[],
    "village" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "amounts" JSONB NOT NULL,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "link" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "isWithdrawn" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'form',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedBy" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("unitId","id","version")
);

-- CreateTable
CREATE TABLE "PeriodReport" (
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "step" TEXT NOT NULL DEFAULT 'draft',
    "stepAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "events" INTEGER NOT NULL DEFAULT 0,
    "words" JSONB NOT NULL DEFAULT '{}',
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PeriodReport_pkey" PRIMARY KEY ("unitId","year","period")
);

-- CreateTable
CREATE TABLE "PeriodReportEvent" (
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "words" JSONB,
    "document" JSONB,

    CONSTRAINT "PeriodReportEvent_pkey" PRIMARY KEY ("unitId","year","period","number")
);

-- CreateTable
CREATE TABLE "Rollout" (
    "id" UUID NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "frame" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drawnBy" TEXT NOT NULL,
    "drawnByName" TEXT NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Rollout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EffectStudy" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "indexId" INTEGER NOT NULL,
    "rolloutId" UUID,
    "body" JSONB NOT NULL,
    "declaredAt" TIMESTAMPTZ(3),
    "declaredBy" TEXT NOT NULL DEFAULT '',
    "declaredByName" TEXT NOT NULL DEFAULT '',
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "EffectStudy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EffectStudyWave" (
    "studyId" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EffectStudyWave_pkey" PRIMARY KEY ("studyId","waveId")
);

-- CreateIndex
CREATE INDEX "CampaignPlan_year_idx" ON "CampaignPlan"("year");

-- CreateIndex
CREATE INDEX "Activity_unitId_startsOn_idx" ON "Activity"("unitId", "startsOn");

-- CreateIndex
CREATE INDEX "PeriodReport_year_period_idx" ON "PeriodReport"("year", "period");

-- CreateIndex
CREATE INDEX "Rollout_unitId_idx" ON "Rollout"("unitId");

-- CreateIndex
CREATE INDEX "EffectStudy_unitId_idx" ON "EffectStudy"("unitId");

-- CreateIndex
CREATE INDEX "EffectStudy_indexId_idx" ON "EffectStudy"("indexId");

-- CreateIndex
CREATE INDEX "EffectStudy_rolloutId_idx" ON "EffectStudy"("rolloutId");

-- CreateIndex
CREATE INDEX "EffectStudyWave_waveId_idx" ON "EffectStudyWave"("waveId");

-- AddForeignKey
ALTER TABLE "CampaignPlan" ADD CONSTRAINT "CampaignPlan_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignPlanEvent" ADD CONSTRAINT "CampaignPlanEvent_unitId_year_fkey" FOREIGN KEY ("unitId", "year") REFERENCES "CampaignPlan"("unitId", "year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodReport" ADD CONSTRAINT "PeriodReport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodReportEvent" ADD CONSTRAINT "PeriodReportEvent_unitId_year_period_fkey" FOREIGN KEY ("unitId", "year", "period") REFERENCES "PeriodReport"("unitId", "year", "period") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rollout" ADD CONSTRAINT "Rollout_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectStudy" ADD CONSTRAINT "EffectStudy_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectStudy" ADD CONSTRAINT "EffectStudy_indexId_fkey" FOREIGN KEY ("indexId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectStudy" ADD CONSTRAINT "EffectStudy_rolloutId_fkey" FOREIGN KEY ("rolloutId") REFERENCES "Rollout"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectStudyWave" ADD CONSTRAINT "EffectStudyWave_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "EffectStudy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectStudyWave" ADD CONSTRAINT "EffectStudyWave_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a column may hold.
ALTER TABLE "CampaignPlan"
  ADD CONSTRAINT "CampaignPlan_step_known" CHECK ("step" IN ('draft', 'submitted', 'returned', 'accepted', 'issued')),
  ADD CONSTRAINT "CampaignPlan_year_plausible" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "CampaignPlan_body_object" CHECK (jsonb_typeof("body") = 'object');
ALTER TABLE "CampaignPlanEvent"
  ADD CONSTRAINT "CampaignPlanEvent_kind_known" CHECK ("kind" IN ('save', 'submit', 'return', 'accept', 'issue', 'amend'));
ALTER TABLE "Activity"
  ADD CONSTRAINT "Activity_version_counts" CHECK ("version" >= 1),
  ADD CONSTRAINT "Activity_days_in_order" CHECK ("startsOn" <= "endsOn"),
  ADD CONSTRAINT "Activity_cost_not_negative" CHECK ("cost" >= 0),
  ADD CONSTRAINT "Activity_areas_given" CHECK (cardinality("areas") > 0),
  ADD CONSTRAINT "Activity_amounts_object" CHECK (jsonb_typeof("amounts") = 'object'),
  ADD CONSTRAINT "Activity_source_known" CHECK ("source" IN ('form', 'import')),
  ADD CONSTRAINT "Activity_correction_explained" CHECK ("version" = 1 OR "reason" <> '');
ALTER TABLE "PeriodReport"
  ADD CONSTRAINT "PeriodReport_step_known" CHECK ("step" IN ('draft', 'submitted', 'returned', 'accepted')),
  ADD CONSTRAINT "PeriodReport_period_known" CHECK ("period" IN ('q1', 'h1', 'year')),
  ADD CONSTRAINT "PeriodReport_words_object" CHECK (jsonb_typeof("words") = 'object');
ALTER TABLE "PeriodReportEvent"
  ADD CONSTRAINT "PeriodReportEvent_kind_known" CHECK ("kind" IN ('save', 'submit', 'return', 'accept')),
  ADD CONSTRAINT "PeriodReportEvent_document_of_submission" CHECK (("kind" = 'submit') = ("document" IS NOT NULL));
ALTER TABLE "Rollout"
  ADD CONSTRAINT "Rollout_method_known" CHECK ("method" IN ('simple', 'matched'));
ALTER TABLE "EffectStudy"
  ADD CONSTRAINT "EffectStudy_declared_by_somebody" CHECK ("declaredAt" IS NULL OR "declaredBy" <> '');

-- Events of a plan follow each other without a gap, and its row moves with them, as in scoring rounds. Two people who write
-- at once meet here: the second finds that the number before his is no longer the last one.
CREATE FUNCTION follow_plan_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "CampaignPlan"
    SET "events" = NEW."number", "step" = NEW."step", "stepAt" = CASE WHEN "step" = NEW."step" THEN "stepAt" ELSE NEW."at" END,
      "body" = coalesce(NEW."body", "body")
    WHERE "unitId" = NEW."unitId" AND "year" = NEW."year" AND "events" = NEW."number" - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'event % of the plan of % for % does not follow the last one', NEW."number", NEW."unitId", NEW."year"
      USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CampaignPlanEvent_follows" BEFORE INSERT ON "CampaignPlanEvent"
  FOR EACH ROW EXECUTE FUNCTION follow_plan_event();
CREATE TRIGGER "CampaignPlan_follows_events" BEFORE UPDATE ON "CampaignPlan"
  FOR EACH ROW EXECUTE FUNCTION refuse_by_hand();

CREATE FUNCTION follow_period_report_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "PeriodReport"
    SET "events" = NEW."number", "step" = NEW."step", "stepAt" = CASE WHEN "step" = NEW."step" THEN "stepAt" ELSE NEW."at" END,
      "words" = coalesce(NEW."words", "words")
    WHERE "unitId" = NEW."unitId" AND "year" = NEW."year" AND "period" = NEW."period" AND "events" = NEW."number" - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'event % of the report % % of % does not follow the last one', NEW."number", NEW."period", NEW."year", NEW."unitId"
      USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PeriodReportEvent_follows" BEFORE INSERT ON "PeriodReportEvent"
  FOR EACH ROW EXECUTE FUNCTION follow_period_report_event();
CREATE TRIGGER "PeriodReport_follows_events" BEFORE UPDATE ON "PeriodReport"
  FOR EACH ROW EXECUTE FUNCTION refuse_by_hand();

-- History may leave only with the sample data.
CREATE TRIGGER "CampaignPlan_kept" BEFORE DELETE ON "CampaignPlan"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();
CREATE TRIGGER "Activity_unchanged" BEFORE UPDATE ON "Activity"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Activity_kept" BEFORE DELETE ON "Activity"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();
CREATE TRIGGER "Activity_not_emptied" BEFORE TRUNCATE ON "Activity"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PeriodReport_kept" BEFORE DELETE ON "PeriodReport"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();
CREATE TRIGGER "Rollout_unchanged" BEFORE UPDATE ON "Rollout"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Rollout_kept" BEFORE DELETE ON "Rollout"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();
CREATE TRIGGER "Rollout_not_emptied" BEFORE TRUNCATE ON "Rollout"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EffectStudy_kept" BEFORE DELETE ON "EffectStudy"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();

CREATE FUNCTION refuse_unless_sample_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "CampaignPlan" WHERE "unitId" = OLD."unitId" AND "year" = OLD."year" AND "isSample") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only rows of sample plans may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "CampaignPlanEvent_unchanged" BEFORE UPDATE ON "CampaignPlanEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CampaignPlanEvent_kept" BEFORE DELETE ON "CampaignPlanEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_plan();
CREATE TRIGGER "CampaignPlanEvent_not_emptied" BEFORE TRUNCATE ON "CampaignPlanEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_unless_sample_period_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "PeriodReport" WHERE "unitId" = OLD."unitId" AND "year" = OLD."year" AND "period" = OLD."period" AND "isSample"
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only rows of sample reports may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "PeriodReportEvent_unchanged" BEFORE UPDATE ON "PeriodReportEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PeriodReportEvent_kept" BEFORE DELETE ON "PeriodReportEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_period_report();
CREATE TRIGGER "PeriodReportEvent_not_emptied" BEFORE TRUNCATE ON "PeriodReportEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was declared stays declared; until then a study is a draft.
CREATE TRIGGER "EffectStudy_declared_for_good"
  BEFORE UPDATE ON "EffectStudy"
  FOR EACH ROW
  WHEN (OLD."declaredAt" IS NOT NULL OR OLD."id" <> NEW."id" OR OLD."unitId" <> NEW."unitId" OR OLD."isSample" <> NEW."isSample")
  EXECUTE FUNCTION refuse_change();
