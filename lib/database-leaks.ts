// What a PostgreSQL server of somebody else's may write down beside our tables, and what that would tell about secret ballots:
// which settings, why, how to mend it. Our own server is started without any of it (prisma/embedded.ts). track_activities is
// none of them: the statements that it shows have no values, because ours are bound apart from the words.
import type { Sentence } from '#lib/problem'

/** Values of PostgreSQL's settings by name, as pg_settings has them; one that the server does not know is absent. */
export type ServerSettings = Partial<Record<string, string>>

/** `mend`: what a database administrator runs or writes. */
export type DatabaseLeak = { setting: string; value: string; why: Sentence; mend: string }

type Rule = { setting: string; isSafe: (value: string) => boolean; why: Sentence; mend: string }

const alterSystem = (setting: string, value: string) =>
  `ALTER SYSTEM SET ${setting} = '${value}'; SELECT pg_reload_conf();`
const withoutLibrary = (library: string) => `shared_preload_libraries: − ${library} (restart)`

const statements: Sentence = {
  vi: 'Nhật ký của PostgreSQL chép từng câu lệnh kèm giờ và giá trị: phiếu kín nào được ghi lúc nào, lời mời nào được dùng lúc nào. Ai đọc nhật ký ghép được phiếu với người.',
  en: 'PostgreSQL’s log writes down every statement with its hour and values: which ballot was stored and which invitation used at what time. Whoever reads it can put ballots and people together.',
}
const errors: Sentence = {
  vi: 'Khi có lỗi, nhật ký của PostgreSQL chép cả dòng dữ liệu hoặc câu lệnh gây lỗi, trong đó có thể có phiếu kín.',
  en: 'When something fails, PostgreSQL’s log repeats the row or the statement, and that may be a secret ballot.',
}
const counting: Sentence = {
  vi: 'Máy chủ đếm từng loại câu lệnh: ai xem các số ấy thì thấy chính xác lúc nào có thêm một phiếu kín.',
  en: 'The server counts statements of each kind: whoever watches the numbers sees exactly when a secret ballot came.',
}
const auditing: Sentence = {
  vi: 'Phần mở rộng này chép câu lệnh kèm giờ, trong đó có phiếu kín và việc dùng lời mời.',
  en: 'This extension writes statements down with their hour, secret ballots and used invitations among them.',
}
const hours: Sentence = {
  vi: 'PostgreSQL lưu giờ của từng giao dịch: so với dòng dữ liệu thì biết phiếu nào đến lúc nào.',
  en: 'PostgreSQL keeps the hour of every transaction: held against the rows, it tells when which ballot came.',
}
const copies: Sentence = {
  vi: 'Nhật ký ghi trước (WAL) được giữ lại hoặc chép đi nơi khác: trong đó phiếu kín và lời mời nằm theo thứ tự đã dùng, và mở hòm phiếu không xóa được.',
  en: 'The write-ahead log is kept or copied elsewhere: in it ballots and invitations lie in the order of use, and opening the box cannot clear it.',
}

/** `safe` are the values that tell nothing, the one to set first. */
const mustBe = (setting: string, why: Sentence, ...safe: [string, ...string[]]): Rule => ({
  setting,
  isSafe: (value) => safe.some((one) => value === one || Number(value) === Number(one)),
  why,
  mend: alterSystem(setting, safe[0]),
})
const library = (name: string, why: Sentence): Rule => ({
  setting: 'shared_preload_libraries',
  isSafe: (value) => !value.split(',').some((one) => one.trim() === name),
  why,
  mend: withoutLibrary(name),
})

const rules: Rule[] = [
  mustBe('log_statement', statements, 'none', 'ddl'),
  mustBe('log_min_duration_statement', statements, '-1'),
  mustBe('log_min_duration_sample', statements, '-1'),
  mustBe('log_transaction_sample_rate', statements, '0'),
  mustBe('auto_explain.log_min_duration', statements, '-1'),
  mustBe('log_duration', statements, 'off'),
  mustBe('debug_print_parse', statements, 'off'),
  mustBe('debug_print_rewritten', statements, 'off'),
  mustBe('debug_print_plan', statements, 'off'),
  mustBe('log_parameter_max_length_on_error', errors, '0'),
  mustBe('log_min_error_statement', errors, 'panic', 'fatal'),
  mustBe('log_error_verbosity', errors, 'terse'),
  library('pg_stat_statements', counting),
  library('pgaudit', auditing),
  mustBe('track_commit_timestamp', hours, 'off'),
  mustBe('wal_recycle', copies, 'off'),
  { ...mustBe('archive_mode', copies, 'off'), mend: `${alterSystem('archive_mode', 'off')} (restart)` },
  mustBe('wal_keep_size', copies, '0'),
  {
    setting: 'pg_replication_slots',
    isSafe: (count) => Number(count) === 0,
    why: copies,
    mend: "SELECT pg_drop_replication_slot('…');",
  },
]

/** The settings to ask for. */
export const askedSettings = [...new Set(rules.map(({ setting }) => setting))]

/** What of these settings would betray ballots, the worst first; empty when nothing would. */
export function findDatabaseLeaks(settings: ServerSettings): DatabaseLeak[] {
  return rules.flatMap(({ setting, isSafe, why, mend }) => {
    const value = settings[setting]
    return value === undefined || isSafe(value) ? [] : [{ setting, value, why, mend }]
  })
}
