'use client'
// Invitations without a list of people: makes slips for a unit and shows them this once, ready to print and cut. The office
// hands them out, so that nobody can tell later who holds which.
import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { BallotSlips } from './ballot-slips'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Fresh = { unit: string; codes: string[]; fingerprint: string; lastDay: string }
type Props = {
  action: FormAction<Fresh>
  wave: { id: string; title: string; isSample: boolean }
  units: { id: string; label: string }[]
  until: string
  origin: string
}

export function BallotLettersForm({ action, wave, units, until, origin }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<Fresh>(action)
  const t = useTranslations('ballots')
  const invitations = useTranslations('invitations')
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.label ?? unit
  return (
    <>
      {state.status === 'done' && (
        <BallotSlips
          key={state.result.codes[0]}
          {...state.result}
          wave={wave}
          unitName={nameOf(state.result.unit)}
          until={lastDayWords(state.result.lastDay) ?? until}
          origin={origin}
        />
      )}
      <FormCard
        title={t('letters')}
        lead={t('lettersLead')}
        action={send}
        submit={t('makeLetters')}
        isSending={isSending}
        problem={problem ?? field('units').error ?? field('').error}
      >
        <input type="hidden" name="wave" value={wave.id} />
        <NativeSelect
          label={t('unit')}
          name="unit"
          data={units.map(({ id, label }) => ({ value: id, label }))}
          error={field('unit').error}
        />
        <TextInput
          label={t('count')}
          inputMode="numeric"
          required
          withAsterisk={false}
          {...field('count', '10')}
        />
        <TextInput
          label={invitations('lastDay')}
          description={invitations('lastDayNote')}
          type="date"
          {...field('lastDay')}
        />
      </FormCard>
    </>
  )
}

/** "hết ngày 01/12/2026", as slips say it; undefined: as long as the wave is open. */
const lastDayWords = (day: string): string | undefined =>
  day ? `hết ngày ${day.split('-').reverse().join('/')}` : undefined
