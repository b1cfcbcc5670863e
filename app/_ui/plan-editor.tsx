'use client'
// Where a plan is written: everything on one page, a bar that always says whether it is stored, and the button that hands
// it in or issues it. A refusal names every fault and opens the first one; nothing that was typed is ever taken away.
import { Button } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { PlanBody } from '#lib/campaigns/plan-body'
import style from './plan-editor.module.css'
import { PlanHeadFields } from './plan-head-fields'
import { PlanItems } from './plan-items'
import type { PlanWords } from './plan-words'
import sticky from './sticky-bar.module.css'
import { type PlanAction, usePlanDraft } from './use-plan-draft'

type Props = {
  unit: string
  year: number
  seen: number
  body: PlanBody
  isIssuer: boolean
  words: PlanWords
  contents: string[]
  offices: string[]
  lastYear: PlanBody | null
  actions: { save: PlanAction; finish: PlanAction }
}

export function PlanEditor({ unit, year, seen, isIssuer, words, actions, ...props }: Props) {
  const draft = usePlanDraft({ unit, year }, props.body, seen)
  const { body, write, state, problem, send, other, choose } = draft
  const t = useTranslations('plans')
  const language = useLocale()
  const faults = problem?.faults ?? []
  const faultAt = (question: string) => faults.find((fault) => fault.question === question)?.[language]
  const isEmpty = body.items.length === 0 && body.contents.length === 0
  return (
    <div className={style.editor}>
      {other && <OtherDraft choose={choose} />}
      {props.lastYear && isEmpty && (
        <div className={style.notice}>
          <p>{t('lastYearLead', { year: year - 1 })}</p>
          <div>
            <Button variant="outline" onClick={() => write(props.lastYear!)}>
              {t('copyLastYear', { year: year - 1 })}
            </Button>
          </div>
        </div>
      )}
      <div className={`${sticky.bar} ${style.bar}`}>
        <p data-state={state} role={state === 'refused' ? 'alert' : 'status'}>
          {state === 'refused' && problem && faults.length === 0
            ? problem.sentence[language]
            : t(`draft.${state}`, { count: faults.length })}
        </p>
        {state === 'refused' && problem && faults.length === 0 && (
          <Button variant="subtle" onClick={() => location.reload()}>
            {t('reloadNew')}
          </Button>
        )}
        <Button
          variant="outline"
          loading={state === 'sending'}
          disabled={state === 'saved'}
          onClick={() => send(actions.save)}
        >
          {t('save')}
        </Button>
      </div>
      {faults.length > 0 && (
        <ul className={style.faults}>
          {faults.map((fault) => (
            <li key={`${fault.question} ${fault.vi}`}>{fault[language]}</li>
          ))}
        </ul>
      )}
      <PlanHeadFields body={body} write={write} words={words} faultAt={faultAt} isIssuer={isIssuer} />
      <PlanItems
        body={body}
        write={write}
        year={year}
        words={words}
        contents={isIssuer ? body.contents.map(({ area }) => area) : props.contents}
        offices={props.offices}
        faults={faults}
        language={language}
      />
      <section className={style.part} aria-labelledby="finish">
        <h2 id="finish">{t(isIssuer ? 'issueTitle' : 'submitTitle')}</h2>
        <p>{t(isIssuer ? 'issueLead' : 'submitLead')}</p>
        <div>
          <Button loading={state === 'sending'} onClick={() => send(actions.finish)}>
            {t(isIssuer ? 'issue' : 'submit')}
          </Button>
        </div>
        {faults.length > 0 && (
          <p className={style.fault} role="alert">
            {t('draft.refused', { count: faults.length })}
          </p>
        )}
      </section>
    </div>
  )
}

/** Typed in this device upon an older version of the plan. */
function OtherDraft({ choose }: { choose: (isOther: boolean) => void }) {
  const t = useTranslations('plans')
  return (
    <div className={style.notice} role="alert">
      <p>{t('otherDraft')}</p>
      <div className={style.buttons}>
        <Button onClick={() => choose(true)}>{t('takeMine')}</Button>
        <Button variant="outline" onClick={() => choose(false)}>
          {t('takeStored')}
        </Button>
      </div>
    </div>
  )
}
