// What must be said beside every estimate of an effect of communication. The numbers are easy; these sentences are what
// keeps them honest, so they travel with the result as codes and pages print them without exception.

/** What a difference in differences takes for granted. All five are printed with every estimate. */
export type EffectAssumption =
  | 'parallel_trends'
  | 'not_drawn_by_lot'
  | 'contamination'
  | 'same_measurement'
  | 'declared_outcome'

/** What is wrong, or weak, in this particular estimate. */
export type EffectWarning =
  /** Fewer than two exposed or two other communes: description only, no test. */
  | 'too_few_communes'
  /** Even the clearest result cannot reach the level: too few ways to draw the exposed communes. */
  | 'significance_unreachable'
  /** A commune without answers in one of the waves was left out. */
  | 'commune_without_both_waves'
  /** The design-based error speaks of these communes only, never of campaigns in general. */
  | 'these_communes_only'
  /** The wild bootstrap and the cluster-robust error mislead with fewer than three exposed (or other) communes. */
  | 'few_treated_communes'
  /** Too many relabellings to try all: a seeded random selection was used. */
  | 'random_selection_of_relabellings'

type Sentence = { vi: string; en: string }

/** The mandatory text beside every difference in differences (a to e). */
export const EFFECT_ASSUMPTIONS: Record<EffectAssumption, Sentence> = {
  parallel_trends: {
    vi: 'Kết quả chỉ đúng nếu khi không có tuyên truyền, hai nhóm xã đã thay đổi như nhau. Không số liệu nào chứng minh được điều đó; từ hai đợt khảo sát trước tuyên truyền trở lên mới thấy được hai nhóm có từng thay đổi như nhau không.',
    en: 'The result holds only if, without the campaign, both groups of communes had changed alike. No data can prove that; two or more waves before the campaign show whether they did so until then.',
  },
  not_drawn_by_lot: {
    vi: 'Các xã có tuyên truyền được chọn, không phải bốc thăm. Xã đang thấp thường tự tăng lên ở đợt sau (hồi quy về trung bình), dù không làm gì.',
    en: 'The campaign communes were chosen, not drawn by lot. Communes that stand low tend to rise by themselves in the next wave (regression to the mean).',
  },
  contamination: {
    vi: 'Người dân xã khác cũng có thể nghe tuyên truyền. Con số là tác động của việc tổ chức tuyên truyền tại xã (theo dự định), không phải của việc đã nghe; hãy xem kèm tỷ lệ tự báo cáo đã tiếp cận ở cả hai nhóm.',
    en: 'People of other communes may have heard the campaign too. The figure is the effect of holding it in a commune (intention to treat), not of having heard it; read it beside the self-reported exposure in both groups.',
  },
  same_measurement: {
    vi: 'Hai đợt phải dùng cùng phiếu hỏi, cùng cách hỏi và điều tra viên được phân công như nhau; nếu khác, chênh lệch có thể do cách đo.',
    en: 'Both waves must use the same questionnaire, the same mode and interviewers assigned in the same way; otherwise the difference may come from measuring.',
  },
  declared_outcome: {
    vi: 'Chỉ tiêu chính phải được công bố trước đợt sau. Chỉ tiêu chọn sau khi xem số liệu chỉ để gợi ý, không để kết luận.',
    en: 'The main outcome must have been declared before the follow-up wave. An outcome chosen after seeing the data suggests, it does not conclude.',
  },
}

/** Sentences for the warnings of an effect estimate. */
export const EFFECT_WARNINGS: Record<EffectWarning, Sentence> = {
  too_few_communes: {
    vi: 'Mỗi nhóm cần ít nhất hai xã; ở đây chỉ mô tả, không kiểm định.',
    en: 'Each group needs at least two communes; this is a description, not a test.',
  },
  significance_unreachable: {
    vi: 'Với số xã này, không kết quả nào có thể đạt mức ý nghĩa đã chọn.',
    en: 'With so few communes no result can reach the chosen level of significance.',
  },
  commune_without_both_waves: {
    vi: 'Có xã thiếu câu trả lời ở một đợt và không được tính.',
    en: 'A commune without answers in one of the waves was left out.',
  },
  these_communes_only: {
    vi: 'Sai số theo thiết kế chỉ nói về chính các xã này, không nói rằng tuyên truyền nói chung có tác dụng.',
    en: 'The design-based error speaks of these very communes; it does not say that campaigns work in general.',
  },
  few_treated_communes: {
    vi: 'Một nhóm có ít hơn ba xã: sai số theo cụm và bootstrap không đáng tin, hãy dùng kiểm định theo xã hoặc hoán vị.',
    en: 'A group has fewer than three communes: the cluster-robust error and the bootstrap mislead; use the commune-level test or the randomisation test.',
  },
  random_selection_of_relabellings: {
    vi: 'Có quá nhiều cách gán nhãn; đã dùng một mẫu ngẫu nhiên có hạt giống cố định.',
    en: 'There are too many relabellings; a random selection with a fixed seed was used.',
  },
}

/** The codes of all assumptions, in the order in which they are printed. */
export const allEffectAssumptions = Object.keys(EFFECT_ASSUMPTIONS) as EffectAssumption[]
