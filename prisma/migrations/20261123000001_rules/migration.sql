-- The rules that the database itself keeps, whoever writes: what may stand in a column, what may never change again.
-- Prisma's schema cannot say these; the test tests/prisma/rules.test.ts does.

-- — what may stand in a column —

ALTER TABLE "Definition"
  ADD CONSTRAINT "Definition_kind_known" CHECK ("kind" IN ('form', 'index', 'units', 'areas', 'channels')),
  ADD CONSTRAINT "Definition_slug_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Definition_version_counts" CHECK ("version" >= 1),
  ADD CONSTRAINT "Definition_hash_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "Unit"
  ADD CONSTRAINT "Unit_validity_forward" CHECK ("validTo" IS NULL OR "validTo" > "validFrom"),
  ADD CONSTRAINT "Unit_parent_other" CHECK ("parentId" IS DISTINCT FROM "id");

ALTER TABLE "UnitLineage"
  ADD CONSTRAINT "UnitLineage_two_units" CHECK ("fromId" <> "toId");

ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_id_readable" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("id") <= 60),
  ADD CONSTRAINT "Wave_audience_known" CHECK ("audience" IN ('citizens', 'delegates')),
  ADD CONSTRAINT "Wave_design_known" CHECK ("design" IN ('none', 'clusters')),
  ADD CONSTRAINT "Wave_modes_known" CHECK (cardinality("modes") > 0 AND "modes" <@ ARRAY['self', 'kiosk', 'assisted', 'paper']),
  ADD CONSTRAINT "Wave_period_forward" CHECK ("periodStart" <= "periodEnd"),
  ADD CONSTRAINT "Wave_opens_before_closing" CHECK ("opensAt" < "closesAt");

ALTER TABLE "WaveUnit"
  ADD CONSTRAINT "WaveUnit_target_counts" CHECK ("target" >= 0);

-- "< 'Infinity'" also turns NaN away: PostgreSQL sorts it above everything.
ALTER TABLE "WaveCluster"
  ADD CONSTRAINT "WaveCluster_weight_positive" CHECK ("weight" > 0 AND "weight" < 'Infinity'),
  ADD CONSTRAINT "WaveCluster_code_given" CHECK ("code" <> '');

ALTER TABLE "Response"
  ADD CONSTRAINT "Response_mode_known" CHECK ("mode" IN ('self', 'kiosk', 'assisted', 'paper')),
  ADD CONSTRAINT "Response_language_plain" CHECK ("language" ~ '^[a-z]{2,3}$'),
  ADD CONSTRAINT "Response_weight_positive" CHECK ("weight" > 0 AND "weight" < 'Infinity'),
  ADD CONSTRAINT "Response_answers_object" CHECK (jsonb_typeof("answers") = 'object');

ALTER TABLE "EnteredScore"
  ADD CONSTRAINT "EnteredScore_value_finite" CHECK ("value" > '-Infinity' AND "value" < 'Infinity'),
  ADD CONSTRAINT "EnteredScore_year_plausible" CHECK ("year" BETWEEN 2000 AND 2100);

ALTER TABLE "User"
  ADD CONSTRAINT "User_login_lower_case" CHECK ("login" = lower("login") AND "login" <> ''),
  ADD CONSTRAINT "User_role_known" CHECK ("role" IN ('admin', 'district', 'commune', 'analyst', 'viewer')),
  ADD CONSTRAINT "User_commune_has_unit" CHECK ("role" <> 'commune' OR "unitId" IS NOT NULL);

ALTER TABLE "Session"
  ADD CONSTRAINT "Session_expires_later" CHECK ("expiresAt" > "createdAt");

-- — what may never change again —

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" is refused: its rows are kept as they were written', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Definition_immutable" BEFORE UPDATE OR DELETE ON "Definition"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Definition_not_emptied" BEFORE TRUNCATE ON "Definition"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_not_emptied" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Answers and released figures may leave only with the sample data.
CREATE FUNCTION refuse_unless_sample() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Wave" WHERE "id" = OLD."waveId" AND "isSample") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only rows of sample waves may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Response_unchanged" BEFORE UPDATE ON "Response"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Response_kept" BEFORE DELETE ON "Response"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();
CREATE TRIGGER "Response_not_emptied" BEFORE TRUNCATE ON "Response"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A release can be withdrawn, never rewritten.
CREATE TRIGGER "Release_frozen"
  BEFORE UPDATE OF "id", "indexId", "waveId", "baselineId", "title", "cells", "method", "releasedAt", "releasedBy" ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Release_kept" BEFORE DELETE ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample();

-- The form, the sample design and the mark "sample" of a wave decide how its answers are read and whether they may go.
CREATE TRIGGER "Wave_nature_fixed"
  BEFORE UPDATE ON "Wave"
  FOR EACH ROW
  WHEN (OLD."id" <> NEW."id" OR OLD."formId" <> NEW."formId" OR OLD."design" <> NEW."design" OR OLD."isSample" <> NEW."isSample")
  EXECUTE FUNCTION refuse_change();
