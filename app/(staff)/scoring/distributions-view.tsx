// How the answers to each question are spread: one picture per question of the form, a matrix with its rows together.
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { type Distributions, loadDistributions } from '#lib/flows/load-distributions'
import { nameAnswers } from '#lib/scoring/name-answers'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { CellTable } from '../../_ui/cell-table'
import { Chart } from '../../_ui/chart'
import { unitLabels } from '../../_ui/chart-labels'
import { exportLinks } from '../../_ui/export-links'
import { OneChoice } from '../../_ui/one-choice'
import style from '../../_ui/page.module.css'
import type { ViewProps } from './result-query'

type Question = Distributions['questions'][number]

export async function DistributionsView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const actor = await getActor()
  const unit = query.unit || undefined
  const { entry } = place
  const ask = { wave: place.wave, ...(unit ? { unit } : {}), ...(entry ? { entry } : {}) }
  const { wave, questions } = await load((reader) => loadDistributions(reader, ask))
  const names = nameAnswers(
    questions.map(({ variable }) => variable),
    language,
  )
  const labels = {
    locale: language,
    units: { ...unitLabels(wave.units, language), all: t('allUnits') } as Record<string, string>,
    criteria: names,
  }
  const units = wave.units.filter((one) => isAllowed(actor, 'results.read', one.id))
  return (
    <section className={style.section} aria-labelledby="distributions">
      <h2 id="distributions">{t('distributions.title')}</h2>
      <p className={style.soft}>{t('distributions.lead')}</p>
      <OneChoice
        name="unit"
        label={t('unit')}
        choices={[
          { value: '', label: t('allUnits') },
          ...units.map((one) => ({ value: one.id, label: labels.units[one.id]! })),
        ]}
        chosen={unit ?? ''}
        kept={{ ...place, tab: 'distributions' }}
      />
      {groupByQuestion(questions).map((group) => (
        <section key={group[0]!.variable.name} className={style.section} aria-label={titleOf(group)}>
          <h3>{titleOf(group)}</h3>
          <Chart
            chart="distribution"
            cells={group.flatMap(({ cells }) => cells)}
            labels={{ ...labels, criteria: { ...names, ...shortNames(group) } }}
            description={t('distributions.description')}
            fileName={`${place.wave}-${group[0]!.variable.question}`}
            saveLabel={t('savePicture')}
          />
          <CellTable
            caption={titleOf(group)}
            cells={group.flatMap(({ cells }) => cells)}
            labels={{ ...labels, criteria: { ...names, ...namedRows(group) } }}
          />
        </section>
      ))}
      <p className={style.row}>
        {exportLinks('distributions', ask, language).map(({ href, label }) => (
          <a key={href} href={href} download>
            {label}
          </a>
        ))}
      </p>
    </section>
  )

  function titleOf(group: Question[]): string {
    const { label, shortLabel } = group[0]!.variable
    const [long, short] = [inLanguage(label, language), inLanguage(shortLabel, language)]
    return group.length > 1 && long.endsWith(` – ${short}`) ? long.slice(0, -short.length - 3) : long
  }

  function shortNames(group: Question[]): Record<string, string> {
    return Object.fromEntries(
      group.map(({ variable }) => [variable.name, inLanguage(variable.shortLabel, language)]),
    )
  }

  /** "row: answer" for tables, where each line must stand on its own. */
  function namedRows(group: Question[]): Record<string, string> {
    if (group.length === 1) return {}
    return Object.fromEntries(
      group.flatMap(({ variable, cells }) =>
        cells.map(({ criterion }) => [
          criterion,
          `${inLanguage(variable.shortLabel, language)}: ${names[criterion] ?? criterion}`,
        ]),
      ),
    )
  }
}

/** Neighbours that belong to one question of the form. */
function groupByQuestion(questions: Question[]): Question[][] {
  const groups: Question[][] = []
  for (const question of questions) {
    const last = groups.at(-1)
    if (last && last[0]!.variable.question === question.variable.question) last.push(question)
    else groups.push([question])
  }
  return groups
}
