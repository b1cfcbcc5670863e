-- DropIndex
DROP INDEX "Contact_listId_idx";

-- CreateIndex
CREATE UNIQUE INDEX "Contact_listId_emailKey_key" ON "Contact"("listId", "emailKey");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_listId_phoneKey_key" ON "Contact"("listId", "phoneKey");
