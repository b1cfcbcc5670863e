-- How an answer came in. Answers stored before this know their right to answer from their wave: the form of an address
-- with a drawn village is "drawn", that of a delegate is "link", all others are "open". Counts are made anew.

-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "entries" TEXT[],
ADD COLUMN     "places" TEXT[];

UPDATE "Wave" SET
  "entries" = CASE WHEN "audience" = 'delegates' THEN ARRAY['link'] WHEN "design" = 'clusters' THEN ARRAY['drawn'] ELSE ARRAY['open'] END,
  "places" = ARRAY['desk', 'home', 'hall', 'office', 'online', 'elsewhere'];

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "batch" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "collector" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "entry" TEXT,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Response" DISABLE TRIGGER "Response_unchanged";
UPDATE "Response" r SET "entry" = CASE WHEN r."cluster" <> '' THEN 'drawn' WHEN w."audience" = 'delegates' THEN 'link' ELSE 'open' END
  FROM "Wave" w WHERE w."id" = r."waveId";
ALTER TABLE "Response" ENABLE TRIGGER "Response_unchanged";
ALTER TABLE "Response" ALTER COLUMN "entry" SET NOT NULL;

DELETE FROM "Tally";
DELETE FROM "TallyState";

-- AlterTable
ALTER TABLE "Tally" DROP CONSTRAINT "Tally_pkey",
ADD COLUMN     "collector" TEXT NOT NULL,
ADD COLUMN     "entry" TEXT NOT NULL,
ADD COLUMN     "place" TEXT NOT NULL,
ADD CONSTRAINT "Tally_pkey" PRIMARY KEY ("unitId", "waveId", "stratum", "cluster", "mode", "place", "collector", "entry", "weight");

-- The closed lists of lib/surveys/collection.ts, kept by the database too.
ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_entries_known" CHECK (cardinality("entries") > 0 AND "entries" <@ ARRAY['open', 'visit-code', 'link', 'drawn']),
  ADD CONSTRAINT "Wave_entries_of_delegates" CHECK (("audience" = 'delegates') = ('link' = ANY ("entries")) AND ("audience" <> 'delegates' OR cardinality("entries") = 1)),
  ADD CONSTRAINT "Wave_entries_of_design" CHECK (("design" = 'clusters') = ('drawn' = ANY ("entries"))),
  ADD CONSTRAINT "Wave_places_known" CHECK ("places" <@ ARRAY['desk', 'home', 'hall', 'office', 'online', 'elsewhere']);

-- An answer belongs to the drawn sample if and only if it carries a drawn village: nothing else can enter its estimates.
ALTER TABLE "Response"
  ADD CONSTRAINT "Response_place_known" CHECK ("place" IN ('', 'desk', 'home', 'hall', 'office', 'online', 'elsewhere')),
  ADD CONSTRAINT "Response_collector_known" CHECK ("collector" IN ('', 'desk-officer', 'enumerator', 'village-head', 'union', 'other')),
  ADD CONSTRAINT "Response_entry_known" CHECK ("entry" IN ('open', 'visit-code', 'link', 'drawn')),
  ADD CONSTRAINT "Response_drawn_has_cluster" CHECK (("entry" = 'drawn') = ("cluster" <> '')),
  ADD CONSTRAINT "Response_batch_short" CHECK (length("batch") <= 60),
  DROP CONSTRAINT "Response_language_plain",
  ADD CONSTRAINT "Response_language_plain" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$');
