// Which column of a commune's own table of activities holds what. Besides the fields of every activity there is one for each
// measure of the channels, so that a table may count minutes, copies and attendances side by side.
import { foldName } from '#lib/contacts/fold-name'
import type { Channel } from '#lib/definitions/channels-file'
import { guessMapping } from '#lib/imports/guess-mapping'
import type { XlsxValue } from '#lib/imports/read-xlsx'

/** `amount` is counted in whatever the channel of the row is mainly counted in. */
export const activityFields = [
  'unit',
  'channel',
  'title',
  'areas',
  'targetGroups',
  'village',
  'startsOn',
  'endsOn',
  'amount',
  'cost',
  'planItem',
  'link',
  'note',
] as const
type ActivityField = (typeof activityFields)[number]

/** Field, or `measure.<code>`. */
export type ActivityColumn = ActivityField | `measure.${string}`
export type ActivityMapping = Partial<Record<ActivityColumn, number>>

/** What the heads of tables call each field, without accents. */
const known: Record<ActivityField, readonly string[]> = {
  unit: ['don vi', 'ma don vi', 'xa', 'xa phuong', 'unit', 'commune'],
  channel: ['hinh thuc', 'kenh', 'hinh thuc tuyen truyen', 'loai hinh', 'channel'],
  title: ['ten hoat dong', 'hoat dong', 'noi dung cong viec', 'viec da lam', 'title', 'activity'],
  areas: ['linh vuc', 'noi dung', 'noi dung tuyen truyen', 'areas', 'area'],
  targetGroups: ['doi tuong', 'nguoi nghe', 'target groups', 'target group', 'audience'],
  village: ['thon', 'khu pho', 'dia diem', 'noi thuc hien', 'village', 'place'],
  startsOn: ['ngay dau', 'tu ngay', 'ngay bat dau', 'ngay', 'thoi gian', 'first day', 'from', 'date'],
  endsOn: ['ngay cuoi', 'den ngay', 'ngay ket thuc', 'last day', 'to'],
  amount: ['so luong', 'amount', 'quantity'],
  cost: ['kinh phi', 'kinh phi dong', 'so tien', 'chi phi', 'cost', 'cost vnd'],
  planItem: ['ma viec', 'viec trong ke hoach', 'plan item'],
  link: ['duong dan', 'link', 'minh chung', 'lien ket'],
  note: ['ghi chu', 'note', 'notes'],
}

/** Every measure that any channel counts, once, with the words for it. */
export function measuresOf(channels: readonly Channel[]): { code: string; name: Channel['name'] }[] {
  const measures = channels.flatMap((channel) => channel.measures ?? [])
  return measures.filter(({ code }, at) => measures.findIndex((one) => one.code === code) === at)
}

/** The likely mapping of a head line. */
export function guessActivityColumns(
  head: readonly XlsxValue[],
  channels: readonly Channel[],
): ActivityMapping {
  const measures = measuresOf(channels)
  const names = measures.map(({ code }) => `measure.${code}` as const)
  const words: Record<string, readonly string[]> = { ...known }
  for (const { code, name } of measures) words[`measure.${code}`] = measureWords(name, code)
  return guessMapping<ActivityColumn>(
    head,
    [...activityFields, ...names],
    words as Record<ActivityColumn, readonly string[]>,
  )
}

const measureWords = (name: Channel['name'], code: string) => {
  const plain = foldName(name.vi)
  return [plain, `so ${plain}`, foldName(name.en), code.replace(/_/g, ' ')]
}
