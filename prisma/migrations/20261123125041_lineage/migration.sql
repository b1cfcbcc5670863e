-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "units" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "hasUnlistedOrigins" BOOLEAN NOT NULL DEFAULT false;

-- A release keeps the names of its units as they were; those released before this day get the names of today, once.
UPDATE "Release" r SET "units" = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', u."id", 'name', u."name", 'nameEn', u."nameEn") ORDER BY u."id"), '[]')
  FROM (SELECT "id", "name", "nameEn" FROM "Unit" UNION ALL SELECT 'all', 'Tất cả đơn vị', 'All units') u
  WHERE u."id" IN (SELECT cell ->> 'unit' FROM jsonb_array_elements(r."cells") cell));
DROP TRIGGER "Release_frozen" ON "Release";
CREATE TRIGGER "Release_frozen"
  BEFORE UPDATE OF "id", "indexId", "waveId", "baselineId", "title", "cells", "units", "method", "releasedAt", "releasedBy" ON "Release"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
