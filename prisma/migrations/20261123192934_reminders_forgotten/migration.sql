-- AlterTable
ALTER TABLE "Mailing" ADD COLUMN     "counts" JSONB;
