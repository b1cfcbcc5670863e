// The lanes of jobs that the server runs: each with its own workers, so that a stuck mail server delays no log and no box.
// A lane says when and how often; what is done stands in the flow that it calls.
import { deleteExpiredContacts } from '#lib/flows/delete-expired-contacts'
import { deleteOldDrafts } from '#lib/flows/delete-old-drafts'
import { logAnswers } from '#lib/flows/log-answers'
import { openDueBoxes } from '#lib/flows/open-due-boxes'
import type { Lane } from '#lib/jobs/lane'

export const lanes: Lane[] = [
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
