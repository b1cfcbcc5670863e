'use client'
// What was done, on a phone: channel with its measures right beneath it (shown by the style sheet alone, so they change
// without a script or a reload), areas, days, cost. Nothing typed is lost: not by a fault, not by changing the channel, not by
// a network that goes away; the id makes a second sending harmless.
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, startTransition, useActionState, useState } from 'react'
import { type Activity, mainMeasure } from '#lib/campaigns/activity'
import type { FilledBook } from '#lib/campaigns/filled-book'
import { inLanguage } from '#lib/surveys/local-text'
import style from './activity-form.module.css'
import { faultAt, newForm } from './form-state'
import type { FormAction } from './use-form-action'

type Place = { unit: string; id: string }
type ActivityStart = Partial<Activity> & { startsOn: string; endsOn: string }

type Props = {
  action: FormAction<Place>
  place: Place
  book: FilledBook
  /** What the fields begin with. */
  start: ActivityStart
  accept: string
  /** The version to correct; absent for a new activity. */
  seen?: number
}

export function ActivityForm({ action, place: given, book, start, accept, seen }: Props) {
  const [place] = useState(given) // the page makes a new id each time the server draws it: this activity keeps its own
  const t = useTranslations('activities')
  const language = useLocale()
  const router = useRouter()
  const isNew = seen === undefined
  const [state, send, isSending] = useActionState<Awaited<ReturnType<typeof action>>, FormData>(
    async (before, form) => {
      try {
        const after = await action(before, form)
        // not in an effect: a corrected activity comes back as another form, in the place of this one
        if (after.status === 'done')
          router.push(`/activities/${place.unit}/${place.id}?done=${isNew ? 'recorded' : 'corrected'}`)
        return after
      } catch {
        // the request never came through, or its answer never came back
        const sentence = { vi: t('notSent'), en: t('notSent') }
        return { status: 'failed', sentence, faults: [], typed: {} }
      }
    },
    newForm,
  )
  const [year, setYear] = useState(start.endsOn.slice(0, 4))
  const fault = (name: string) => faultAt(state, name)?.[language]
  const failed = state.status === 'failed' ? state : null
  const items = book.planItems.filter((item) => String(item.year) === year)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    startTransition(() => send(typed))
  }

  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <input type="hidden" name="unit" value={place.unit} />
      <input type="hidden" name="id" value={place.id} />
      {!isNew && <input type="hidden" name="seen" value={seen} />}

      <fieldset className={style.group}>
        <legend>{t('what')}</legend>
        <Fault text={fault('channel')} />
        <div className={style.channels}>
          {book.channels.map((channel) => (
            <div key={channel.code} className={style.channel}>
              <label className={style.pick}>
                <input
                  type="radio"
                  name="channel"
                  value={channel.code}
                  defaultChecked={channel.code === start.channel}
                />
                <span>{inLanguage(channel.name, language)}</span>
              </label>
              <div className={style.measures}>
                {(channel.measures ?? []).map((measure) => {
                  const isOwn = channel.code === start.channel
                  const isMain = measure.code === mainMeasure(channel)
                  const problem = fault(`amount.${measure.code}`)
                  return (
                    <label key={measure.code} className={style.field}>
                      <span>{capitalised(inLanguage(measure.name, language))}</span>
                      <input
                        name={`amount.${channel.code}.${measure.code}`}
                        inputMode="numeric"
                        autoComplete="off"
                        placeholder={isMain ? undefined : t('optionalMeasure')}
                        defaultValue={isOwn ? (start.amounts?.[measure.code] ?? '') : ''}
                        aria-invalid={problem ? true : undefined}
                      />
                      <Fault text={problem} />
                    </label>
                  )
                })}
              </div>
            </div>
          ))}
        </div>
      </fieldset>

      <fieldset className={style.group}>
        <legend>{t('about')}</legend>
        <Fault text={fault('areas')} />
        <div className={style.choices}>
          {book.areas.map(({ code, short }) => (
            <label key={code} className={style.pick}>
              <input type="checkbox" name="areas" value={code} defaultChecked={start.areas?.includes(code)} />
              <span>{inLanguage(short, language)}</span>
            </label>
          ))}
        </div>
      </fieldset>

      <fieldset className={style.group}>
        <legend>{t('when')}</legend>
        <div className={style.pair}>
          <Field label={t('startsOn')} problem={fault('startsOn')}>
            <input
              type="date"
              name="startsOn"
              defaultValue={start.startsOn}
              max={book.today}
              onChange={(event) => followDay(event.currentTarget)}
            />
          </Field>
          <Field label={t('endsOn')} problem={fault('endsOn')}>
            <input
              type="date"
              name="endsOn"
              defaultValue={start.endsOn}
              max={book.today}
              onChange={(event) => setYear(event.currentTarget.value.slice(0, 4))}
            />
          </Field>
        </div>
        <p className={style.note}>{t('endsOnNote')}</p>
      </fieldset>

      <Field label={t('costField')} note={t('costNote')} problem={fault('cost')}>
        <input name="cost" inputMode="numeric" autoComplete="off" defaultValue={start.cost || ''} />
      </Field>

      <details className={style.more} open={!isNew || hasFaultInside(failed) || undefined}>
        <summary>{t('more')}</summary>
        <div className={style.inside}>
          <Field label={t('name')} problem={fault('title')}>
            <input name="title" maxLength={200} defaultValue={start.title ?? ''} />
          </Field>
          <Field label={t('villageField')} note={t('villageNote')} problem={fault('village')}>
            <input name="village" maxLength={120} defaultValue={start.village ?? ''} />
          </Field>
          <fieldset className={style.group}>
            <legend>{t('targetGroups')}</legend>
            <div className={style.choices}>
              {book.targetGroups.map(({ code, name }) => (
                <label key={code} className={style.pick}>
                  <input
                    type="checkbox"
                    name="targetGroups"
                    value={code}
                    defaultChecked={start.targetGroups?.includes(code)}
                  />
                  <span>{inLanguage(name, language)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          {items.length > 0 && (
            <Field label={t('planItem')} problem={fault('planItem')}>
              <select name="planItem" defaultValue={start.planItem ?? ''}>
                <option value="">{t('noPlanItem')}</option>
                {items.map(({ code, title }) => (
                  <option key={code} value={code}>
                    {title || code}
                  </option>
                ))}
              </select>
            </Field>
          )}
          {isNew && (
            <Field label={t('file')} note={t('fileNote')}>
              <input type="file" name="file" accept={accept} />
            </Field>
          )}
          <Field label={t('link')} problem={fault('link')}>
            <input name="link" type="url" inputMode="url" defaultValue={start.link ?? ''} />
          </Field>
          <Field label={t('note')} problem={fault('note')}>
            <textarea name="note" rows={2} maxLength={1000} defaultValue={start.note ?? ''} />
          </Field>
        </div>
      </details>

      {!isNew && (
        <Field label={t('reasonField')} problem={fault('reason')}>
          <input name="reason" maxLength={300} />
        </Field>
      )}

      {failed && (
        <div role="alert" className={style.problem}>
          {failed.faults.length === 0 ? (
            failed.sentence[language]
          ) : (
            <>
              <strong>{t('mend')}</strong>
              <ul>
                {failed.faults.map((one) => (
                  <li key={one[language]}>{one[language]}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className={style.bar}>
        <button type="submit" disabled={isSending || state.status === 'done'}>
          {isSending ? t('saving') : t(isNew ? 'save' : 'saveCorrection')}
        </button>
      </div>
    </form>
  )
}

/** The last day moves along while it would lie before the first, so that a single day is chosen once. */
function followDay(first: HTMLInputElement) {
  const last = first.form?.elements.namedItem('endsOn')
  if (last instanceof HTMLInputElement && last.value < first.value) last.value = first.value
}

const insideMore = ['title', 'village', 'planItem', 'link', 'note']
const hasFaultInside = (failed: { faults: { question: string }[] } | null) =>
  failed?.faults.some(({ question }) => insideMore.includes(question)) ?? false

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Fault({ text }: { text: string | undefined }) {
  return text ? <span className={style.fault}>{text}</span> : null
}

type FieldProps = { label: string; note?: string; problem?: string | undefined; children: ReactNode }

function Field({ label, note, problem, children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={style.field} data-faulty={problem ? true : undefined}>
      <span>{label}</span>
      {children}
      {note && <span className={style.note}>{note}</span>}
      <Fault text={problem} />
    </label>
  )
}
