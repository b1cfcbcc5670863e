// The codes of the effect page in plain words: what a number takes for granted, why there is none, and what to collect next
// time. Numbers without these sentences are not shown.
import type {
  EffectCaution,
  EffectObstacle,
  EffectVerdict,
  SensitivityRow,
  StudyResult,
  TestFamily,
} from '#lib/effects/study-result'

type Sentence = { vi: string; en: string }

/** The answer in one sentence. */
export const VERDICTS: Record<EffectVerdict, Sentence> = {
  lift: {
    vi: 'Có tác động: nơi có tuyên truyền tăng nhiều hơn nơi chưa có, quá mức có thể do ngẫu nhiên.',
    en: 'It works: communes with the campaign rose more than those without, by more than chance explains.',
  },
  drop: {
    vi: 'Đi ngược mong đợi: nơi có tuyên truyền tăng ít hơn nơi chưa có, quá mức có thể do ngẫu nhiên.',
    en: 'The opposite of what was hoped: communes with the campaign rose less than those without, by more than chance explains.',
  },
  unclear: {
    vi: 'Chưa rõ: chênh lệch giữa nơi có và nơi chưa có tuyên truyền còn nằm trong mức ngẫu nhiên. Điều này không chứng minh là không có tác động.',
    en: 'Not clear: the difference between communes with and without the campaign may be chance. This does not prove that there is no effect.',
  },
  cannot_tell: {
    vi: 'Số liệu này không trả lời được câu hỏi.',
    en: 'These data cannot answer the question.',
  },
}

/** Why there is no number, and what to collect next time. */
export const OBSTACLES: Record<EffectObstacle, { why: Sentence; next: Sentence }> = {
  no_waves: {
    why: { vi: 'Chưa có đợt khảo sát nào hỏi chỉ tiêu này.', en: 'No wave has asked this outcome yet.' },
    next: {
      vi: 'Khảo sát một đợt trước và một đợt sau tuyên truyền, tại cùng các thôn bốc thăm.',
      en: 'Ask one wave before and one after the campaign, in the same drawn villages.',
    },
  },
  one_wave: {
    why: {
      vi: 'Mới có một đợt khảo sát, chưa có gì để so sánh.',
      en: 'There is one wave only, and nothing to compare it with.',
    },
    next: {
      vi: 'Làm đợt thứ hai với cùng phiếu hỏi, cùng các thôn; giữ lại vài xã chưa triển khai đến hết đợt đó.',
      en: 'Run a second wave with the same form in the same villages; let some communes wait until it is over.',
    },
  },
  no_baseline: {
    why: {
      vi: 'Các xã đã tuyên truyền trước hoặc trong đợt khảo sát đầu tiên, nên không biết trước đó người dân hiểu biết đến đâu.',
      en: 'The communes had started before or during the first wave, so nobody knows where people stood before.',
    },
    next: {
      vi: 'Lần sau, khảo sát xong đợt đầu rồi mới bắt đầu tuyên truyền.',
      en: 'Next time finish the first wave before the campaign begins.',
    },
  },
  no_follow_up: {
    why: {
      vi: 'Tuyên truyền bắt đầu sau đợt khảo sát cuối cùng.',
      en: 'The campaign starts after the last wave.',
    },
    next: {
      vi: 'Khảo sát thêm một đợt sau khi tuyên truyền đã chạy.',
      en: 'Ask one more wave once the campaign has run.',
    },
  },
  nobody_treated: {
    why: {
      vi: 'Chưa xã nào được ghi nhận là đã tuyên truyền theo quy tắc đã công bố.',
      en: 'No commune counts as having had the campaign by the declared rule.',
    },
    next: {
      vi: 'Ghi nhận hoạt động ngay khi làm, hoặc dùng lịch triển khai rút thăm.',
      en: 'Record activities as they happen, or use a roll-out by lot.',
    },
  },
  everybody_treated: {
    why: {
      vi: 'Mọi xã bắt đầu cùng lúc, nên không tách được tác động của tuyên truyền với những gì đằng nào cũng thay đổi.',
      en: 'All communes started at once, so the effect cannot be told from what would have changed anyway.',
    },
    next: {
      vi: 'Lần sau cho các xã bắt đầu lần lượt theo rút thăm: xã nào cũng được tuyên truyền, chỉ khác thời điểm.',
      en: 'Next time let communes start one after the other by lot: every commune gets it, only at different times.',
    },
  },
  too_few_communes: {
    why: {
      vi: 'Cần ít nhất hai xã có và hai xã chưa có tuyên truyền trong cùng một đợt; ở đây ít hơn.',
      en: 'At least two communes with and two without the campaign in the same wave are needed; here are fewer.',
    },
    next: {
      vi: 'Đưa thêm xã vào, hoặc cho ít nhất hai xã chờ đến sau đợt khảo sát cuối.',
      en: 'Include more communes, or let at least two wait until after the last wave.',
    },
  },
  too_few_answers: {
    why: {
      vi: 'Có quá ít phiếu ở nhiều xã để nêu con số.',
      en: 'Too many communes have too few answers for a number.',
    },
    next: {
      vi: 'Thu đủ số phiếu tối thiểu ở từng xã trong từng đợt; xem trang tính số phiếu cần thiết.',
      en: 'Collect the minimum of answers in every commune and wave; the planner tells how many.',
    },
  },
  convenience_sample: {
    why: {
      vi: 'Có đợt không chọn mẫu từ các thôn bốc thăm: người trả lời tự tìm đến, nên thay đổi có thể chỉ là do khác người.',
      en: 'A wave has no sample of drawn villages: people came by themselves, so a change may only mean other people.',
    },
    next: {
      vi: 'Bốc thăm thôn và khảo sát cùng các thôn đó ở mọi đợt.',
      en: 'Draw villages and ask in the same ones in every wave.',
    },
  },
  different_forms: {
    why: {
      vi: 'Có đợt không hỏi câu hỏi của chỉ tiêu này.',
      en: 'A wave did not ask the questions of this outcome.',
    },
    next: {
      vi: 'Giữ nguyên câu hỏi của chỉ tiêu ở mọi đợt.',
      en: 'Keep the questions of the outcome in every wave.',
    },
  },
  no_variation: {
    why: {
      vi: 'Mọi xã trong nhóm thay đổi như hệt nhau, không tính được sai số.',
      en: 'All communes of a group changed exactly alike, so no error can be computed.',
    },
    next: {
      vi: 'Kiểm tra số liệu đã nhập; thu thêm phiếu.',
      en: 'Check the data entered; collect more answers.',
    },
  },
}

/** What to keep in mind about a number that is shown. */
export const CAUTIONS: Record<EffectCaution, Sentence> = {
  not_declared: {
    vi: 'Nghiên cứu còn là bản nháp, chưa công bố: kết quả chỉ để thăm dò.',
    en: 'The study is still a draft and was not declared: the result is exploratory.',
  },
  declared_late: {
    vi: 'Chỉ tiêu được công bố sau khi đợt sau đã mở: kết quả chỉ để gợi ý, không để kết luận.',
    en: 'The outcome was declared after the follow-up had opened: the result suggests, it does not conclude.',
  },
  mode_changed: {
    vi: 'Hai đợt được hỏi theo cách khác nhau (tự điền, hỏi trực tiếp, giấy): một phần chênh lệch có thể do cách hỏi.',
    en: 'The two waves were asked in different ways (self, interview, paper): part of the difference may come from that.',
  },
  form_changed: {
    vi: 'Các đợt dùng hai phiên bản của phiếu hỏi; câu hỏi của chỉ tiêu vẫn có ở cả hai.',
    en: 'The waves used two versions of the form; both hold the questions of the outcome.',
  },
  villages_changed: {
    vi: 'Hai đợt hỏi ở các thôn khác nhau, nên khoảng tin cậy rộng hơn.',
    en: 'The two waves asked in different villages, so the intervals are wider.',
  },
  commune_left_out: {
    vi: 'Có xã thiếu phiếu ở một đợt nên không được tính vào so sánh.',
    en: 'A commune has too few answers in one of the waves and is left out of the comparison.',
  },
  started_during_wave: {
    vi: 'Có xã bắt đầu tuyên truyền ngay trong lúc khảo sát; đợt đó được tính là đã có, nên tác động có thể bị tính thấp đi.',
    en: 'A commune started while a wave was being asked; that wave counts as treated, so the effect may look smaller than it is.',
  },
  treated_before_baseline: {
    vi: 'Có xã đã tuyên truyền từ trước đợt đầu nên không được tính vào so sánh.',
    en: 'A commune had started before the first wave and is left out of the comparison.',
  },
  significance_unreachable: {
    vi: 'Với số xã này, phép thử rút thăm lại không thể đạt mức 5 %, dù kết quả rõ đến đâu.',
    en: 'With so few communes the randomisation test cannot reach 5 %, however clear the result.',
  },
  few_treated_communes: {
    vi: 'Một nhóm có ít hơn ba xã: các dòng kiểm tra bằng sai số theo cụm không đáng tin.',
    en: 'A group has fewer than three communes: the checks with cluster-robust errors mislead.',
  },
  no_earlier_wave: {
    vi: 'Chỉ có một đợt trước tuyên truyền, nên không kiểm tra được hai nhóm xã trước đó có thay đổi như nhau không.',
    en: 'There is one wave before the campaign only, so it cannot be checked whether both groups changed alike before.',
  },
  earlier_waves_differ: {
    vi: 'Ngay trước tuyên truyền, hai nhóm xã đã thay đổi khác nhau: con số tác động khó tin.',
    en: 'Both groups already changed differently before the campaign: the effect is hard to believe.',
  },
  false_recall_high: {
    vi: 'Từ 10 % người trả lời “nhớ” một kênh không có thật: tỷ lệ nhớ theo gợi ý cũng cao hơn thực tế.',
    en: 'At least 10 % “recall” a channel that does not exist: prompted recall is too high as well.',
  },
}

/** Beside the figure of one kind. */
export const NOTES = {
  estimator: {
    vi: 'Mỗi xã tính một lần. Với từng nhóm xã cùng bắt đầu, lấy thay đổi so với đợt cuối trước khi bắt đầu, trừ thay đổi cùng thời gian của các xã chưa bắt đầu, rồi lấy trung bình (Callaway và Sant’Anna, 2021). Sai số từ chênh lệch giữa các xã, phân phối t với số xã trừ số nhóm bậc tự do.',
    en: 'Every commune counts once. For communes that start together: their change since the last wave before the start, less the change over the same time of communes not yet started, averaged (Callaway and Sant’Anna, 2021). The error comes from differences between communes, t with communes less groups degrees of freedom.',
  },
  by_lot: {
    vi: 'Thứ tự bắt đầu do rút thăm, nên không phải do chọn xã thấp hay xã tốt.',
    en: 'The order of starts was drawn by lot, so it is not a choice of low or good communes.',
  },
  naive: {
    vi: 'Con số “trước và sau” của riêng các xã có tuyên truyền gồm cả những gì đằng nào cũng thay đổi. Không dùng làm tác động.',
    en: 'The plain before–after figure of the campaign communes holds all that would have changed anyway. It is not the effect.',
  },
  association: {
    vi: 'Đây là mối liên hệ, không phải tác động: người quan tâm vừa gặp thông tin nhiều hơn vừa biết nhiều hơn. Đã so người cùng xã, tuổi, giới và học vấn.',
    en: 'This is an association, not an effect: people who care both meet more information and know more. People of the same commune, age, sex and schooling are compared.',
  },
  false_recall: {
    vi: 'Dòng “kênh không có thật” cho biết mức nhớ nhầm; không trừ vào số nào.',
    en: 'The row “channel that does not exist” shows the level of false recall; nothing is subtracted.',
  },
  tile: {
    vi: 'Thay đổi của chính xã đó giữa hai đợt, sai số theo thôn. Chưa nói rằng do tuyên truyền.',
    en: 'Change of this very commune between two waves, error by villages. It does not say that the campaign caused it.',
  },
  money_unbounded: {
    vi: 'Chưa loại trừ được tác động bằng không, nên chi phí cho một điểm không có giới hạn trên.',
    en: 'An effect of zero cannot be ruled out, so the cost of a point has no upper limit.',
  },
  population_unknown: {
    vi: 'Chưa nhập số người từ 18 tuổi của các xã, nên chưa tính được chi phí cho mỗi người tiếp nhận.',
    en: 'The numbers of adults of the communes were not entered, so the cost per person reached is not known.',
  },
  outside_support: {
    vi: 'Phần người trả lời không tìm được người tương tự ở nhóm kia, không được so.',
    en: 'Part of the people who find nobody alike in the other group and are not compared.',
  },
  e_value: {
    vi: 'Giá trị E: một yếu tố không đo được phải liên quan mạnh đến mức này (tỷ số) với cả việc gặp thông tin và hiểu biết mới giải thích hết chênh lệch.',
    en: 'E-value: something not measured would have to be this strongly related (as a ratio) to both meeting the campaign and knowing, to explain the whole difference.',
  },
} satisfies Record<string, Sentence>

export const SENSITIVITY: Record<SensitivityRow['method'], Sentence> = {
  two_waves: { vi: 'Hai đợt, kiểm định t theo xã', en: 'Two waves, commune-level t test' },
  welch: { vi: 'Như trên, phương sai khác nhau (Welch)', en: 'The same with unequal variances (Welch)' },
  design_based: {
    vi: 'Theo thiết kế mẫu (chỉ nói về các xã này)',
    en: 'Design-based (speaks of these communes only)',
  },
  cluster_robust_cr1: { vi: 'Hồi quy, sai số theo cụm CR1', en: 'Regression, cluster-robust CR1' },
  cluster_robust_cr2: {
    vi: 'Như trên, CR2 với bậc tự do Satterthwaite (Bell–McCaffrey)',
    en: 'The same, CR2 with Satterthwaite degrees of freedom (Bell–McCaffrey)',
  },
  wild_bootstrap: { vi: 'Bootstrap hoang dã theo xã', en: 'Wild cluster bootstrap' },
}

export const FAMILIES: Record<TestFamily['family'], Sentence> = {
  primary: {
    vi: 'Chỉ tiêu chính: một phép thử, không hiệu chỉnh',
    en: 'Declared outcome: one test, no correction',
  },
  secondary: { vi: 'Các chỉ tiêu và lĩnh vực khác', en: 'Other outcomes and areas' },
  tiles: { vi: 'Thay đổi theo xã và lĩnh vực', en: 'Changes by commune and area' },
  channels: { vi: 'So sánh theo kênh', en: 'Comparisons by channel' },
}

export const CORRECTIONS: Record<TestFamily['correction'], Sentence> = {
  none: { vi: 'không hiệu chỉnh', en: 'no correction' },
  holm: { vi: 'hiệu chỉnh Holm', en: 'Holm correction' },
  bh: { vi: 'hiệu chỉnh Benjamini–Hochberg', en: 'Benjamini–Hochberg correction' },
}

export const DECLARATIONS: Record<StudyResult['declaration'], Sentence> = {
  before_follow_up: { vi: 'Công bố trước đợt sau', en: 'Declared before the follow-up' },
  late: {
    vi: 'Công bố sau khi đợt sau đã mở: thăm dò',
    en: 'Declared after the follow-up opened: exploratory',
  },
  none: { vi: 'Chưa công bố: thăm dò', en: 'Not declared: exploratory' },
}
