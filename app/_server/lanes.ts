// The lanes of jobs that the server runs: each with its own workers, so that a stuck mail server delays no log and no box.
// A lane says when and how often; what is done stands in the flow that it calls.
import { deleteExpiredContacts } from '#lib/flows/delete-expired-contacts'
import { deleteExpiredEntries } from '#lib/flows/delete-expired-entries'
import { deleteOldDrafts } from '#lib/flows/delete-old-drafts'
import { logAnswers } from '#lib/flows/log-answers'
import { openDueBoxes } from '#lib/flows/open-due-boxes'
import { queueMessages } from '#lib/flows/queue-messages'
import { sendMessage } from '#lib/flows/send-message'
import { warnLateUnits } from '#lib/flows/warn-late-units'
import type { Lane, LaneJob } from '#lib/jobs/lane'

/** Eight tries in some six hours: long enough for servers that first say "later" to everybody (greylisting). */
const messageRetries = 8

const sending = {
  retries: messageRetries,
  backoffSeconds: 60,
  timeLimitSeconds: 90,
  run: ({ data, retries, signal }: LaneJob) =>
    sendMessage({ unitId: data.unit!, id: data.message! }, { signal, isLast: retries >= messageRetries }),
}

export const lanes: Lane[] = [
  {
    name: 'mailings',
    title: { vi: 'Lượt gửi thư', en: 'Mailings' },
    everySeconds: 60,
    concurrency: 1,
    retries: 0,
    backoffSeconds: 30,
    timeLimitSeconds: 120,
    run: () => queueMessages(),
  },
  { name: 'mail', title: { vi: 'Thư điện tử', en: 'E-mail' }, concurrency: 4, ...sending },
  {
    name: 'telephone',
    title: { vi: 'Tin nhắn (cổng)', en: 'Text messages (gateway)' },
    concurrency: 2,
    ...sending,
  },
  {
    name: 'late-units',
    title: { vi: 'Báo đơn vị chậm', en: 'Alerts about late units' },
    everySeconds: 3600,
    concurrency: 1,
    retries: 2,
    backoffSeconds: 300,
    timeLimitSeconds: 300,
    run: () => warnLateUnits(),
  },
  {
    name: 'retention',
    title: { vi: 'Xóa dữ liệu người liên hệ khi đến hạn', en: 'Deletion of contacts on their day' },
    everySeconds: 6 * 3600,
    concurrency: 1,
    retries: 5,
    backoffSeconds: 60,
    timeLimitSeconds: 600,
    run: async () => void (await deleteExpiredContacts()),
  },
  {
    name: 'prize-draws',
    title: {
      vi: 'Xóa tên người dự rút thăm khi đến hạn',
      en: 'Deletion of names in prize draws on their day',
    },
    everySeconds: 6 * 3600,
    concurrency: 1,
    retries: 5,
    backoffSeconds: 60,
    timeLimitSeconds: 600,
    run: async () => void (await deleteExpiredEntries()),
  },
  {
    name: 'boxes',
    title: { vi: 'Mở hòm phiếu kín của đợt đã đóng', en: 'Open the boxes of waves that have closed' },
    everySeconds: 60,
    concurrency: 1,
    retries: 5,
    backoffSeconds: 30,
    timeLimitSeconds: 900,
    run: async () => void (await openDueBoxes()),
  },
  {
    name: 'drafts',
    title: { vi: 'Xóa bản nháp quá hạn', en: 'Delete drafts whose days are over' },
    everySeconds: 6 * 3600,
    concurrency: 1,
    retries: 3,
    backoffSeconds: 300,
    timeLimitSeconds: 300,
    run: async () => void (await deleteOldDrafts()),
  },
  {
    name: 'ledger',
    title: { vi: 'Ghi phiếu vào sổ công khai', en: 'Answers into the public log' },
    everySeconds: 300,
    concurrency: 1,
    retries: 3,
    backoffSeconds: 30,
    timeLimitSeconds: 3600,
    run: async () => void (await logAnswers(null)),
  },
]
