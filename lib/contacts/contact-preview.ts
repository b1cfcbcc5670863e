// What an officer sees of a spreadsheet of people before anybody is stored.
import type { ColumnField } from '#lib/contacts/contact-columns'
import type { ReadContact } from '#lib/contacts/read-contacts'
import type { ImportPreview } from '#lib/imports/import-preview'

export type ContactPreview = ImportPreview<ColumnField, ReadContact>
