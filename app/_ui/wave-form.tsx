'use client'
// The form that plans a wave. Everything typed is kept in state, so a refusal loses nothing; the units offered are those
// that exist during the whole period.
import { Checkbox, NativeSelect, Radio, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { makeSlug } from '#lib/make-slug'
import { entryLabels, modes, placeLabels, places } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import type { Serving } from '#lib/surveys/serving'
import { citizenEntries, renderers, waveDesigns } from '#lib/wave-choices'
import { longestGrace } from '#lib/wave-grace'
import { FormCard } from './form-card'
import { GraceField } from './grace-field'
import type { Language } from './language'
import { ServingNote } from './serving-note'
import { TimeFields } from './time-fields'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'
import { type UnitToChoose, WaveUnits } from './wave-units'

type Props = {
  action: FormAction
  forms: { value: string; label: string; audience: string; serving: Serving }[]
  units: UnitToChoose[]
  opensAt: string
  closesAt: string
  /** Fewest people in a group of secret ballots. */
  smallestGroup: number
  /** Villages that were drawn, as the field takes them. */
  villages?: string
}

const placesToChoose = places.filter((place) => place !== '')

/** Ways of answering that count on a form that works without a network. */
const lacksNetwork = (mode: string, { way }: Serving): boolean =>
  way !== 'light' && (mode === 'kiosk' || (mode === 'assisted' && way === 'light-by-page'))

export function WaveForm({ action, forms, units, opensAt, closesAt, smallestGroup, villages = '' }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('waves')
  const ballots = useTranslations('ballots')
  const start = {
    title: '',
    titleEn: '',
    id: '',
    form: '',
    design: villages ? 'clusters' : 'none',
    periodStart: '',
    periodEnd: '',
    clusters: villages,
  }
  const { typed, type, input } = useTypedFields({ ...start, opensAt, closesAt, graceDays: '0' }, state, field)
  const [chosenModes, chooseModes] = useState(['self'])
  const [isPaperKeyedByUnits, letUnitsKey] = useState(false)
  const language = useLocale() as Language
  const chosen = forms.find(({ value }) => value === typed.form)
  const isForDelegates = chosen?.audience === 'delegates'
  return (
    <FormCard
      title={t('what')}
      action={send}
      submit={t('create')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <TextInput
        label={t('waveTitle')}
        description={t('waveTitleNote')}
        maxLength={150}
        {...input('title')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('waveTitleEn')}
          description={t('waveTitleEnNote')}
          maxLength={150}
          {...input('titleEn')}
        />
        <TextInput
          label={t('code')}
          description={t('codeNote')}
          placeholder={makeSlug(typed.title)}
          maxLength={60}
          autoCapitalize="none"
          {...input('id')}
        />
      </SimpleGrid>
      <NativeSelect
        label={t('form')}
        data={[{ value: '', label: t('chooseForm') }, ...forms.map(({ value, label }) => ({ value, label }))]}
        description={chosen && <ServingNote serving={chosen.serving} />}
        descriptionProps={{ component: 'div' }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...input('form')}
      />
      {isForDelegates && (
        <Radio.Group
          label={t('rendererLabel')}
          name="renderer"
          defaultValue="light"
          error={field('renderer').error}
        >
          <Stack gap="xs" mt="xs">
            {renderers.map((renderer) => (
              <Radio
                key={renderer}
                value={renderer}
                label={t(`renderers.${renderer}`)}
                description={t(`rendererNotes.${renderer}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <h3>{t('when')}</h3>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="date"
          label={t('periodStart')}
          description={t('periodNote')}
          {...input('periodStart')}
        />
        <TextInput type="date" label={t('periodEnd')} description={t('periodNote')} {...input('periodEnd')} />
        <TimeFields
          labels={{ opensAt: t('opensAt'), closesAt: t('closesAt') }}
          note={t('timeNote')}
          input={input}
        />
        {!isForDelegates && <GraceField note={t('graceDaysNote', { most: longestGrace })} input={input} />}
      </SimpleGrid>
      <h3>{t('where')}</h3>
      <WaveUnits
        units={units}
        periodStart={typed.periodStart}
        periodEnd={typed.periodEnd}
        error={field('units').error}
      />
      {isForDelegates ? (
        <>
          <p>{ballots('only', { least: smallestGroup })}</p>
          <input type="hidden" name="modes" value="self" />
          <input type="hidden" name="design" value="none" />
          <input type="hidden" name="graceDays" value="0" />
        </>
      ) : (
        <>
          <h3>{t('how')}</h3>
          <Checkbox.Group
            label={t('modesLabel')}
            value={chosenModes}
            onChange={chooseModes}
            error={field('modes').error}
          >
            <Stack gap="xs" mt="xs">
              {modes.map((mode) => (
                <Checkbox
                  key={mode}
                  name="modes"
                  value={mode}
                  label={t(`modes.${mode}`)}
                  description={
                    chosen && lacksNetwork(mode, chosen.serving) && t(`networkNotes.${mode as 'kiosk'}`)
                  }
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {chosenModes.includes('paper') && (
            <Checkbox
              name="isPaperKeyedByUnits"
              checked={isPaperKeyedByUnits}
              onChange={(event) => letUnitsKey(event.currentTarget.checked)}
              label={t('paperKeyedByUnits')}
              description={t('paperKeyedByUnitsNote')}
            />
          )}
          <Checkbox.Group
            label={t('entriesLabel')}
            description={t('entriesNote')}
            defaultValue={['open']}
            error={field('entries').error}
          >
            <Stack gap="xs" mt="xs">
              {citizenEntries.map((entry) => (
                <Checkbox
                  key={entry}
                  name="entries"
                  value={entry}
                  label={inLanguage(entryLabels[entry], language)}
                  description={t(`entryNotes.${entry}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group
            label={t('placesLabel')}
            description={t('placesNote')}
            defaultValue={placesToChoose}
          >
            <Stack gap="xs" mt="xs">
              {placesToChoose.map((place) => (
                <Checkbox
                  key={place}
                  name="places"
                  value={place}
                  label={inLanguage(placeLabels[place], language)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Radio.Group
            label={t('design')}
            name="design"
            value={typed.design}
            onChange={(design) => type({ ...typed, design })}
            error={field('design').error}
          >
            <Stack gap="xs" mt="xs">
              {waveDesigns.map((design) => (
                <Radio
                  key={design}
                  value={design}
                  label={t(`designs.${design}`)}
                  description={t(`designNotes.${design}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {typed.design === 'clusters' && (
            <Textarea
              label={t('clusters')}
              description={t('clustersNote')}
              autosize
              minRows={5}
              maxRows={16}
              spellCheck={false}
              {...input('clusters')}
            />
          )}
        </>
      )}
    </FormCard>
  )
}
