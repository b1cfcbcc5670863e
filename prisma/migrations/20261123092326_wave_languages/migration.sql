-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['vi', 'en']::TEXT[];

-- Vietnamese is always offered: everything falls back to it. Codes as in surveys/languages ("cjm-Latn").
ALTER TABLE "Wave"
  ADD CONSTRAINT "Wave_languages_plain" CHECK ("languages" @> ARRAY['vi'] AND array_to_string("languages", ' ', '-') ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*( [a-z]{2,3}(-[A-Za-z0-9]{2,8})*)*$');

ALTER TABLE "Response"
  DROP CONSTRAINT "Response_language_plain",
  ADD CONSTRAINT "Response_language_plain" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
