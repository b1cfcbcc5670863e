// Do the keys outside the database fit what lies in it? Asked at every start: with another key new data would be sealed beside old
// data that nobody can open, and letters that people hold would open nothing.
import type { MaybeActor } from '#lib/access'
import { deriveInvitationCode, hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { findOpenInvitation } from '#lib/db/invited-people'
import { listLastHeads } from '#lib/db/ledger'
import { countByKey, listSealedSettings, sealedColumns } from '#lib/db/sealed-columns'
import { invitationKey } from '#lib/flows/find-invitation'
import { fingerprint } from '#lib/ledger/head'
import { ledgerSigner } from '#lib/ledger-signer'
import type { Sentence } from '#lib/problem'
import { sealingKeyIds } from '#lib/secrecy/sealed-field'

/** `lost`: what cannot be opened any more with these keys; `changed`: what is worth saying and harms nothing. */
export type KeyFindings = { lost: Sentence[]; changed: Sentence[] }

export async function checkKeys(_operator: MaybeActor): Promise<KeyFindings> {
  const [sealed, invitations, log] = await Promise.all([
    checkContactKey(),
    checkInvitationKey(),
    checkLedgerKey(),
  ])
  return { lost: [...sealed, ...invitations], changed: log }
}

async function checkContactKey(): Promise<Sentence[]> {
  const known = new Set(sealingKeyIds().map((id) => Buffer.from(id).toString('hex')))
  const counts = await Promise.all(sealedColumns.map(countByKey))
  const settings = (await listSealedSettings()).map(({ sealed }) =>
    Buffer.from(sealed, 'base64').subarray(1, 5).toString('hex'),
  )
  const foreign = [...counts.flatMap((one) => [...one]), ...settings.map((key) => [key, 1] as const)]
  const lost = foreign.reduce((sum, [key, rows]) => sum + (known.has(key) ? 0 : rows), 0)
  if (lost === 0) return []
  return [
    {
      vi: `CONTACT_KEY không mở được ${lost} mục đã niêm phong trong cơ sở dữ liệu: chúng được niêm phong bằng một khóa khác. Hãy thêm khóa cũ sau dấu phẩy (CONTACT_KEY=mới,cũ), rồi chạy: npm run contacts -- reseal.`,
      en: `CONTACT_KEY does not open ${lost} sealed fields of the database: another key has sealed them. Add the old key after a comma (CONTACT_KEY=new,old), then run: npm run contacts -- reseal.`,
    },
  ]
}

async function checkInvitationKey(): Promise<Sentence[]> {
  const invitation = await findOpenInvitation()
  if (!invitation) return []
  const key = invitationKey()
  const { id, version, codeHash } = invitation
  if (hashInvitationCode(key, deriveInvitationCode(key, id, version)) === codeHash) return []
  return [
    {
      vi: 'INVITATION_KEY không phải là khóa đã tạo các lời mời trong cơ sở dữ liệu: mã mời đã gửi sẽ không dùng được. Hãy đặt lại khóa cũ (tệp invitation-key trong DATA_DIR hoặc bản sao lưu).',
      en: 'INVITATION_KEY is not the key that made the invitations of the database: codes that people hold would open nothing. Put the old key back (the file invitation-key in DATA_DIR, or its backup).',
    },
  ]
}

/** Heads name the key that signed them, so another key is allowed; it has to be announced. */
async function checkLedgerKey(): Promise<Sentence[]> {
  const { key } = ledgerSigner()
  const heads = await listLastHeads()
  if (heads.length === 0 || heads.some((head) => head.key === key)) return []
  return [
    {
      vi: `LEDGER_KEY là khóa mới đối với các sổ phiếu đã có. Nếu đó là chủ ý, hãy công bố dấu của khóa: ${fingerprint(key)}. Nếu không, hãy đặt lại khóa cũ.`,
      en: `LEDGER_KEY is new to the logs that are there. If that is meant, announce its fingerprint: ${fingerprint(key)}. If not, put the old key back.`,
    },
  ]
}
