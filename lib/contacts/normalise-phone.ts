// Telephone numbers of Viet Nam as one text, so that "0912 345 678" and "+84 912.345.678" are the same number. Numbers of
// eleven digits were replaced in 2018; they are not changed in silence but answered with the number they became.
import type { Sentence } from '#lib/problem'

/** First digits of old mobile numbers of eleven digits -> those of ten digits that replaced them on 15/9/2018. */
const replaced: Record<string, string> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}

/** "0912 345 678" -> "+84912345678"; an empty text stays empty. Foreign numbers need their "+". */
export function normalisePhone(text: string): { phone: string } | { fault: Sentence } {
  const plain = text.replace(/[\s.\-()/]/g, '').replace(/^00/, '+')
  if (plain === '') return { phone: '' }
  if (!/^\+?\d{6,15}$/.test(plain)) return { fault: noNumber(text) }
  const home = plain.replace(/^(\+84|84(?=\d{9,10}$))0?/, '0')
  if (home.startsWith('+')) return { phone: home }
  const old = replaced[home.slice(0, 4)]
  if (home.length === 11 && old) return { fault: wasReplaced(text, `${old}${home.slice(4)}`) }
  if (/^0[35789]\d{8}$/.test(home) || /^02\d{9}$/.test(home)) return { phone: `+84${home.slice(1)}` }
  // spreadsheets drop the leading zero of a number
  if (/^[35789]\d{8}$/.test(home) || /^2\d{9}$/.test(home)) return { phone: `+84${home}` }
  return { fault: noNumber(text) }
}

/** "+84912345678" -> "0912 345 678", as people here read it. */
export function showPhone(phone: string): string {
  const home = phone.replace(/^\+84/, '0')
  return /^0\d{9}$/.test(home) ? home.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3') : home
}

const noNumber = (text: string): Sentence => ({
  vi: `số điện thoại “${text}” không đúng. Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09; số nước ngoài cần dấu + ở đầu.`,
  en: `the telephone number “${text}” is not right. Mobile numbers have 10 digits and begin with 03, 05, 07, 08 or 09; foreign ones need a + in front.`,
})

const wasReplaced = (text: string, now: string): Sentence => ({
  vi: `số điện thoại “${text}” là số 11 chữ số đã đổi từ năm 2018, nay là ${now}. Hãy kiểm tra rồi ghi số mới.`,
  en: `the telephone number “${text}” has 11 digits and was replaced in 2018 by ${now}. Check it and write the new one.`,
})
