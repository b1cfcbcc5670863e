// What somebody agrees to who enters a prize draw: who keeps what, for what, how long, and how it is taken back. The Vietnamese
// words are kept with the entry as the proof.
import { type ContestTimes, deletedFrom } from '#lib/contests/contest-times'
import { dayInVietNam } from '#lib/day-in-viet-nam'

type About = ContestTimes & { title: string; titleEn: string; owner: { name: string; nameEn: string } }

export function drawConsent({ title, titleEn, owner, ...times }: About): { vi: string; en: string } {
  const day = dayInVietNam(deletedFrom(times)).split('-').reverse().join('/')
  return {
    vi: `Tôi đồng ý để ${owner.name} giữ họ tên, số điện thoại và xã nơi ở của tôi chỉ để rút thăm và trao giải “${title}”. Dữ liệu được mã hóa, không nối với bài thi, và bị xóa chậm nhất ngày ${day}. Tôi có thể rút tên bất cứ lúc nào trên trang của cuộc thi.`,
    en: `I agree that ${owner.nameEn} keeps my name, telephone number and commune only to draw and hand over the prizes of “${titleEn}”. They are encrypted, not tied to my answers, and deleted on ${day} at the latest. I can take my name out at any time on the page of the contest.`,
  }
}
