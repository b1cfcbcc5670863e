// What an officer sees of a spreadsheet of activities before anything is stored.
import type { ActivityColumn } from '#lib/campaigns/activity-columns'
import type { ReadActivity } from '#lib/campaigns/read-activities'
import type { ImportPreview } from '#lib/imports/import-preview'

export type ActivityPreview = ImportPreview<ActivityColumn, ReadActivity>
