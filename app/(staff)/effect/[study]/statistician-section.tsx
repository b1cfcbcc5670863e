// For who wants to check: every analysis of the primary outcome, all other outcomes, the families of tests, what was declared
// and when, and everything as files.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { CORRECTIONS, FAMILIES, NOTES, OBSTACLES, SENSITIVITY } from '#lib/effects/effect-words'
import type { OutcomeResult } from '#lib/effects/study-result'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { inLanguage } from '#lib/surveys/local-text'
import { Assumed } from '../../../_ui/assumed'
import { DataTable } from '../../../_ui/data-table'
import { figureRange, figureText, figureValue, pText } from '../../../_ui/effect-figures'
import { exportLinks } from '../../../_ui/export-links'
import style from '../../../_ui/page.module.css'

export async function OutcomesSection({ effect: { result, outcomes } }: { effect: StudyEffect }) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const rows = [...result.secondary, ...result.areas]
  if (rows.length === 0) return null
  return (
    <section className={style.section} aria-labelledby="outcomes">
      <h2 id="outcomes">{t('outcomes')}</h2>
      <p className={style.soft}>{t('outcomesLead')}</p>
      <DataTable
        caption={t('outcomes')}
        isCaptionHidden
        rows={rows}
        rowKey={({ key, role }) => `${role} ${key}`}
        columns={[
          {
            key: 'outcome',
            head: t('outcome'),
            cell: ({ key }) => inLanguage(outcomes[key] ?? { vi: key }, language),
          },
          { key: 'role', head: t('role'), cell: ({ role }) => t(`outcomeRoles.${role}`) },
          {
            key: 'effect',
            head: t('differenceHead'),
            cell: ({ effect }: OutcomeResult) =>
              effect ? figureText(effect, 'difference', language) : t('cannotTellShort'),
            isNumber: true,
          },
          {
            key: 'p',
            head: t('adjustedP'),
            cell: ({ effect }) => pText(effect?.adjustedP ?? null, language),
            isNumber: true,
          },
          {
            key: 'why',
            head: t('reading'),
            cell: ({ effect, verdict, obstacles }) =>
              effect
                ? t(`readings.${verdict}`)
                : obstacles.map((code) => OBSTACLES[code].why[language]).join(' '),
          },
        ]}
      />
      <Assumed
        title={t('restsOn')}
        sentences={result.families.map(({ family, size, correction }) =>
          t('family', {
            family: FAMILIES[family][language],
            size,
            correction: CORRECTIONS[correction][language],
          }),
        )}
      />
    </section>
  )
}

export async function StatisticianSection({ effect: { study, result, waves } }: { effect: StudyEffect }) {
  const [t, language, format] = await Promise.all([
    getTranslations('effect.study'),
    getLocale(),
    getFormatter(),
  ])
  const { primary } = result
  const { effect, randomisation } = primary
  const rows = [
    ...(effect ? [{ ...effect, method: 'primary' as const }] : []),
    ...primary.sensitivity,
    ...(effect && randomisation
      ? [{ ...randomisation, value: effect.value, method: 'randomisation' as const }]
      : []),
  ]
  const facts: [string, string][] = [
    [t('estimator'), NOTES.estimator[language]],
    [
      t('degrees'),
      effect?.degreesOfFreedom == null
        ? '–'
        : format.number(effect.degreesOfFreedom, { maximumFractionDigits: 1 }),
    ],
    [
      t('standardError'),
      effect?.standardError == null ? '–' : figureValue(effect.standardError, 'percent', language),
    ],
    ...(randomisation
      ? ([
          [t('assignments'), format.number(randomisation.assignments)],
          [t('smallestP'), pText(randomisation.smallestPValue, language)],
        ] as [string, string][])
      : []),
    [t('seed'), randomisation?.isInBlocks ? `${t('seedText')} ${t('inBlocks')}` : t('seedText')],
  ]
  return (
    <section className={style.section} aria-labelledby="statistician">
      <h2 id="statistician">{t('statistician')}</h2>
      <DataTable
        caption={t('sensitivity')}
        rows={rows}
        rowKey={({ method }) => method}
        empty={t('noSensitivity')}
        columns={[
          {
            key: 'method',
            head: t('method'),
            cell: ({ method }) =>
              method in SENSITIVITY
                ? SENSITIVITY[method as 'welch'][language]
                : t(`methods.${method as 'primary'}`),
          },
          {
            key: 'value',
            head: t('value'),
            cell: ({ value }) => figureValue(value, 'difference', language),
            isNumber: true,
          },
          {
            key: 'range',
            head: t('interval'),
            cell: (row) => figureRange(row, 'difference', language) || '–',
            isNumber: true,
          },
          { key: 'p', head: 'p', cell: ({ pValue }) => pText(pValue, language), isNumber: true },
        ]}
      />
      <dl className={style.facts}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption={t('waves')}
        rows={result.waves}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'wave',
            head: t('wave'),
            cell: ({ id }) => {
              const wave = waves.find((one) => one.id === id)
              return (language === 'en' ? wave?.titleEn : wave?.title) ?? id
            },
          },
          { key: 'days', head: t('days'), cell: ({ first, last }) => `${first} – ${last}` },
          { key: 'design', head: t('design'), cell: ({ design }) => t(`designs.${design}`) },
          { key: 'n', head: 'n', cell: ({ n }) => format.number(n), isNumber: true },
        ]}
      />
      <details>
        <summary>{t('declaredPlan')}</summary>
        <p>
          {study.declaredAt
            ? t('declaredAt', {
                at: format.dateTime(study.declaredAt, {
                  dateStyle: 'medium',
                  timeStyle: 'medium',
                  timeZone: 'Asia/Ho_Chi_Minh',
                }),
                name: study.declaredByName,
              })
            : t('notDeclared')}
        </p>
        <pre className={style.code}>{JSON.stringify(study.plan, null, 2)}</pre>
      </details>
      <p className={`${style.row} no-print`}>
        <span>{t('files')}</span>
        {exportLinks('study-effect', { id: study.id }, language).map(({ href, label }) => (
          <a key={href} href={href} download>
            {label}
          </a>
        ))}
      </p>
    </section>
  )
}
