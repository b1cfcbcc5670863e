// What a PostgreSQL server of somebody else's may write down beside our tables, and what that would tell about secret ballots:
// which settings, why, how to mend it. Our own server is started without any of it (prisma/embedded.ts). track_activities is
// none of them: the statements that it shows have no values, because ours are bound apart from the words.
import type { Sentence } from '#lib/problem'

/** Values of PostgreSQL's settings by name, as pg_settings has them; one that the server does not know is absent. */
export type ServerSettings = Partial<Record<string, string>>

/** `mend`: what a database administrator runs or writes. */
export type DatabaseLeak = { setting: string; value: string; why: Sentence; mend: string }

type Rule = { setting: string; isSafe: (value: string) => boolean; why: Sentence; mend: string }

const isOff = (value: string) => value === 'off'
const isNegative = (value: string) => Number(value) < 0
const isZero = (value: string) => Number(value) === 0
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

const offWith = (setting: string, why: Sentence): Rule => ({
  ...{ setting, why, isSafe: isOff },
  mend: alterSystem(setting, 'off'),
})
const never = (setting: string, why: Sentence): Rule => ({
  ...{ setting, why, isSafe: isNegative },
  mend: alterSystem(setting, '-1'),
})
const none = (setting: string, why: Sentence): Rule => ({
  ...{ setting, why, isSafe: isZero },
  mend: alterSystem(setting, '0'),
})
const library = (name: string, why: Sentence): Rule => ({
  setting: 'shared_preload_libraries',
  isSafe: (value) => !value.split(',').some((one) => one.trim() === name),
  why,
  mend: withoutLibrary(name),
})

const rules: Rule[] = [
  {
    setting: 'log_statement',
    isSafe: (value) => value === 'none' || value === 'ddl',
    why: statements,
    mend: alterSystem('log_statement', 'none'),
  },
  never('log_min_duration_statement', statements),
  never('log_min_duration_sample', statements),
  none('log_transaction_sample_rate', statements),
  never('auto_explain.log_min_duration', statements),
  ...['log_duration', 'debug_print_parse', 'debug_print_rewritten', 'debug_print_plan'].map((setting) =>
    offWith(setting, statements),
  ),
  none('log_parameter_max_length_on_error', errors),
  {
    setting: 'log_min_error_statement',
    isSafe: (value) => value === 'panic' || value === 'fatal',
    why: errors,
    mend: alterSystem('log_min_error_statement', 'panic'),
  },
  {
    setting: 'log_error_verbosity',
    isSafe: (value) => value === 'terse',
    why: errors,
    mend: alterSystem('log_error_verbosity', 'terse'),
  },
  library('pg_stat_statements', counting),
  library('pgaudit', auditing),
  offWith('track_commit_timestamp', hours),
  offWith('wal_recycle', copies),
  { ...offWith('archive_mode', copies), mend: `${alterSystem('archive_mode', 'off')} (restart)` },
  none('wal_keep_size', copies),
  {
    setting: 'pg_replication_slots',
    isSafe: isZero,
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
