// How far the answers can be trusted: how they came in and whether that makes a difference, what people leave unanswered,
// and, for analysts, answers that look copied or clicked through.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { formatNumber } from '#lib/charts/format-number'
import { loadQuality, type Quality, type QualityField, qualityFields } from '#lib/flows/load-quality'
import type { Cell } from '#lib/scoring/cell'
import { nameCollection } from '#lib/scoring/name-collection'
import type { Silence } from '#lib/scoring/silence'
import { fieldLabels, lateField } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { CellTable } from '../../_ui/cell-table'
import { type Column, DataTable } from '../../_ui/data-table'
import { exportLinks } from '../../_ui/export-links'
import style from '../../_ui/page.module.css'
import { PatternsSection } from './patterns-section'
import { placeOfCells, type ViewProps } from './result-query'

const labelOf = (field: QualityField) => (field === 'late' ? lateField : fieldLabels[field])

export async function QualityView({ place, query }: ViewProps) {
  const t = await getTranslations('results')
  const language = await getLocale()
  const quality = await load((actor) => loadQuality(actor, place))
  const { unit, wave, silence, groups } = quality
  const unitName = language === 'en' ? unit.nameEn : unit.name
  const labels = {
    locale: language,
    units: { [unit.id]: unitName } as Record<string, string>,
    criteria: nameCollection(language),
  }
  const shown = qualityFields.filter((field) => field !== 'late' || groups.late.length > 0)
  const canCheck = isAllowed(await getActor(), 'responses.export')
  const patternsHref = `/scoring?${new URLSearchParams({ ...place, tab: 'quality', detail: 'patterns' })}#patterns`
  return (
    <>
      <section className={style.section} aria-labelledby="collection">
        <h2 id="collection">{t('quality.collection', { unit: unitName })}</h2>
        <p className={style.soft}>{t('quality.collectionLead')}</p>
        {shown.map((field) => (
          <section key={field} className={style.section} aria-labelledby={`by-${field}`}>
            <h3 id={`by-${field}`}>{inLanguage(labelOf(field), language)}</h3>
            {field === 'late' && <p className={style.soft}>{t('quality.lateLead')}</p>}
            {groups[field].length === 0 ? (
              <p className={style.soft}>{t('quality.noAnswers')}</p>
            ) : (
              <CellTable
                caption={inLanguage(labelOf(field), language)}
                criterionHead={inLanguage(labelOf(field), language)}
                cells={groups[field].map(({ cell }) => cell)}
                labels={labels}
                isOpen
                extra={[answersColumn(quality, field)]}
              />
            )}
          </section>
        ))}
        <p className={style.row}>
          {exportLinks('quality', placeOfCells(place), language).map(({ href, label }) => (
            <a key={href} href={href} download>
              {label}
            </a>
          ))}
        </p>
      </section>
      <section className={style.section} aria-labelledby="silence">
        <h2 id="silence">{t('quality.silence')}</h2>
        <p className={style.soft}>{t('quality.silenceLead')}</p>
        <DataTable
          caption={t('quality.silence')}
          isCaptionHidden
          columns={silenceColumns()}
          rows={silence}
          rowKey={({ variable }) => variable.name}
          phone="scroll"
        />
      </section>
      {canCheck && (
        <section className={style.section} aria-labelledby="patterns">
          <h2 id="patterns">{t('quality.patterns')}</h2>
          <p className={style.soft}>{t('quality.patternsLead')}</p>
          {query.detail === 'patterns' ? (
            <PatternsSection place={place} units={wave.units} />
          ) : (
            <p>
              <Link href={patternsHref} prefetch={false}>
                {t('quality.showPatterns')}
              </Link>
            </p>
          )}
        </section>
      )}
    </>
  )

  function answersColumn({ groups: all }: Quality, field: QualityField): Column<Cell> {
    const answers = new Map(all[field].map((group) => [group.cell.criterion, group.answers]))
    return {
      key: 'answers',
      head: t('counts.answers'),
      isNumber: true,
      cell: ({ criterion }) => formatNumber(answers.get(criterion) ?? 0, 'count', language),
    }
  }

  function silenceColumns(): Column<Silence>[] {
    const share = (kind: keyof NonNullable<Silence['silent']>): Column<Silence> => ({
      key: kind,
      head: t(`quality.${kind}`),
      isNumber: true,
      cell: ({ silent, asked }) =>
        silent ? formatNumber((silent[kind] / asked) * 100, 'percent', language) : t('quality.tooFew'),
    })
    return [
      {
        key: 'question',
        head: t('quality.question'),
        cell: ({ variable }) => inLanguage(variable.label, language),
      },
      {
        key: 'asked',
        head: t('quality.asked'),
        isNumber: true,
        cell: ({ asked }) => formatNumber(asked, 'count', language),
      },
      share('noAnswer'),
      share('dontKnow'),
      share('refused'),
    ]
  }
}
