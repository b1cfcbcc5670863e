// What the terminal shows when the service is ready: the address, the sample log-ins, and, on a new installation, the way
// to the first administrator.
import { env } from '#lib/env'
import { loadSampleLogins } from '#lib/flows/load-sample-logins'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { samplePassword } from '#lib/sample-logins'
import { setupCode } from '#lib/setup-code'

/** The lines to print. */
export async function welcome(port: number): Promise<string> {
  const url = env().PUBLIC_URL ?? `http://localhost:${port}`
  const [status, logins] = await Promise.all([
    loadSiteStatus(null),
    loadSampleLogins(null, { address: '127.0.0.1' }),
  ])
  const width = Math.max(0, ...logins.map(({ login }) => login.length))
  return [
    '',
    `  Thước Đo: ${url}`,
    ...(status.hasSampleData
      ? ['', '  Đang có dữ liệu mẫu / sample data are loaded. Xóa / remove: npm run sample:remove']
      : []),
    ...(logins.length > 0
      ? [`  Tài khoản mẫu, chỉ dùng trên máy này / sample log-ins, on this machine only (${samplePassword}):`]
      : []),
    ...logins.map(({ login, name }) => `    ${login.padEnd(width)} ${name}`),
    ...(status.needsFirstAdmin
      ? ['', `  Tạo quản trị viên đầu tiên / make the first administrator: ${url}/first-run`]
      : []),
    ...(status.needsFirstAdmin ? [`  Mã thiết lập / set-up code: ${setupCode(env().AUTH_SECRET!)}`] : []),
    '',
  ].join('\n')
}
