// When a group of invited people is too small to be asked in secret. An answer names its unit and stratum, so the group is
// the crowd that each of its members hides in: two delegates of a commune know each other's answer from the sum.
import type { Fault } from '#lib/problem'

/** Fewest people in a unit and stratum that any installation may allow; an administrator may ask for more. No law names a number. */
export const smallestGroup = 5

/** Who is to be invited, as far as secrecy is concerned. */
export type Invitee = { unitId: string; stratum: string; weight: number }
export type ExistingGroup = Invitee & { invited: number }
export type NewGroup = Invitee & { people: number }

const groupOf = ({ unitId, stratum }: { unitId: string; stratum: string }) =>
  JSON.stringify([unitId, stratum])

/**
 * The groups that inviting these people makes or makes larger, with the faults that forbid it: a group below the smallest
 * one (`least`), and weights that differ within a group, for a weight that few others have is a name tag. `nameOf` names a
 * unit.
 */
export function planGroups(
  invitees: Invitee[],
  existing: ExistingGroup[],
  { nameOf, least }: { nameOf: (unitId: string) => string; least: number },
): { groups: NewGroup[]; faults: Fault[] } {
  const known = new Map(existing.map((group) => [groupOf(group), group]))
  const groups = new Map<string, NewGroup>()
  const uneven = new Set<string>()
  for (const { unitId, stratum, weight } of invitees) {
    const key = groupOf({ unitId, stratum })
    const group = groups.get(key) ?? { unitId, stratum, weight: known.get(key)?.weight ?? weight, people: 0 }
    if (!isSameWeight(group.weight, weight)) uneven.add(key)
    groups.set(key, { ...group, people: group.people + 1 })
  }
  const faults = [...groups].flatMap(([key, group]) => {
    const name = [nameOf(group.unitId), group.stratum].filter(Boolean).join(', ')
    const people = group.people + (known.get(key)?.invited ?? 0)
    return [
      ...(people < least ? [tooSmall(name, people, least)] : []),
      ...(uneven.has(key) ? [unevenWeights(name)] : []),
    ]
  })
  return { groups: [...groups.values()], faults }
}

/** Weights come from divisions: the last bits may differ. */
const isSameWeight = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** Said of a unit or stratum with too few people. */
export const tooSmall = (name: string, people: number, least: number): Fault => ({
  question: 'units',
  code: 'group_too_small',
  vi: `${name}: ${people} người là quá ít để giữ kín (ít nhất ${least}); một đơn vị có hai đại biểu không thể báo cáo riêng. Hãy mời thêm người hoặc gộp tầng, gộp đơn vị.`,
  en: `${name}: ${people} are too few to stay secret (at least ${least}); a unit with two delegates cannot be reported alone. Invite more people, or merge strata or units.`,
})

const unevenWeights = (name: string): Fault => ({
  question: 'units',
  code: 'weights_differ',
  vi: `${name}: những người được mời có trọng số khác nhau. Trọng số riêng sẽ để lộ người trả lời; hãy chia tầng sao cho trong mỗi tầng trọng số bằng nhau.`,
  en: `${name}: the people invited have different weights. A weight of one's own would give an answer away; make strata within which all weights are equal.`,
})

/** Said of a group whose people were drawn in different strata or clusters. */
export const drawnUnlike = (name: string): Fault => ({
  question: 'wave',
  code: 'drawn_unlike',
  vi: `${name}: những người ở đây được chọn trong những tầng hoặc cụm khác nhau. Phiếu kín chỉ ghi đơn vị và tầng nên không tính được sai số. Hãy chọn người trực tiếp (ngẫu nhiên đơn giản hoặc hệ thống) theo đơn vị hay theo nhóm, hoặc để mỗi cụm là một đơn vị hay một nhóm.`,
  en: `${name}: its people were drawn in different strata or clusters. A secret ballot names unit and stratum only, so no error could be computed. Draw people directly (simple or systematic) by unit or by group, or let each cluster be a unit or a group.`,
})

/** Said of people who would come into a wave by another way than those who are in it. */
export const otherWay = (name: string, isDrawn: boolean): Fault => ({
  question: 'wave',
  code: isDrawn ? 'invited_without_draw' : 'invited_by_draw',
  vi: isDrawn
    ? `${name}: đợt này đã mời người không qua lần chọn mẫu nào, hoặc nhóm này thuộc một lần chọn mẫu khác. Trộn lẫn thì không tính được khoảng tin cậy. Hãy mở một đợt khác cho những người được chọn.`
    : `${name}: đợt này mời người theo lần chọn mẫu đã ghi; mời thêm người ngoài mẫu thì không tính được khoảng tin cậy. Hãy mở một đợt khác, hoặc đưa họ vào danh sách rồi chọn mẫu lại.`,
  en: isDrawn
    ? `${name}: this wave has people who were invited without a draw, or this group belongs to another draw. Mixed, no interval could be computed. Open another wave for the drawn people.`
    : `${name}: this wave invites the people of a recorded draw; with others among them no interval could be computed. Open another wave, or put them on the list and draw again.`,
})
