// The sheet of a unit in a round, for whoever's turn it is: the unit scores or explains, the appraiser judges, others read.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type LoadedSheet, loadRoundSheet } from '#lib/flows/load-round-sheet'
import { evidenceExtensions, evidenceSizeLimit } from '#lib/imports/sniff-evidence'
import { isUnitsTurn } from '#lib/rounds/deadlines'
import { evidenceLimit } from '#lib/rounds/refusal'
import { load } from '../../../../../_server/load'
import { DirectForms } from '../../../../../_ui/direct-forms'
import style from '../../../../../_ui/page.module.css'
import { PageHeader } from '../../../../../_ui/page-header'
import { RoundSheet } from '../../../../../_ui/round-sheet'
import { StepBadge } from '../../../../../_ui/step-badge'
import {
  acceptRestAction,
  appraiseAction,
  attachEvidenceAction,
  closeExplanationAction,
  explainAction,
  extendDeadlineAction,
  finishStepAction,
  removeEvidenceAction,
  reopenStepAction,
  saveSelfScoreAction,
} from '../../../actions'

type Props = { params: Promise<{ round: string; unit: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('sheet') }
}

const limits = { accept: evidenceExtensions.join(','), size: evidenceSizeLimit, count: evidenceLimit }
const saves = {
  score: saveSelfScoreAction,
  explain: explainAction,
  appraise: appraiseAction,
  read: saveSelfScoreAction,
}

export default async function SheetPage({ params }: Props) {
  const place = await params
  const loaded = await load((actor) => loadRoundSheet(actor, place))
  const { round, unit, sheet, asked, late } = loaded
  const t = await getTranslations('rounds')
  const isEnglish = (await getLocale()) === 'en'
  const mode = modeOf(loaded)
  return (
    <>
      <PageHeader
        title={isEnglish ? unit.nameEn : unit.name}
        lead={
          <>
            <Link href={`/rounds/${round.id}`}>{isEnglish ? round.titleEn : round.title}</Link>{' '}
            <StepBadge step={sheet.step} late={late} />
          </>
        }
        actions={<Link href={`/rounds/${round.id}/units/${unit.unitId}/history`}>{t('history')}</Link>}
      />
      <div className={style.sections}>
        <p className={style.soft}>{await situation(loaded, mode)}</p>
        <RoundSheet
          key={`${sheet.step} ${mode}`}
          place={place}
          step={sheet.step}
          mode={mode}
          asked={asked}
          lines={[...sheet.lines.values()]}
          save={saves[mode]}
          evidence={{ attach: attachEvidenceAction, remove: removeEvidenceAction }}
          limits={limits}
          finish={{ finish: finishStepAction, acceptRest: acceptRestAction }}
        />
        {loaded.mayDirect && (
          <DirectForms
            place={place}
            step={sheet.step}
            isLate={late > 0}
            actions={{
              reopen: reopenStepAction,
              extend: extendDeadlineAction,
              close: closeExplanationAction,
            }}
          />
        )}
      </div>
    </>
  )
}

function modeOf({ sheet, mayScore, mayAppraise }: LoadedSheet) {
  if (mayAppraise) return 'appraise'
  if (!mayScore) return 'read'
  return sheet.step === 'self-scoring' ? 'score' : 'explain'
}

/** What is to be done now, by whom and until when, in one sentence. */
async function situation(
  { sheet, deadline, late, isOwnWork, round }: LoadedSheet,
  mode: string,
): Promise<string> {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const until = deadline ? format.dateTime(deadline, { dateStyle: 'short', timeStyle: 'short' }) : ''
  if (isOwnWork) return t('situation.ownWork')
  if (sheet.step === 'settled' || sheet.step === 'frozen') return t(`situation.${sheet.step}`)
  const isShut = late > 0 && !round.allowsLate && isUnitsTurn(sheet.step)
  if (isShut) return t('situation.shut', { until })
  const words =
    mode === 'read'
      ? t(`situation.reading.${sheet.step}`, { until })
      : t(`situation.${sheet.step}`, { until })
  return late > 0 && isUnitsTurn(sheet.step) ? `${words} ${t('situation.late', { days: late })}` : words
}
