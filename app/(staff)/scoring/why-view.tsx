// "Why is this 8.23?": one number, its formula, and its parts, each a link to its own why, down to the counts of answers or
// the figure entered.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { flagWords, statusWords } from '#lib/charts/status-words'
import { explainResult } from '#lib/flows/explain-result'
import type { ExplainedPart, Explanation } from '#lib/scoring/explain-score'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { DataTable } from '../../_ui/data-table'
import { NoText } from '../../_ui/no-text'
import { OneChoice } from '../../_ui/one-choice'
import style from '../../_ui/page.module.css'
import { placeOfCells, type ViewProps } from './result-query'

export async function WhyView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = (await getLocale()) === 'en' ? 'en' : 'vi'
  const slug = place.index.replace(/\.v\d+$/, '')
  const criterion = query.criterion ?? slug
  const asked = placeOfCells(place)
  const { unit, units, explanation, cell } = await load((actor) =>
    explainResult(actor, { ...asked, unit: query.unit ?? '', criterion }),
  )
  const nameOf = (one: { name: string; nameEn: string }) => (language === 'en' ? one.nameEn : one.name)
  const href = (code: string) =>
    `/scoring?${new URLSearchParams({ ...place, tab: 'why', unit: unit.id, criterion: code })}`
  const value =
    cell.value === null
      ? statusWords[cell.status][language]
      : `${formatNumber(cell.value, cell.scale, language)} / ${cell.maximum}`
  const interval = formatInterval(cell, language)
  return (
    <section className={style.section} aria-labelledby="why">
      <nav aria-label={t('why.path')}>
        {explanation.above.map((one) => (
          <span key={one.code}>
            <Link href={href(one.code)}>{inLanguage(one.name, language)}</Link>
            {' › '}
          </span>
        ))}
      </nav>
      <h2 id="why">
        {t('why.title', { name: inLanguage(explanation.name, language), unit: nameOf(unit), value })}
      </h2>
      <OneChoice
        name="unit"
        label={t('unit')}
        choices={units.map((one) => ({ value: one.id, label: nameOf(one) }))}
        chosen={unit.id}
        kept={{ ...place, tab: 'why', criterion }}
      />
      {interval && <p>{t('indexInterval', { interval })}</p>}
      {explanation.grade && <p>{t('why.grade', { grade: inLanguage(explanation.grade, language) })}</p>}
      {cell.flags.includes('no-text') && (
        <p>
          <NoText /> {t('why.noText')}
        </p>
      )}
      <p>{await formulaOf(explanation, language)}</p>
      {cell.flags
        .filter((flag) => flag !== 'no-text')
        .map((flag) => (
          <p key={flag} className={style.soft}>
            {flagWords[flag][language]}
          </p>
        ))}
      <Parts explanation={explanation} href={href} />
      <Questions explanation={explanation} />
      <p className={style.soft}>{cell.method}</p>
    </section>
  )
}

/** The formula with the numbers in it. */
async function formulaOf(
  { score, mean, parts, questions, earned, possible, rule }: Explanation,
  language: 'vi' | 'en',
) {
  const t = await getTranslations('results.why')
  const format = await getFormatter()
  const exact = (value: number) => format.number(value, { maximumFractionDigits: 4 })
  if (score.share === null) return t('nothing', { status: statusWords[score.status][language] })
  if (parts.length > 0)
    return t(`mean.${mean}`, {
      share: exact(score.share),
      applicable: exact(score.applicable),
      maximum: exact(score.maximum),
    })
  if (questions.length > 0)
    return t('answers', { earned: exact(earned), possible: exact(possible), share: exact(score.share) })
  if (score.figure !== null)
    return t('figure', {
      figure: exact(score.figure),
      rule: rule?.[language] ?? '',
      share: exact(score.share),
    })
  return t('other', { rule: rule?.[language] ?? '', share: exact(score.share) })
}

async function Parts({ explanation, href }: { explanation: Explanation; href: (code: string) => string }) {
  const t = await getTranslations('results')
  const language = (await getLocale()) === 'en' ? 'en' : 'vi'
  const format = await getFormatter()
  const number = (value: number | null) =>
    value === null ? '–' : format.number(value, { maximumFractionDigits: 4 })
  if (explanation.parts.length === 0) return null
  return (
    <DataTable<ExplainedPart>
      caption={t('why.parts')}
      phone="scroll"
      rows={explanation.parts}
      rowKey={({ score }) => score.code}
      columns={[
        {
          key: 'name',
          head: t('criterion'),
          cell: ({ score, name }) => <Link href={href(score.code)}>{inLanguage(name, language)}</Link>,
        },
        {
          key: 'share',
          head: t('why.share'),
          isNumber: true,
          cell: ({ score }) =>
            score.share === null ? statusWords[score.status][language] : number(score.share),
        },
        { key: 'weight', head: t('why.weight'), isNumber: true, cell: ({ weight }) => number(weight) },
        {
          key: 'contribution',
          head: t('why.contribution'),
          isNumber: true,
          cell: ({ contribution, counts }) =>
            counts === 'counted' ? number(contribution) : t(`why.counts.${counts}`),
        },
        { key: 'n', head: 'n', isNumber: true, cell: ({ score }) => number(score.n) },
      ]}
    />
  )
}

async function Questions({ explanation }: { explanation: Explanation }) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const format = await getFormatter()
  const rows = explanation.questions.flatMap(({ variable, values }) =>
    values.map((one) => ({
      ...one,
      key: `${variable.name}=${one.value}`,
      question: inLanguage(variable.shortLabel ?? variable.label, language),
      answer: inLanguage(variable.values.find(({ value }) => value === one.value)!.label, language),
    })),
  )
  if (rows.length === 0) return null
  return (
    <DataTable<(typeof rows)[number]>
      caption={t('why.counted')}
      phone="scroll"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'question', head: t('why.question'), cell: ({ question }) => question },
        { key: 'answer', head: t('why.answer'), cell: ({ answer }) => answer },
        { key: 'points', head: t('why.points'), isNumber: true, cell: ({ points }) => format.number(points) },
        { key: 'n', head: 'n', isNumber: true, cell: ({ n }) => format.number(n) },
        {
          key: 'weighted',
          head: t('why.weighted'),
          isNumber: true,
          cell: ({ weighted }) => format.number(weighted, { maximumFractionDigits: 2 }),
        },
      ]}
    />
  )
}
