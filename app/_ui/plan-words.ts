// The words in which a plan speaks, by code, in the reader's language; and its months and money.
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { inLanguage } from '#lib/surveys/local-text'
import type { Choice } from './plan-fields'

export type PlanChannel = Choice & { measures: Choice[] }
export type PlanArea = Choice & { short: string }

/** What a plan may choose from. */
export type PlanWords = { channels: PlanChannel[]; areas: PlanArea[]; groups: Choice[]; units: Choice[] }

type Unit = { id: string; name: string; nameEn: string }

export function planWords(vocabulary: Vocabulary, units: readonly Unit[], language: string): PlanWords {
  const named = ({ code, name }: { code: string; name: Parameters<typeof inLanguage>[0] }): Choice => ({
    code,
    name: inLanguage(name, language),
  })
  return {
    channels: vocabulary.channels
      .filter(({ measures }) => measures)
      .map((channel) => ({ ...named(channel), measures: channel.measures!.map(named) })),
    areas: vocabulary.areas.map((area) => ({ ...named(area), short: inLanguage(area.short, language) })),
    groups: vocabulary.targetGroups.map(named),
    units: units.map(({ id, name, nameEn }) => ({ code: id, name: language === 'en' ? nameEn : name })),
  }
}

/** Names of codes, joined; a code that no list knows stands for itself. */
export const namesOf = (codes: readonly string[], choices: readonly Choice[]): string =>
  codes.map((code) => choices.find((choice) => choice.code === code)?.name ?? code).join(', ')

/** "3/2026 – 5/2026". */
export function monthsText({ from, to }: { from: string; to: string }): string {
  const one = (month: string) => month && `${Number(month.slice(5))}/${month.slice(0, 4)}`
  return from === to ? one(from) : [one(from), one(to)].filter(Boolean).join(' – ')
}

/** VND with dots, "1.200.000 đ". */
export const moneyText = (cost: number, language: string): string =>
  `${cost.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')} ${language === 'en' ? 'VND' : 'đ'}`
