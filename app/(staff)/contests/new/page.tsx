// A new contest. What people could profit from changing later is fixed with it, and the page says so.
import { getLocale, getTranslations } from 'next-intl/server'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listContestChoices } from '#lib/flows/list-contest-choices'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { ContestForm } from '../../../_ui/contest-form'
import { PageHeader } from '../../../_ui/page-header'
import { unitName } from '../../../_ui/unit-names'
import { createContestAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('contests'))('newTitle') }
}

const day = 24 * 60 * 60 * 1000

export default async function NewContestPage() {
  const { forms, units } = await load(listContestChoices)
  const [t, language] = await Promise.all([getTranslations('contests'), getLocale()])
  const label = (unit: (typeof units)[number]) => unitName(unit, language)
  const now = Date.now()
  return (
    <>
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <ContestForm
        action={createContestAction}
        forms={forms.map(({ name, title, questions }) => ({
          value: name,
          label: `${inLanguage(title, language)} (${name})`,
          questions,
        }))}
        owners={units.map((unit) => ({ value: unit.id, label: label(unit) }))}
        units={units
          .filter(({ level }) => level === 'commune')
          .map((unit) => ({ value: unit.id, label: label(unit) }))}
        start={{
          owner: (units.find(({ level }) => level !== 'commune') ?? units[0])?.id ?? '',
          opensAt: `${dayInVietNam(new Date(now + day))}T07:00`,
          closesAt: `${dayInVietNam(new Date(now + 15 * day))}T17:00`,
        }}
      />
    </>
  )
}
