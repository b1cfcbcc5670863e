-- CreateTable
CREATE TABLE "Translation" (
    "id" SERIAL NOT NULL,
    "formId" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "review" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredBy" TEXT,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "source" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploadedBy" TEXT,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" SERIAL NOT NULL,
    "formId" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredBy" TEXT,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Translation_formId_language_id_idx" ON "Translation"("formId", "language", "id");

-- CreateIndex
CREATE INDEX "Attachment_formId_owner_language_kind_id_idx" ON "Attachment"("formId", "owner", "language", "kind", "id");

-- CreateIndex
CREATE INDEX "Attachment_hash_idx" ON "Attachment"("hash");

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Media"("hash") ON DELETE SET NULL ON UPDATE CASCADE;


-- What was handed in stays as it was handed in: a correction is a new row. Only sample rows may leave.
ALTER TABLE "Translation"
  ADD CONSTRAINT "Translation_language_plain" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT "Translation_review_known" CHECK ("review" IN ('draft', 'reviewed')),
  ADD CONSTRAINT "Translation_texts_object" CHECK (jsonb_typeof("texts") = 'object');

ALTER TABLE "Media"
  ADD CONSTRAINT "Media_hash_of_bytes" CHECK ("hash" = encode(sha256("bytes"), 'hex')),
  ADD CONSTRAINT "Media_not_huge" CHECK (octet_length("bytes") BETWEEN 1 AND 2097152),
  ADD CONSTRAINT "Media_source_given" CHECK (btrim("source") <> '');

ALTER TABLE "Attachment"
  ADD CONSTRAINT "Attachment_language_plain" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT "Attachment_kind_known" CHECK ("kind" IN ('audio', 'image'));

CREATE FUNCTION refuse_unless_sample_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."isSample" THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on "%" is refused: only sample rows may be removed', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "Translation_unchanged" BEFORE UPDATE ON "Translation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Translation_kept" BEFORE DELETE ON "Translation"
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_sample_row();

CREATE TRIGGER "Media_kept" BEFORE UPDATE OR DELETE ON "Media"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "Attachment_kept" BEFORE UPDATE OR DELETE ON "Attachment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
