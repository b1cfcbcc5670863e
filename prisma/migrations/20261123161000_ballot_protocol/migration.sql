-- AlterTable
ALTER TABLE "BallotGroup" ADD COLUMN     "cast" INTEGER,
ADD COLUMN     "issued" INTEGER;

-- AlterTable
UPDATE "Invitation" SET "blindedHash" = repeat('-', 43) WHERE "blindedHash" IS NULL;
ALTER TABLE "Invitation" ALTER COLUMN "blindedHash" SET NOT NULL,
ALTER COLUMN "blindedHash" SET DEFAULT '-------------------------------------------';

-- One length for used and unused, so that rows lie where they lie for no reason that has to do with their use.
ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_blindedHash_length" CHECK (length("blindedHash") = 43);

-- What comes out of a box has an entry of its own; what came by one-time links keeps its own.
ALTER TABLE "Wave" DROP CONSTRAINT "Wave_entries_known", DROP CONSTRAINT "Wave_entries_of_delegates";
ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_entries_known" CHECK (cardinality("entries") > 0 AND "entries" <@ ARRAY['open', 'visit-code', 'link', 'ballot', 'drawn']),
  ADD CONSTRAINT "Wave_entries_of_delegates" CHECK (("audience" = 'delegates') = ("entries" && ARRAY['link', 'ballot']) AND ("audience" <> 'delegates' OR cardinality("entries") = 1)),
  ADD CONSTRAINT "Wave_ballots" CHECK (("secrecy" = 'ballot') = ('ballot' = ANY ("entries")) AND ("secrecy" <> 'ballot' OR ("graceDays" = 0 AND "modes" = ARRAY['self']))),
  ADD CONSTRAINT "Wave_box" CHECK ("boxOpenedAt" IS NULL OR "secrecy" = 'ballot');
ALTER TABLE "Response" DROP CONSTRAINT "Response_entry_known";
ALTER TABLE "Response"
  ADD CONSTRAINT "Response_entry_known" CHECK ("entry" IN ('open', 'visit-code', 'link', 'ballot', 'drawn'));
