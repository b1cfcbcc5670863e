// Words of the workbook in both languages: the names of its sheets, and the marks that stand where no number does. Formulas
// compare marks, so they are short and the same all over the file.
import type { LocalText } from '#lib/surveys/variable'

export type Language = 'vi' | 'en'

export type SheetNames = Record<
  | 'about'
  | 'scale'
  | 'rules'
  | 'raw'
  | 'people'
  | 'valid'
  | 'full'
  | 'applicable'
  | 'weight'
  | 'measured'
  | 'weighted'
  | 'whole'
  | 'points'
  | 'ranks'
  | 'cells',
  string
>

export const sheetNames: Record<Language, SheetNames> = {
  vi: {
    about: 'Đọc trước',
    scale: 'Thang điểm',
    rules: 'Quy tắc',
    raw: '1 Số liệu',
    people: '1b Số người',
    valid: '2 Hợp lệ',
    full: '3 Chuẩn hoá',
    applicable: '4 Áp dụng',
    weight: '5 Trọng số',
    measured: '6 Đo được',
    weighted: '7 Gia quyền',
    whole: '8 Tổng hợp',
    points: '9 Điểm',
    ranks: '10 Xếp hạng',
    cells: '11 Khoảng tin cậy',
  },
  en: {
    about: 'Read first',
    scale: 'Scale',
    rules: 'Rules',
    raw: '1 Raw',
    people: '1b People',
    valid: '2 Valid',
    full: '3 Normalised',
    applicable: '4 Applicable',
    weight: '5 Weights',
    measured: '6 Measured',
    weighted: '7 Weighted',
    whole: '8 Aggregated',
    points: '9 Points',
    ranks: '10 Ranks',
    cells: '11 Intervals',
  },
}

export type Marks = { none: string; few: string; missing: string; hidden: string; zero: string }

/** Instead of a number. `none`: does not apply; `zero`: a share of 0, of which a geometric or harmonic mean is 0. */
export const marks: Record<Language, Marks> = {
  vi: { none: 'KAD', few: 'ít', missing: 'thiếu', hidden: 'ẩn', zero: 'bằng 0' },
  en: { none: 'n/a', few: 'few', missing: 'missing', hidden: 'hidden', zero: 'zero' },
}

/** Title of each stage, and what its numbers are. */
export const stageTitles: Record<
  Exclude<keyof SheetNames, 'about' | 'rules' | 'ranks' | 'cells'>,
  LocalText & { en: string }
> = {
  scale: {
    vi: 'Thang điểm: cây tiêu chí, trọng số và điểm tối đa',
    en: 'Scale: criteria, weights and maximum points',
  },
  raw: {
    vi: 'Bước 1. Số liệu gốc: số câu trả lời (đã gia quyền theo mẫu) và số liệu nhập',
    en: 'Stage 1. Raw: answers (weighted by the sample) and entered figures',
  },
  people: {
    vi: 'Bước 1b. Số người chọn mỗi phương án, chưa gia quyền (để đối chiếu)',
    en: 'Stage 1b. People behind each answer, unweighted (for comparison)',
  },
  valid: { vi: 'Bước 2. Giá trị đo được từ số liệu hợp lệ', en: 'Stage 2. Measured from valid data' },
  full: {
    vi: 'Bước 3. Tỷ lệ so với điểm tuyệt đối (0–1), sau quy tắc chấm và chuẩn hoá',
    en: 'Stage 3. Share of full marks (0–1) after scoring rules and normalisation',
  },
  applicable: {
    vi: 'Bước 4. Điểm tối đa áp dụng với từng đơn vị',
    en: 'Stage 4. Maximum that applies to each unit',
  },
  weight: {
    vi: 'Bước 5. Trọng số trong nhóm, đã bỏ phần không áp dụng',
    en: 'Stage 5. Weight among siblings, without what does not apply',
  },
  measured: { vi: 'Bước 6. Trọng số của phần đo được', en: 'Stage 6. Weight of what was measured' },
  weighted: {
    vi: 'Bước 7. Giá trị đã gia quyền, để cộng lên tiêu chí trên',
    en: 'Stage 7. Weighted values, to be added up above',
  },
  whole: {
    vi: 'Bước 8. Tổng hợp từ dưới lên (tỷ lệ 0–1)',
    en: 'Stage 8. Aggregated from the leaves up (share 0–1)',
  },
  points: { vi: 'Bước 9. Điểm trên thang của bộ chỉ số', en: 'Stage 9. Points on the scale of the index' },
}
