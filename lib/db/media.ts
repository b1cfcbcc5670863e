// Recordings and pictures: the bytes by their hash, and where in a published form they belong. Rows are only added.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { MediaPlace } from '#lib/surveys/form-texts'

export type MediaKind = MediaPlace['kind']
export type AttachmentRow = {
  owner: string
  language: string
  kind: MediaKind
  hash: string
  type: string
  source: string
  size: number
}

/** What is attached to a form now: the newest of each place, without those taken away. */
export function findAttachments(formId: number): Promise<AttachmentRow[]> {
  return database().prisma.$queryRaw<AttachmentRow[]>`
    select a.owner, a.language, a.kind, a.hash, m.type, m.source, octet_length(m.bytes) as size
    from (select distinct on (owner, language, kind) * from "Attachment" where "formId" = ${formId}
      order by owner, language, kind, id desc) a join "Media" m on m.hash = a.hash
    order by a.owner, a.language, a.kind`
}

/** Where an attachment belongs and is served. */
export function mediaPlace({ owner, language, kind, hash }: AttachmentRow): MediaPlace {
  return { owner, language, kind, url: mediaUrl(hash) }
}

/** The address of a recording or picture for everybody. */
export function mediaUrl(hash: string): string {
  return `/s/media/${hash}`
}

/** The bytes of a recording or picture, or null. */
export function findMedia(hash: string): Promise<{ type: string; bytes: Uint8Array } | null> {
  return database().prisma.media.findUnique({ where: { hash }, select: { type: true, bytes: true } })
}

type NewMedia = { hash: string; type: string; bytes: Uint8Array<ArrayBuffer>; source: string }
type Place = { formId: number; owner: string; language: string; kind: MediaKind }

/** Attaches media to a place, or takes away what is there (null), with its line in the audit log. The same bytes are kept once. */
export async function insertAttachment(
  place: Place,
  media: NewMedia | null,
  audit: AuditEntry & { actor: Actor },
): Promise<void> {
  const { actor, ...entry } = audit
  const by = actor.userId
  await database().prisma.$transaction(async (transaction) => {
    if (media)
      await transaction.media.createMany({ data: [{ ...media, uploadedBy: by }], skipDuplicates: true })
    await transaction.attachment.create({ data: { ...place, hash: media?.hash ?? null, enteredBy: by } })
    await transaction.auditEvent.create({ data: auditRow(actor, entry) })
  })
}
