// What stands in the place of a number that may not be shown, and beside one that needs a warning. Charts, tables and
// legends say it in the same words.
import type { CellFlag, CellStatus } from '#lib/scoring/cell'
import type { LocalText } from '#lib/surveys/variable'

export const statusWords: Record<CellStatus, { vi: string; en: string }> = {
  ok: { vi: '', en: '' },
  'too-few': { vi: 'ít dữ liệu', en: 'few data' },
  'single-cluster': { vi: 'không tính được sai số', en: 'error unknown' },
  'no-design': { vi: 'không theo mẫu', en: 'not a sample' },
  missing: { vi: 'chưa có số liệu', en: 'no data' },
  'not-applicable': { vi: 'không áp dụng', en: 'does not apply' },
  'not-comparable': { vi: 'không so sánh được', en: 'not comparable' },
}

export const flagWords: Record<CellFlag, LocalText & { en: string }> = {
  rescaled: {
    vi: 'Thiếu một phần tiêu chí: trọng số phần còn lại được chia lại theo quy tắc của bộ chỉ số',
    en: 'Part of the criteria is missing: the weights of the others were re-scaled by the rule of the index',
  },
  published: {
    vi: 'Số do cơ quan công bố, không tính ở đây; khoảng sai số không được công bố',
    en: 'Published by its owner, not computed here; no interval was published',
  },
  exact: { vi: 'Số liệu nhập, không có sai số mẫu', en: 'Entered figure, no sampling error' },
  'partly-applicable': {
    vi: 'Có tiêu chí không áp dụng: điểm tính trên phần áp dụng',
    en: 'Some criteria do not apply: points are of those that do',
  },
  'counted-zero': {
    vi: 'Có tiêu chí chưa nhập số liệu, tính 0 điểm theo quy tắc của bộ chỉ số',
    en: 'Some criteria have no figure and count as no points, by the rule of the index',
  },
  treated: {
    vi: 'Có giá trị ngoại lai giữa các đơn vị: đã xử lý trước khi xếp thang, theo quy tắc của bộ chỉ số',
    en: 'Outliers among the units: treated before the scale was set, by the rule of the index',
  },
  'no-text': {
    vi: 'Chưa có văn bản',
    en: 'No official text yet',
  },
  unofficial: {
    vi: 'Không chính thức: tính thử với trọng số khác',
    en: 'Not official: tried with other weights',
  },
  'few-clusters': {
    vi: 'Mẫu ít thôn hoặc ít người: khoảng chỉ gần đúng',
    en: 'Few villages or people: rough interval',
  },
  'lonely-cluster': {
    vi: 'Có tầng chỉ một thôn hoặc một người: sai số ước lượng theo trung bình chung',
    en: 'A stratum has one village or person only: its error is taken around the overall mean',
  },
  everyone: {
    vi: 'Mọi người được hỏi và đều trả lời: không có sai số chọn mẫu',
    en: 'Everybody was asked and answered: no sampling error',
  },
  'thin-response': {
    vi: 'Có nhóm dưới một phần ba số người được chọn trả lời: kết quả có thể lệch mà khoảng tin cậy không cho thấy',
    en: 'In some group fewer than a third of the drawn people answered: the result may be off in a way that the interval does not show',
  },
  wide: { vi: 'Khoảng tin cậy rất rộng', en: 'Very wide interval' },
  unlinked: {
    vi: 'Hai đợt không lặp lại cùng thôn, hoặc là phiếu kín không nối được với nhau: thay đổi kém chính xác hơn',
    en: 'The two waves share no village, or are secret ballots that nothing links: the change is less precise',
  },
  bounded: {
    vi: 'Khoảng thận trọng: cộng sai số của cả hai năm',
    en: 'Cautious interval: the errors of both years added up',
  },
  unclear: { vi: 'Chưa thấy thay đổi rõ', en: 'No clear change' },
  'units-changed': { vi: 'Đơn vị đã thay đổi giữa hai đợt', en: 'The unit changed between the waves' },
  'units-merged': {
    vi: 'Gộp phiếu của các đơn vị nhập trọn vào nhau',
    en: 'Answers of units that merged whole, taken together',
  },
  unmatched: {
    vi: 'Thôn không đối chiếu được qua lần sáp nhập: hai đợt tính như hai mẫu độc lập',
    en: 'Villages cannot be matched across the merger: the waves count as independent samples',
  },
  'not-added': {
    vi: 'Có số liệu nhập của nhiều đơn vị, không cộng được',
    en: 'Figures entered for several units stand in it, which cannot be added',
  },
  'few-in-part': {
    vi: 'Trong các đơn vị được gộp có đơn vị ít phiếu',
    en: 'One of the units taken together has few answers',
  },
  'method-changed': {
    vi: 'Cách đo đã thay đổi giữa hai đợt',
    en: 'The way of measuring changed between the waves',
  },
  'design-changed': {
    vi: 'Cách lấy mẫu đã thay đổi giữa hai đợt',
    en: 'The way of sampling changed between the waves',
  },
}
