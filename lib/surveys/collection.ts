// How an answer came in: by which means, where, through whose hands, and by what right. Closed lists, because results are
// split by them; the database keeps the same lists (prisma/migrations). The surprise is `entry`: answers that anybody could
// give ("open") are a convenience sample and are never added to drawn answers or visit codes without being asked for.
import type { LocalText } from '#lib/surveys/variable'

/** The means of answering. */
export const modes = ['self', 'kiosk', 'assisted', 'paper'] as const
export type Mode = (typeof modes)[number]

/** Kind of place where the form was handed out or filled in; '' = not known. */
export const places = ['', 'desk', 'home', 'hall', 'office', 'online', 'elsewhere'] as const
export type Place = (typeof places)[number]

/** Role of whoever handed the form over or read it out; '' = nobody did. */
export const collectors = ['', 'desk-officer', 'enumerator', 'village-head', 'union', 'other'] as const
export type Collector = (typeof collectors)[number]

/** By what right somebody answered. */
export const entries = ['open', 'visit-code', 'link', 'ballot', 'drawn'] as const
export type Entry = (typeof entries)[number]

/** What a reader may choose: one right to answer, or all answers together. */
export const entryChoices = ['all', ...entries] as const
export type EntryChoice = (typeof entryChoices)[number]

export type Collection = { mode: Mode; place: Place; collector: Collector; entry: Entry }
export type CollectionField = keyof Collection
export const collectionFields = ['mode', 'place', 'collector', 'entry'] as const satisfies CollectionField[]

export const fieldLabels: Record<CollectionField, LocalText> = {
  mode: { vi: 'Cách trả lời', en: 'Mode' },
  place: { vi: 'Nơi trả lời', en: 'Place' },
  collector: { vi: 'Người đưa hoặc đọc phiếu', en: 'Who handed it over or read it out' },
  entry: { vi: 'Quyền trả lời', en: 'Right to answer' },
}

export const modeLabels: Record<Mode, LocalText> = {
  self: { vi: 'Tự trả lời trên máy của mình', en: 'On the own device' },
  kiosk: { vi: 'Máy đặt tại chỗ', en: 'Kiosk' },
  assisted: { vi: 'Có người hỏi và nhập', en: 'Asked and typed by somebody' },
  paper: { vi: 'Phiếu giấy', en: 'Paper' },
}

export const placeLabels: Record<Place, LocalText> = {
  '': { vi: 'Không rõ nơi', en: 'Place not known' },
  desk: { vi: 'Bộ phận một cửa', en: 'One-stop desk' },
  home: { vi: 'Tại nhà', en: 'At home' },
  hall: { vi: 'Nhà văn hóa, hội trường', en: 'Community hall' },
  office: { vi: 'Trụ sở cơ quan', en: 'Office' },
  online: { vi: 'Trên mạng', en: 'Online' },
  elsewhere: { vi: 'Nơi khác', en: 'Elsewhere' },
}

export const collectorLabels: Record<Collector, LocalText> = {
  '': { vi: 'Không qua ai', en: 'Nobody' },
  'desk-officer': { vi: 'Công chức một cửa', en: 'Desk officer' },
  enumerator: { vi: 'Điều tra viên', en: 'Enumerator' },
  'village-head': { vi: 'Trưởng thôn, khu phố', en: 'Village head' },
  union: { vi: 'Đoàn thể', en: 'Mass organisation' },
  other: { vi: 'Người khác', en: 'Somebody else' },
}

export const entryLabels: Record<Entry, LocalText> = {
  open: { vi: 'Mã QR chung, ai cũng trả lời được', en: 'Open QR code: anybody' },
  'visit-code': { vi: 'Mã dùng một lần phát tại quầy', en: 'One-time code handed out at the desk' },
  link: { vi: 'Đường dẫn riêng trong thư mời', en: 'Personal link of an invitation' },
  ballot: { vi: 'Phiếu kín của người được mời', en: 'Secret ballot of somebody invited' },
  drawn: { vi: 'Thuộc mẫu được chọn', en: 'Drawn sample' },
}

export const entryChoiceLabels: Record<EntryChoice, LocalText> = {
  ...entryLabels,
  all: { vi: 'Tất cả phiếu gộp lại (chỉ mô tả)', en: 'All answers together (a description only)' },
}

/** Whether an answer came in before the closing or in the days of grace. */
export const lateLabels = {
  '0': { vi: 'Đến trước lúc đóng', en: 'Before the closing' },
  '1': { vi: 'Đến trong thời gian gia hạn', en: 'In the days of grace' },
} satisfies Record<string, LocalText>
export const lateField: LocalText = { vi: 'Lúc nhận được', en: 'When it came in' }

/** Value -> label of one field. */
export const collectionLabels: Record<CollectionField, Record<string, LocalText>> = {
  mode: modeLabels,
  place: placeLabels,
  collector: collectorLabels,
  entry: entryLabels,
}

/**
 * The answers that stand for a wave unless a reader asks for others, and the only ones that are released: the drawn sample
 * where there is one, else invitations, else visit codes where the wave hands them out, else everybody who came.
 */
export function reportedEntry(wave: { entries: readonly string[] }): Entry {
  const inOrder = ['drawn', 'ballot', 'link', 'visit-code', 'open'] as const
  return inOrder.find((entry) => wave.entries.includes(entry)) ?? 'open'
}
