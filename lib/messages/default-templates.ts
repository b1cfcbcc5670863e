// Our own words, used where an officer has written none. They ask for an opinion and praise nobody; they say who can know
// what; and a reminder never claims that somebody has not answered: it cannot know what lies in the box.
import type { MessageKind, TemplateChannel, TemplateTexts } from '#lib/messages/template'

const secrecy = {
  vi: 'Phiếu là phiếu kín: hệ thống biết lời mời đã được dùng hay chưa, nhưng không ai, kể cả người quản trị, biết phiếu nào là của ai. Trang trả lời có mục giải thích để {title} tự kiểm tra.',
  en: 'The ballot is secret: the system knows whether an invitation has been used, but nobody, not even an administrator, can know which answer is whose. The page explains how you can check that yourself.',
}
const howVi = 'Mở đường dẫn này để trả lời (dành riêng cho một người, xin không chuyển tiếp):'
const howEn = 'Open this link to answer (it is meant for one person, please do not pass it on):'

const greetVi = 'Kính gửi {title} {name},'
const greetEn = 'Dear {title} {name},'

type WithSubject = Exclude<TemplateChannel, 'text'>

const subjects: Record<MessageKind, { vi: string; en: string }> = {
  invitation: { vi: 'Mời trả lời phiếu kín: {wave}', en: 'Invitation to a secret ballot: {wave}' },
  reminder: { vi: 'Nhắc trả lời phiếu kín: {wave}', en: 'Reminder of the secret ballot: {wave}' },
  'last-call': { vi: 'Sắp hết hạn: {wave}', en: 'Closing soon: {wave}' },
}

const openings: Record<MessageKind, { vi: string; en: string }> = {
  invitation: {
    vi: '{title} được mời cho ý kiến trong đợt “{wave}”, đơn vị {unit}. Hạn cuối: {closes}.',
    en: 'You are asked for your opinion in “{wave}”, unit {unit}. The last moment is {closes}.',
  },
  reminder: {
    vi: 'Lời mời gửi {title} trong đợt “{wave}”, đơn vị {unit}, vẫn còn hiệu lực đến {closes}. Nếu đã bắt đầu trên một máy khác, xin dùng mã tiếp tục.',
    en: 'Your invitation to “{wave}”, unit {unit}, is still open until {closes}. If you have begun on another device, use your resume code.',
  },
  'last-call': {
    vi: 'Đợt “{wave}”, đơn vị {unit}, nhận phiếu đến {closes}. Nếu đã gửi phiếu, xin cảm ơn và không cần làm gì thêm.',
    en: '“{wave}”, unit {unit}, takes answers until {closes}. If you have sent yours already: thank you, there is nothing more to do.',
  },
}

const shortTexts: Record<MessageKind, { vi: string; en: string }> = {
  invitation: {
    vi: 'Mời {title} {name} trả lời phiếu kín “{wave}” đến {closes}: {link}',
    en: '{title} {name}, you are invited to the secret ballot “{wave}” until {closes}: {link}',
  },
  reminder: {
    vi: 'Lời mời phiếu kín “{wave}” còn hiệu lực đến {closes}: {link}',
    en: 'Your invitation to the secret ballot “{wave}” is open until {closes}: {link}',
  },
  'last-call': {
    vi: 'Phiếu kín “{wave}” nhận đến {closes}. Nếu đã gửi, xin cảm ơn. {link}',
    en: 'The secret ballot “{wave}” closes at {closes}. If you have answered: thank you. {link}',
  },
}

/** Complete words for a kind and a channel, in both languages. */
export function defaultTemplate(kind: MessageKind, channel: TemplateChannel): TemplateTexts {
  if (channel === 'text') {
    const { vi, en } = shortTexts[kind]
    return { vi: { subject: '', body: vi }, en: { subject: '', body: en } }
  }
  const { vi, en } = subjects[kind]
  return {
    vi: { subject: vi, body: bodyOf(kind, channel, 'vi') },
    en: { subject: en, body: bodyOf(kind, channel, 'en') },
  }
}

function bodyOf(kind: MessageKind, channel: WithSubject, language: 'vi' | 'en'): string {
  const how = language === 'vi' ? howVi : howEn
  const code =
    language === 'vi' ? 'Hoặc nhập mã {code} trên trang đó.' : 'Or type the code {code} on that page.'
  const steps = channel === 'email' ? [`${how}\n{link}`, code] : []
  return [language === 'vi' ? greetVi : greetEn, openings[kind][language], ...steps, secrecy[language]].join(
    '\n\n',
  )
}
