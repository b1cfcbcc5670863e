// Says whose answers the figures below are made of: a convenience sample is never shown without its name.
import { getLocale, getTranslations } from 'next-intl/server'
import { type EntryChoice, entryChoiceLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import style from './page.module.css'

type Props = {
  /** Rights that the wave offers. */
  entries: string[]
  entry: EntryChoice
}

export async function EntryNote({ entries, entry }: Props) {
  const t = await getTranslations('results')
  const label = inLanguage(entryChoiceLabels[entry], await getLocale())
  const isInvited = entry === 'drawn' || entry === 'ballot' || entry === 'link'
  const caution = isInvited ? '' : t(`entryCaution.${entry}`)
  const isPartial = entries.length > 1 && entry !== 'all'
  return (
    <p className={style.soft}>
      {t('entryShown', { entry: label })} {caution} {isPartial && t('entryOthers')}
    </p>
  )
}
