-- CreateTable
CREATE TABLE "PublishedFigure" (
    "id" BIGSERIAL NOT NULL,
    "series" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "rank" INTEGER,
    "outOf" INTEGER,
    "isDerived" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredBy" TEXT NOT NULL,

    CONSTRAINT "PublishedFigure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublishedFigure_unitId_series_idx" ON "PublishedFigure"("unitId", "series");

-- AddForeignKey
ALTER TABLE "PublishedFigure" ADD CONSTRAINT "PublishedFigure_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A figure carries its value or takes one back; ranks stand only beside a value.
ALTER TABLE "PublishedFigure"
  ADD CONSTRAINT "PublishedFigure_value_finite" CHECK ("value" > '-Infinity' AND "value" < 'Infinity'),
  ADD CONSTRAINT "PublishedFigure_year_plausible" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "PublishedFigure_kind_known" CHECK ("kind" IN ('value', 'target')),
  ADD CONSTRAINT "PublishedFigure_rank_plausible" CHECK ("rank" >= 1 AND ("outOf" IS NULL OR "outOf" >= "rank")),
  ADD CONSTRAINT "PublishedFigure_source_given" CHECK ("source" <> '');

CREATE TRIGGER "PublishedFigure_append_only" BEFORE UPDATE OR DELETE ON "PublishedFigure"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PublishedFigure_not_emptied" BEFORE TRUNCATE ON "PublishedFigure"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Definition" DROP CONSTRAINT "Definition_kind_known";
ALTER TABLE "Definition"
  ADD CONSTRAINT "Definition_kind_known" CHECK ("kind" IN ('form', 'index', 'series', 'units', 'areas', 'channels'));
