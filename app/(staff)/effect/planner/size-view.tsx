// What the planned study could see, first in one sentence, then the four figures that every plan states, the money and the
// alternatives.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { StudySize, StudySizePlan } from '#lib/effects/study-size'
import type { PlannedStudy } from '#lib/flows/plan-study'
import { inLanguage } from '#lib/surveys/local-text'
import { DataTable } from '../../../_ui/data-table'
import style from '../../../_ui/page.module.css'
import { StatLine } from '../../../_ui/stat-line'

type Props = { planned: PlannedStudy; plan: StudySizePlan; size: StudySize }

export async function SizeView({ planned, plan, size }: Props) {
  const [t, format, language] = await Promise.all([
    getTranslations('effect.size'),
    getFormatter(),
    getLocale(),
  ])
  const points = (share: number) =>
    format.number(share * 100, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const money = (vnd: number) => t('vnd', { amount: format.number(Math.round(vnd)) })
  const canSee = size.campaign.effect <= plan.lift
  const lift = points(plan.lift)
  return (
    <div className={style.section} role="status" aria-live="polite">
      <div className={canSee ? style.panel : style.unofficial}>
        <p>
          <strong>
            {t(canSee ? 'canSee' : 'cannotSee', {
              lift,
              effect: points(size.campaign.effect),
              communes: plan.communes,
              exposed: plan.exposed,
            })}
          </strong>
        </p>
        {!canSee && (
          <p>
            {size.answersForLift !== null && size.answersForLift <= 3000
              ? t('needAnswers', { answers: size.answersForLift, lift })
              : t('answersDoNotHelp', { lift })}{' '}
            {size.communesForLift !== null
              ? t('needCommunes', { communes: size.communesForLift, lift })
              : t('communesDoNotHelp')}
          </p>
        )}
      </div>
      <StatLine
        stats={[
          {
            label: t('marginOfCommune'),
            value: `± ${points(size.marginOfCommune)}`,
            note: t('marginOfCommuneNote'),
          },
          { label: t('marginOfAll'), value: `± ${points(size.marginOfAll)}`, note: t('marginOfAllNote') },
          {
            label: t('betweenTwo'),
            value: size.betweenTwo === null ? '–' : points(size.betweenTwo),
            note: t('betweenTwoNote'),
          },
          { label: t('campaign'), value: points(size.campaign.effect), note: t('campaignNote') },
        ]}
      />
      <h3>{t('money')}</h3>
      <StatLine
        stats={[
          {
            label: t('interviews'),
            value: format.number(size.interviews),
            note: t('interviewsNote', { people: size.toApproach }),
          },
          { label: t('surveyCost'), value: money(size.surveyCost), note: t('surveyCostNote') },
          { label: t('campaignCost'), value: money(plan.campaignCost), note: t('campaignCostNote') },
          { label: t('totalCost'), value: money(size.totalCost) },
        ]}
      />
      {planned.channels.length > 0 && (
        <details>
          <summary>{t('channelCosts', { year: String(planned.year) })}</summary>
          <DataTable
            caption={t('channelCosts', { year: String(planned.year) })}
            isCaptionHidden
            rows={planned.channels}
            rowKey={({ channel }) => channel}
            columns={[
              { key: 'channel', head: t('channel'), cell: ({ name }) => inLanguage(name, language) },
              { key: 'planned', head: t('planned'), cell: (row) => money(row.planned), isNumber: true },
              { key: 'spent', head: t('spent'), cell: (row) => money(row.spent), isNumber: true },
            ]}
          />
        </details>
      )}
      <h3>{t('alternatives')}</h3>
      <p className={style.soft}>{t('alternativesLead')}</p>
      <DataTable
        caption={t('alternatives')}
        isCaptionHidden
        rows={size.alternatives}
        rowKey={({ answers }) => String(answers)}
        phone="scroll"
        columns={[
          {
            key: 'answers',
            head: t('answersEach'),
            cell: ({ answers }) => format.number(answers),
            isNumber: true,
          },
          {
            key: 'margin',
            head: t('marginOfCommune'),
            cell: ({ marginOfCommune }) => `± ${points(marginOfCommune)}`,
            isNumber: true,
          },
          { key: 'effect', head: t('campaign'), cell: ({ effect }) => points(effect), isNumber: true },
          { key: 'cost', head: t('surveyCost'), cell: ({ surveyCost }) => money(surveyCost), isNumber: true },
        ]}
      />
      <details>
        <summary>{t('assumptions')}</summary>
        <ul>
          {(['level', 'trend', 'same', 'settings'] as const).map((key) => (
            <li key={key}>{t(`assumption.${key}`)}</li>
          ))}
          {size.yamane !== null && <li>{t('yamane', { answers: size.yamane })}</li>}
        </ul>
      </details>
    </div>
  )
}
