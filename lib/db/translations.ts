// Words of published forms in further languages, and the recordings and pictures that belong to them. Rows are only added:
// the newest of a place counts, the others are its history.

import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Review } from '#lib/surveys/language-state'

export type TranslationRow = {
  id: number
  language: string
  texts: Record<string, string>
  review: Review
  note: string
  enteredAt: Date
}

/** The newest translation of a form into each language that has one. */
export function findTranslations(formId: number): Promise<TranslationRow[]> {
  return database().prisma.$queryRaw<TranslationRow[]>`
    select distinct on (language) id, language, texts, review, note, "enteredAt"
    from "Translation" where "formId" = ${formId} order by language, id desc`
}

export type TranslationEvent = Omit<TranslationRow, 'texts'> & { count: number; enteredBy: string | null }

/** Everything that was handed in for a form and language, newest first, with the name of who did. */
export function listTranslationEvents(formId: number, language: string): Promise<TranslationEvent[]> {
  return database().prisma.$queryRaw<TranslationEvent[]>`
    select t.id, t.language, t.review, t.note, t."enteredAt", u.name as "enteredBy",
      (select count(*)::int from jsonb_object_keys(t.texts)) as count
    from "Translation" t left join "User" u on u.id = t."enteredBy"
    where t."formId" = ${formId} and t.language = ${language} order by t.id desc limit 50`
}

type NewTranslation = Omit<TranslationRow, 'id' | 'enteredAt'> & { formId: number }

/** Adds a translation together with its line in the audit log. */
export async function insertTranslation(
  translation: NewTranslation,
  audit: AuditEntry & { actor: Actor },
): Promise<void> {
  const { prisma } = database()
  const { actor, ...entry } = audit
  await prisma.$transaction([
    prisma.translation.create({ data: { ...translation, enteredBy: actor.userId } }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}

/** Changes whenever something was added to a form's words, recordings or pictures. */
export async function formAdditionsStamp(formId: number): Promise<string> {
  const [row] = await database().prisma.$queryRaw<{ stamp: string }[]>`
    select concat((select max(id) from "Translation" where "formId" = ${formId}), ' ',
      (select max(id) from "Attachment" where "formId" = ${formId})) as stamp`
  return row?.stamp ?? ''
}
