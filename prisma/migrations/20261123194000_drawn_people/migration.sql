-- AlterTable
ALTER TABLE "BallotGroup" ADD COLUMN     "draw" JSONB;

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "heads" JSONB NOT NULL DEFAULT '[]';

-- People who are invited out of a recorded draw: the design of their wave is known once they are invited, never later than
-- the opening of the box.
ALTER TABLE "Wave"
  DROP CONSTRAINT "Wave_design_known",
  ADD CONSTRAINT "Wave_design_known" CHECK ("design" IN ('none', 'clusters', 'people')),
  ADD CONSTRAINT "Wave_people_by_ballot" CHECK ("design" <> 'people' OR "secrecy" = 'ballot');

DROP TRIGGER "Wave_nature_fixed" ON "Wave";
CREATE TRIGGER "Wave_nature_fixed"
  BEFORE UPDATE ON "Wave"
  FOR EACH ROW
  WHEN (OLD."id" <> NEW."id" OR OLD."formId" <> NEW."formId" OR OLD."isSample" <> NEW."isSample"
    OR (OLD."design" <> NEW."design" AND NOT (OLD."design" = 'none' AND NEW."design" = 'people'
      AND OLD."secrecy" = 'ballot' AND OLD."boxOpenedAt" IS NULL)))
  EXECUTE FUNCTION refuse_change();

-- How the people of a group were drawn is said when they are invited and never changed.
CREATE TRIGGER "BallotGroup_draw_fixed"
  BEFORE UPDATE OF "draw", "weight" ON "BallotGroup"
  FOR EACH ROW WHEN (OLD."draw" IS DISTINCT FROM NEW."draw" OR OLD."weight" <> NEW."weight")
  EXECUTE FUNCTION refuse_change();

-- The heads a release names are as frozen as its figures.
CREATE TRIGGER "Release_heads_frozen"
  BEFORE UPDATE OF "heads" ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
