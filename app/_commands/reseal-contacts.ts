// npm run contacts -- reseal: seals everything anew that an older key of CONTACT_KEY has sealed, beside the running service or
// without it. It may be broken off and run again. When nothing is left the old key can go.
import { resealFields } from '#lib/flows/reseal-fields'
import { openDatabase } from '../../prisma/open-database'
import { findSecret } from '../_server/find-secret'

const names = {
  contact: 'người liên hệ / contacts',
  authenticator: 'ứng dụng mã / authenticators',
  request: 'ghi chú của yêu cầu / notes of requests',
  alert: 'địa chỉ nhận cảnh báo / addresses for alerts',
  ballotKey: 'khóa phiếu kín / ballot keys',
  setting: 'mật khẩu trong thiết lập / passwords in settings',
}

/** Exit code 1 while something cannot be opened with any key of CONTACT_KEY. */
export async function resealContacts(): Promise<number> {
  findSecret()
  const { stop } = await openDatabase()
  try {
    const counts = await resealFields(null)
    for (const [kind, name] of Object.entries(names) as [keyof typeof names, string][]) {
      const { anew, already, unopened } = counts[kind]
      console.log(
        `${name}: ${anew} niêm phong lại / sealed anew, ${already} đã đúng khóa / already, ${unopened} không mở được / cannot be opened`,
      )
    }
    const lost = Object.values(counts).reduce((sum, { unopened }) => sum + unopened, 0)
    console.error(lost > 0 ? keepOldKey : mayGo)
    return lost > 0 ? 1 : 0
  } finally {
    await stop()
  }
}

const keepOldKey =
  'Còn mục không mở được: giữ khóa cũ, kiểm tra CONTACT_KEY rồi chạy lại.\nSome fields cannot be opened: keep the old key, check CONTACT_KEY and run it again.'
const mayGo =
  'Có thể bỏ khóa cũ. Mã dự phòng đăng nhập, đường dẫn “dữ liệu của tôi” và “thôi nhận thư” đã gửi từ trước chỉ dùng được khi CONTACT_KEY còn khóa cũ.\nThe old key may go. Recovery codes, and the links “my data” and “no more messages” sent before, work only while CONTACT_KEY still has the old key.'
