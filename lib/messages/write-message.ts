// The words of one person's message, made when it is sent or printed and then forgotten.
import type { Person } from '#lib/contacts/contact'
import { defaultTemplate } from '#lib/messages/default-templates'
import { fillTemplate } from '#lib/messages/fill-template'
import type {
  MessageKind,
  MessageLanguage,
  TemplateChannel,
  TemplateTexts,
  Words,
} from '#lib/messages/template'

export type MessageFacts = {
  kind: MessageKind
  channel: TemplateChannel
  /** Null: our own words. */
  texts: TemplateTexts | null
  wave: { title: string; titleEn: string; closesAt: Date }
  /** Of the invitation; null: as long as the wave is open. */
  expiresAt: Date | null
  unit: { name: string; nameEn: string }
  /** Letters that an office hands out itself name nobody. */
  person: Pick<Person, 'name' | 'title'> | null
  language: MessageLanguage
  link: string
  /** As it is typed. */
  code: string
}

/** Subject and text with everything filled in. */
export function writeMessage(facts: MessageFacts): Words {
  const { kind, channel, texts, wave, unit, person, language, link, code, expiresAt } = facts
  const isEnglish = language === 'en'
  const words = (texts ?? defaultTemplate(kind, channel))[language]
  return fillTemplate(words, {
    title: person?.title || (isEnglish ? '' : 'ông/bà'),
    name: person?.name ?? '',
    unit: isEnglish ? unit.nameEn : unit.name,
    wave: isEnglish ? wave.titleEn : wave.title,
    closes: momentText(expiresAt && expiresAt < wave.closesAt ? expiresAt : wave.closesAt, language),
    link,
    code,
  })
}

/** Where further e-mails can be ended and where a person's data are shown: below every e-mail, whoever wrote its words. */
export function withFooter(
  body: string,
  language: MessageLanguage,
  links: { optOut: string; privacy: string },
): string {
  const footer =
    language === 'en'
      ? `To get no more messages: ${links.optOut}\nWhat is held about you: ${links.privacy}`
      : `Không muốn nhận thư nữa: ${links.optOut}\nDữ liệu đang lưu về ông/bà: ${links.privacy}`
  return `${body}\n\n—\n${footer}`
}

const momentText = (moment: Date, language: MessageLanguage) =>
  moment.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'long',
    timeStyle: 'short',
  })
