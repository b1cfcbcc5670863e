// One wave: its facts, how many answers came in against what was aimed at, the links to hand out, and its end.
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { loadBallotProgress } from '#lib/flows/load-ballot-progress'
import { loadCounts } from '#lib/flows/load-counts'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { loadTranslation } from '#lib/flows/load-translation'
import { type LoadedWave, loadWave } from '#lib/flows/load-wave'
import type { Cell } from '#lib/scoring/cell'
import { compileForm } from '#lib/surveys/compile-form'
import { inLanguage } from '#lib/surveys/local-text'
import { servingOf } from '#lib/surveys/serving'
import type { Renderer } from '#lib/wave-choices'
import { graceEnd } from '#lib/wave-grace'
import { load } from '../../../_server/load'
import { publicOrigin } from '../../../_server/public-origin'
import { getActor } from '../../../_server/session'
import { BallotGroups } from '../../../_ui/ballot-groups'
import { BallotLettersForm } from '../../../_ui/ballot-letters-form'
import { EndWaveForm } from '../../../_ui/end-wave-form'
import { GraceForm } from '../../../_ui/grace-form'
import { OpenBoxForm } from '../../../_ui/open-box-form'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { ServingNote } from '../../../_ui/serving-note'
import { StatLine } from '../../../_ui/stat-line'
import { unitName } from '../../../_ui/unit-names'
import { VillageTable } from '../../../_ui/village-table'
import { WaveBadge } from '../../../_ui/wave-badge'
import { WaveCounts } from '../../../_ui/wave-counts'
import { WaveLanguagesForm } from '../../../_ui/wave-languages-form'
import {
  createLettersAction,
  endWaveAction,
  openBoxAction,
  setGraceAction,
  setLanguagesAction,
} from '../actions'

type Props = { params: Promise<{ wave: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await params).wave }
}

export default async function WavePage({ params }: Props) {
  const { wave: id } = await params
  const wave = await load((actor) => loadWave(actor, { id }))
  if (wave.purpose === 'contest') redirect(`/contests/${id}`)
  const isCounted = wave.status !== 'cancelled'
  const cells = isCounted ? (await load((actor) => loadCounts(actor, { wave: id }))).cells : []
  const actor = await getActor()
  const language = await getLocale()
  const t = await getTranslations('waves')
  const serving = await getTranslations('serving')
  const collect = await getTranslations('collect')
  const codes = await getTranslations('codes')
  const units = wave.units.map((unit) => ({ ...unit, label: unitName(unit, language) }))
  const isForCitizens = wave.audience !== 'delegates'
  const invitations = await getTranslations('invitations')
  const toInvitations = wave.secrecy === 'ballot' && isAllowed(actor, 'messages.read') && (
    <Link className="button" href={`/waves/${id}/invitations`}>
      {invitations('open')}
    </Link>
  )
  const posters = isForCitizens && (
    <>
      <Link className="button" href={`/waves/${id}/posters`} target="_blank">
        {t('posters')}
      </Link>
      {isAllowed(actor, 'answers.import', actor?.unitId) && (
        <Link className="button" href={`/waves/${id}/collect`}>
          {collect('open')}
        </Link>
      )}
      {wave.entries.includes('visit-code') && (
        <Link className="button" href={`/waves/${id}/codes`}>
          {codes('open')}
        </Link>
      )}
      {wave.modes.includes('paper') && (
        <Link className="button" href={`/waves/${id}/paper`} target="_blank">
          {t('paperForm')}
        </Link>
      )}
    </>
  )
  return (
    <>
      <PageHeader
        title={language === 'en' ? wave.titleEn : wave.title}
        lead={<WaveBadge status={wave.status} isSample={wave.isSample} />}
        actions={posters || toInvitations}
      />
      <div className={style.sections}>
        <StatLine stats={await stats(wave, cells)} />
        <dl className={style.facts}>
          <div>
            <dt>{t('form')}</dt>
            <dd>
              {inLanguage(wave.form.title, language)} (v{wave.form.version})
            </dd>
          </div>
          <div>
            <dt>{serving('title')}</dt>
            <dd>
              <ServingNote serving={servingOf(compileForm(wave.form.form), wave.renderer as Renderer)} />
            </dd>
          </div>
          <div>
            <dt>{t('audience')}</dt>
            <dd>{t(`audiences.${wave.audience as 'citizens'}`)}</dd>
          </div>
          <div>
            <dt>{t('design')}</dt>
            <dd>
              {t(`designs.${designOf(wave)}`)}. {t(`designNotes.${designOf(wave)}`)}
            </dd>
          </div>
          <div>
            <dt>{t('grace')}</dt>
            <dd>{await graceText(wave, cells)}</dd>
          </div>
          {wave.modes.includes('paper') && wave.isPaperKeyedByUnits && (
            <div>
              <dt>{t('paper')}</dt>
              <dd>{t('keyedByUnits')}</dd>
            </div>
          )}
        </dl>
        {isForCitizens ? (
          <section className={style.section} aria-labelledby="counts">
            <h2 id="counts">{t('counts')}</h2>
            <p className={style.small}>{t('countsNote')}</p>
            <WaveCounts
              wave={id}
              units={units}
              cells={cells}
              modes={wave.modes}
              origin={await publicOrigin()}
            />
          </section>
        ) : (
          <BallotSection wave={wave} units={units} />
        )}
        {wave.design === 'clusters' && <VillageTable units={units} />}
        {isAllowed(actor, 'waves.write') && (
          <WaveLanguagesForm
            action={setLanguagesAction}
            wave={id}
            offered={wave.languages}
            states={(await load((one) => loadTranslation(one, wave.form))).languages}
          />
        )}
        {isForCitizens && isAllowed(actor, 'waves.write') && ['planned', 'open'].includes(wave.status) && (
          <GraceForm action={setGraceAction} wave={id} days={wave.graceDays} />
        )}
        {isAllowed(actor, 'waves.write') && (
          <EndWaveForm
            action={endWaveAction}
            wave={id}
            status={wave.status}
            hasBox={wave.secrecy === 'ballot' && !wave.boxOpenedAt}
          />
        )}
      </div>
    </>
  )
}

/** Which words tell how its people were chosen: nobody scans a code in a wave of secret ballots. */
function designOf({ design, secrecy }: LoadedWave): 'none' | 'clusters' | 'people' | 'invited' {
  return design === 'none' && secrecy === 'ballot' ? 'invited' : (design as 'none')
}

/** Groups and counts of a wave of secret ballots, letters without a list, and its box. */
async function BallotSection({ wave, units }: { wave: LoadedWave; units: { id: string; label: string }[] }) {
  const groups = await load((actor) => loadBallotProgress(actor, { wave: wave.id }))
  const actor = await getActor()
  const t = await getTranslations('ballots')
  const format = await getFormatter()
  const origin = await publicOrigin()
  const isUnsafe = !origin.startsWith('https:') && !/^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin)
  const until = wave.closesAt.toLocaleString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const canInvite = ['planned', 'open'].includes(wave.status) && wave.secrecy === 'ballot'
  return (
    <>
      <section className={style.section} aria-labelledby="ballots">
        <h2 id="ballots">{t('title')}</h2>
        <p>{t('lead')}</p>
        {isUnsafe && <p role="alert">{t('notHttps')}</p>}
        {groups.length > 0 ? (
          <>
            <p className={style.small}>{t('countsNote')}</p>
            <BallotGroups groups={groups} units={units} />
          </>
        ) : (
          canInvite && <p>{t('noGroups', { least: (await load(loadPrivacySettings)).smallestGroup })}</p>
        )}
        {wave.boxOpenedAt ? (
          <p>{t('boxOpen', { day: format.dateTime(wave.boxOpenedAt, { dateStyle: 'short' }) })}</p>
        ) : wave.status === 'cancelled' ? (
          groups.length > 0 && <p>{t(wave.boxClearedAt ? 'boxEmptied' : 'boxEmptying')}</p>
        ) : (
          <p>{t('boxWaits')}</p>
        )}
      </section>
      {canInvite && wave.design !== 'people' && isAllowed(actor, 'invitations.write') && (
        <BallotLettersForm
          action={createLettersAction}
          wave={{ id: wave.id, title: wave.title, isSample: wave.isSample }}
          units={units.map(({ id, label }) => ({ id, label }))}
          until={until}
          origin={origin}
        />
      )}
      {wave.status === 'closed' &&
        wave.secrecy === 'ballot' &&
        !wave.boxOpenedAt &&
        isAllowed(actor, 'boxes.open') && <OpenBoxForm action={openBoxAction} wave={wave.id} />}
    </>
  )
}

/** How long answers of before may still come, and how many of them have. */
async function graceText(wave: LoadedWave, cells: Cell[]): Promise<string> {
  const t = await getTranslations('waves')
  const format = await getFormatter()
  if (wave.graceDays === 0) return t('noGrace')
  const until = format.dateTime(graceEnd(wave), { dateStyle: 'short', timeStyle: 'short' })
  const late = cells.filter(({ criterion }) => criterion === 'late')
  const count = late.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const granted = t('graceUntil', { days: wave.graceDays, until })
  return count > 0 ? `${granted} ${t('lateCount', { count })}` : granted
}

async function stats(wave: LoadedWave, cells: Cell[]) {
  const t = await getTranslations('waves')
  const format = await getFormatter()
  const sum = (criterion: string) =>
    cells.filter((cell) => cell.criterion === criterion).reduce((total, cell) => total + (cell.value ?? 0), 0)
  const [answers, target] = [sum('answers'), sum('target')]
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeZone: 'UTC' })
  const moment = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeStyle: 'short' })
  const share = target > 0 ? format.number(answers / target, { style: 'percent' }) : null
  return [
    {
      label: t('inAll'),
      value: format.number(answers),
      note: share && t('ofTarget', { share, target: format.number(target) }),
    },
    { label: t('period'), value: `${day(wave.periodStart)} – ${day(wave.periodEnd)}` },
    { label: t('closes'), value: moment(wave.closesAt), note: `${t('opens')} ${moment(wave.opensAt)}` },
  ]
}
