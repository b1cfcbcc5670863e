-- Figures are entered in scoring rounds now. What officers had entered so far (not the sample figures, which come back as
-- sample rounds) becomes a round of its own per index version and year: scored and accepted as it stood, ready to freeze.

INSERT INTO "Round" ("id", "title", "titleEn", "indexId", "year", "appraiserId", "selfScoreBy", "appraiseBy", "explainBy", "reappraiseBy", "allowsLate", "createdBy")
SELECT DISTINCT 'so-lieu-nhap-' || e."indexId" || '-' || e."year", 'Số liệu nhập năm ' || e."year", 'Figures entered for ' || e."year", e."indexId", e."year",
  coalesce((SELECT min(u."parentId") FROM "EnteredScore" o JOIN "Unit" u ON u."id" = o."unitId"
    WHERE o."indexId" = e."indexId" AND o."year" = e."year" AND NOT o."isSample"),
    (SELECT min(o."unitId") FROM "EnteredScore" o WHERE o."indexId" = e."indexId" AND o."year" = e."year" AND NOT o."isSample")),
  now(), now(), now(), now(), true, 'system'
FROM "EnteredScore" e WHERE NOT e."isSample";

INSERT INTO "RoundUnit" ("roundId", "unitId", "indexId", "year")
SELECT DISTINCT 'so-lieu-nhap-' || "indexId" || '-' || "year", "unitId", "indexId", "year" FROM "EnteredScore" WHERE NOT "isSample";

INSERT INTO "RoundEvent" ("unitId", "roundId", "number", "at", "actorId", "actorName", "kind", "step", "criterion", "details")
SELECT "unitId", "roundId", row_number() OVER (PARTITION BY "unitId", "roundId" ORDER BY "stage", "criterion"), "enteredAt",
  CASE WHEN "stage" = 1 THEN coalesce("enteredBy", 'system') ELSE 'system' END, 'system',
  CASE "stage" WHEN 1 THEN 'self-score' WHEN 2 THEN 'submit' WHEN 3 THEN 'appraise' ELSE 'finish-appraisal' END,
  CASE "stage" WHEN 1 THEN 'self-scoring' WHEN 2 THEN 'appraisal' WHEN 3 THEN 'appraisal' ELSE 'settled' END,
  "criterion", "details"
FROM (
  SELECT "unitId", 'so-lieu-nhap-' || "indexId" || '-' || "year" AS "roundId", s."stage", "enteredAt", "enteredBy", "criterion",
    jsonb_build_object('answer', jsonb_build_object('kind', 'figure', 'value', "value"))
      || CASE s."stage" WHEN 1 THEN jsonb_build_object('note', "note") ELSE jsonb_build_object('reason', '') END AS "details"
  FROM "EnteredScore" CROSS JOIN (VALUES (1), (3)) AS s("stage") WHERE NOT "isSample"
  UNION ALL
  SELECT "unitId", "roundId", s."stage", now(), NULL, NULL, '{}'::jsonb
  FROM "RoundUnit" CROSS JOIN (VALUES (2), (4)) AS s("stage") WHERE "roundId" LIKE 'so-lieu-nhap-%'
) AS deeds
ORDER BY "unitId", "roundId", "stage", "criterion";

-- DropForeignKey
ALTER TABLE "EnteredScore" DROP CONSTRAINT "EnteredScore_indexId_fkey";

-- DropForeignKey
ALTER TABLE "EnteredScore" DROP CONSTRAINT "EnteredScore_unitId_fkey";

-- DropTable
DROP TABLE "EnteredScore";
