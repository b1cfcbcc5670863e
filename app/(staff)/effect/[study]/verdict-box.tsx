// The answer in one sentence, with its interval and what it rests on. It never says more than the numbers: only a campaign by
// lot that was declared in time "lifted" something, everything else goes together with a lift.
import { getLocale, getTranslations } from 'next-intl/server'
import { CAUTIONS, DECLARATIONS, NOTES, OBSTACLES, VERDICTS } from '#lib/effects/effect-words'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { inLanguage } from '#lib/surveys/local-text'
import { figureValue, pText } from '../../../_ui/effect-figures'
import style from './study.module.css'

export async function VerdictBox({ effect: loaded }: { effect: StudyEffect }) {
  const [t, language] = await Promise.all([getTranslations('effect'), getLocale()])
  const { result, outcomes } = loaded
  const { primary, verdict, isByLot, declaration } = result
  const outcome = inLanguage(outcomes[primary.key] ?? { vi: primary.key }, language)
  const { effect } = primary
  if (verdict === 'cannot_tell' || !effect)
    return (
      <section className={style.verdict} data-verdict="cannot_tell" aria-labelledby="verdict">
        <h2 id="verdict">{t('verdict.cannot_tell')}</h2>
        <p>{VERDICTS.cannot_tell[language]}</p>
        <Obstacles codes={result.obstacles.length > 0 ? result.obstacles : primary.obstacles} />
      </section>
    )
  const certainty = isByLot && declaration === 'before_follow_up' ? 'causal' : 'suggests'
  const points = (value: number | null) => (value === null ? '∞' : figureValue(value, 'difference', language))
  const given = { outcome, value: points(effect.value), low: points(effect.low), high: points(effect.high) }
  const answers = primary.waves.reduce((sum, at) => sum + result.waves[at]!.n, 0)
  return (
    <section className={style.verdict} data-verdict={verdict} aria-labelledby="verdict">
      <h2 id="verdict">
        {verdict === 'unclear' ? t('verdict.unclear', given) : t(`verdict.${verdict}.${certainty}`, given)}
      </h2>
      {verdict === 'unclear' && <p>{VERDICTS.unclear[language]}</p>}
      <p className={style.interval}>{t('verdict.interval', given)}</p>
      <p>
        {t('verdict.basis', {
          treated: effect.treatedCommunes,
          other: effect.comparisonCommunes,
          waves: primary.waves.length,
          answers,
          p: pText(effect.pValue, language),
        })}{' '}
        {isByLot ? NOTES.by_lot[language] : t('verdict.notByLot')} {DECLARATIONS[declaration][language]}.
      </p>
      {result.cautions.length > 0 && (
        <>
          <p>
            <strong>{t('verdict.cautions')}</strong>
          </p>
          <ul>
            {result.cautions.map((code) => (
              <li key={code}>{CAUTIONS[code][language]}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Why there is no number, and what to collect next time. */
export async function Obstacles({ codes }: { codes: StudyEffect['result']['obstacles'] }) {
  const [t, language] = await Promise.all([getTranslations('effect'), getLocale()])
  return (
    <ul className={style.obstacles}>
      {codes.map((code) => (
        <li key={code}>
          {OBSTACLES[code].why[language]} <strong>{t('nextTime')}</strong> {OBSTACLES[code].next[language]}
        </li>
      ))}
    </ul>
  )
}
