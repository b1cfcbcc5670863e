-- Frames that code answers in people's own words are definitions, too.
ALTER TABLE "Definition" DROP CONSTRAINT "Definition_kind_known";
ALTER TABLE "Definition"
  ADD CONSTRAINT "Definition_kind_known" CHECK ("kind" IN ('form', 'index', 'series', 'units', 'areas', 'channels', 'code-frame'));
