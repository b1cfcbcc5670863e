// npm run contacts -- new-key: a key as CONTACT_KEY wants it, to stand before the old one.
import { makeSecretKey } from '#lib/secrecy/sealed-field'

export async function showNewKey(): Promise<number> {
  console.log(makeSecretKey())
  console.error(
    'Đặt CONTACT_KEY=<khóa này>,<khóa cũ>, khởi động lại, rồi chạy npm run contacts -- reseal.\nSet CONTACT_KEY=<this key>,<old key>, restart, then run npm run contacts -- reseal.',
  )
  return 0
}
