'use client'
// What a plan says beside its items: number, title, money, goals; and in the plan of the office above the contents with
// their legal texts, the duties of each office, channels, target groups and the days by which others report.
import { useTranslations } from 'next-intl'
import type { PlanBody } from '#lib/campaigns/plan-body'
import style from './plan-editor.module.css'
import { LinesField, ManyField, NumberField, TextField } from './plan-fields'
import type { PlanWords } from './plan-words'

type Props = {
  body: PlanBody
  write: (body: PlanBody) => void
  words: PlanWords
  faultAt: (question: string) => string | undefined
}
type PartProps = Props & { set: (parts: Partial<PlanBody>) => void }

export function PlanHeadFields(props: Props & { isIssuer: boolean }) {
  const { body, write, faultAt, isIssuer } = props
  const t = useTranslations('plans')
  const set = (parts: Partial<PlanBody>) => write({ ...body, ...parts })
  return (
    <>
      <section className={style.part} aria-labelledby="document">
        <h2 id="document">{t('document')}</h2>
        <TextField
          label={t('planTitle')}
          rows={2}
          value={body.title}
          fault={faultAt('title')}
          onChange={(title) => set({ title })}
        />
        <div className={style.pair}>
          <TextField
            label={t('number')}
            note={t('numberNote')}
            value={body.number}
            fault={faultAt('number')}
            onChange={(number) => set({ number })}
          />
          <NumberField
            label={t('budget')}
            value={body.budget}
            fault={faultAt('budget')}
            onChange={(budget) => set({ budget })}
          />
        </div>
        {isIssuer && <Days {...props} set={set} />}
        <LinesField
          label={t('goals')}
          note={t('oneALine')}
          lines={body.goals}
          onChange={(goals) => set({ goals })}
        />
      </section>
      {isIssuer && <Contents {...props} set={set} />}
      {isIssuer && <Reach {...props} set={set} />}
      <Duties {...props} set={set} />
    </>
  )
}

function Days({ body, set, faultAt }: PartProps) {
  const t = useTranslations('plans')
  const { reportsDueOn } = body
  return (
    <>
      <div className={style.pair}>
        <TextField
          label={t('unitPlansDueOn')}
          type="date"
          value={body.unitPlansDueOn ?? ''}
          fault={faultAt('unitPlansDueOn')}
          onChange={(day) => set({ unitPlansDueOn: day || null })}
        />
        {(['q1', 'h1', 'year'] as const).map((period) => (
          <TextField
            key={period}
            label={t(`reports.${period}`)}
            type="date"
            value={reportsDueOn[period] ?? ''}
            fault={faultAt(`reportsDueOn.${period}`)}
            onChange={(day) => set({ reportsDueOn: { ...reportsDueOn, [period]: day || null } })}
          />
        ))}
      </div>
      <label className={style.chip}>
        <input
          type="checkbox"
          checked={body.isCumulative}
          onChange={() => set({ isCumulative: !body.isCumulative })}
        />
        {t('isCumulative')}
      </label>
    </>
  )
}

function Contents({ body, set, words, faultAt }: PartProps) {
  const t = useTranslations('plans')
  const { contents } = body
  const change = (at: number, parts: Partial<(typeof contents)[number]>) =>
    set({ contents: contents.with(at, { ...contents[at]!, ...parts }) })
  const unused = words.areas.filter(({ code }) => !contents.some(({ area }) => area === code))
  return (
    <section className={style.part} aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      {faultAt('contents') && <p className={style.fault}>{faultAt('contents')}</p>}
      {contents.map(({ area, texts, legalTexts }, at) => (
        <div key={area} className={style.field}>
          <h3>
            {at + 1}. {words.areas.find(({ code }) => code === area)?.name ?? area}
          </h3>
          <LinesField
            label={t('texts')}
            note={t('oneALine')}
            rows={4}
            lines={texts}
            fault={faultAt(`contents.${at}.texts`)}
            onChange={(lines) => change(at, { texts: lines })}
          />
          <LinesField
            label={t('legalTexts')}
            note={t('oneALine')}
            lines={legalTexts}
            onChange={(lines) => change(at, { legalTexts: lines })}
          />
          <div>
            <button
              type="button"
              className={style.quiet}
              onClick={() => set({ contents: contents.filter((_, other) => other !== at) })}
            >
              {t('removeContent')}
            </button>
          </div>
        </div>
      ))}
      <div className={style.chips}>
        {unused.map(({ code, short }) => (
          <button
            key={code}
            type="button"
            className={style.add}
            onClick={() => set({ contents: [...contents, { area: code, texts: [], legalTexts: [] }] })}
          >
            + {short}
          </button>
        ))}
      </div>
    </section>
  )
}

function Reach({ body, set, words }: PartProps) {
  const t = useTranslations('plans')
  return (
    <section className={style.part} aria-labelledby="reach">
      <h2 id="reach">{t('reach')}</h2>
      <ManyField
        label={t('targetGroups')}
        chosen={body.targetGroups}
        choices={words.groups}
        onChange={(targetGroups) => set({ targetGroups })}
      />
      <ManyField
        label={t('channels')}
        chosen={body.channels}
        choices={words.channels}
        onChange={(channels) => set({ channels })}
      />
    </section>
  )
}

function Duties({ body, set, faultAt }: PartProps) {
  const t = useTranslations('plans')
  const { duties } = body
  const change = (at: number, parts: Partial<(typeof duties)[number]>) =>
    set({ duties: duties.with(at, { ...duties[at]!, ...parts }) })
  return (
    <section className={style.part} aria-labelledby="duties">
      <h2 id="duties">{t('duties')}</h2>
      {duties.map((duty, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: duties have no name of their own
        <div key={at} className={style.field}>
          <div className={style.pair}>
            <TextField
              label={t('dutyOffice', { number: at + 1 })}
              value={duty.office}
              onChange={(office) => change(at, { office })}
            />
            <TextField
              label={t('dutyDay')}
              type="date"
              value={duty.dueOn ?? ''}
              fault={faultAt(`duties.${at}.dueOn`)}
              onChange={(day) => change(at, { dueOn: day || null })}
            />
          </div>
          <TextField
            label={t('dutyText')}
            rows={2}
            value={duty.text}
            fault={faultAt(`duties.${at}.text`)}
            onChange={(text) => change(at, { text })}
          />
          <div>
            <button
              type="button"
              className={style.quiet}
              onClick={() => set({ duties: duties.filter((_, other) => other !== at) })}
            >
              {t('removeDuty', { number: at + 1 })}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button
          type="button"
          className={style.add}
          onClick={() => set({ duties: [...duties, { office: '', text: '', dueOn: null }] })}
        >
          + {t('addDuty')}
        </button>
      </div>
    </section>
  )
}
