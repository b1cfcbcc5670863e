-- AlterTable
ALTER TABLE "User" ADD COLUMN     "contactId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "User_contactId_key" ON "User"("contactId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A delegate's account: the only kind that belongs to a contact.
ALTER TABLE "User" DROP CONSTRAINT "User_role_known";
ALTER TABLE "User"
  ADD CONSTRAINT "User_role_known" CHECK ("role" IN ('admin', 'district', 'commune', 'analyst', 'viewer', 'delegate')),
  ADD CONSTRAINT "User_contact_is_delegate" CHECK ("contactId" IS NULL OR "role" = 'delegate');
