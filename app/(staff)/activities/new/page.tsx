// Recording what was done: the own unit, today and what was recorded last are filled in already.
import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { loadActivityForm } from '#lib/flows/load-activity-form'
import { evidenceExtensions } from '#lib/imports/sniff-evidence'
import { load } from '../../../_server/load'
import { ActivityForm } from '../../../_ui/activity-form'
import page from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { unitName } from '../../../_ui/unit-names'
import { recordActivityAction } from '../actions'
import style from '../activities.module.css'
import { askedIn, Choice } from '../activity-views'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('newTitle') }
}

export default async function NewActivityPage({ searchParams }: Props) {
  const { unit: asked = '', ...given } = askedIn(await searchParams)
  const { units, unit, book, last, day } = await load((actor) => loadActivityForm(actor, { unit: asked }))
  const [t, language] = await Promise.all([getTranslations('activities'), getLocale()])
  const own = units.find(({ id }) => id === unit)
  const start = {
    startsOn: day,
    endsOn: day,
    targetGroups: last?.targetGroups ?? ['citizens'],
    ...(last ? { channel: last.channel, areas: last.areas } : {}),
    ...startGiven(given),
  }
  return (
    <>
      <PageHeader title={t('newTitle')} lead={`${own ? unitName(own, language) : unit}. ${t('newLead')}`} />
      <div className={page.sections}>
        {units.length > 1 && (
          <form className={style.filter} action="/activities/new">
            <Choice name="unit" label={t('unit')} value={unit}>
              {units.map((one) => [one.id, unitName(one, language)])}
            </Choice>
            <button type="submit" className="button">
              {t('chooseUnit')}
            </button>
          </form>
        )}
        <ActivityForm
          key={unit}
          action={recordActivityAction}
          place={{ unit, id: randomUUID() }}
          book={book}
          start={start}
          accept={evidenceExtensions.join(',')}
        />
      </div>
    </>
  )
}

/** What a link has filled in already, as that of a contest: the form says what of it is wrong. */
function startGiven({ channel, title, from, to, ...rest }: Record<string, string>) {
  const amounts = Object.entries(rest).flatMap(([name, value]) => {
    const [, measure] = /^amount\.(\w+)$/.exec(name) ?? []
    return measure && /^\d{1,9}$/.test(value) ? [[measure, Number(value)] as const] : []
  })
  const isDay = (text?: string): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '')
  return {
    ...(channel ? { channel, amounts: Object.fromEntries(amounts) } : {}),
    ...(title ? { title } : {}),
    ...(isDay(from) ? { startsOn: from } : {}),
    ...(isDay(to) ? { endsOn: to } : {}),
  }
}
