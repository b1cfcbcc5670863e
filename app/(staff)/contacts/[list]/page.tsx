// One list: what it is for, until when, and its people.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadContactList } from '#lib/flows/load-contact-list'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../_server/load'
import { ContactPeople } from '../../../_ui/contact-people'
import { DeletionDayForm } from '../../../_ui/deletion-day-form'
import { FactList } from '../../../_ui/fact-list'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { unitNames } from '../../../_ui/unit-names'
import { findPeopleAction, moveDeletionAction } from '../actions'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('contacts'))('list') }
}

export default async function ContactListPage({ params }: Props) {
  const { list: id } = await params
  const { list, mayDraw, ...first } = await load((actor) => loadContactList(actor, { list: id }))
  const [t, format, language] = await Promise.all([getTranslations('contacts'), getFormatter(), getLocale()])
  const { units } = await load(loadUnits)
  const day = (date: Date) => format.dateTime(date, 'day')
  const actions = !list.deletedAt && (
    <>
      <Link className="button" href={`/contacts/${id}/import`}>
        {t('import')}
      </Link>
      <Link className="button button-quiet" href={`/contacts/${id}/new`}>
        {t('add')}
      </Link>
      {mayDraw && (
        <Link className="button button-quiet" href={`/contacts/${id}/draws`}>
          {t('draws')}
        </Link>
      )}
    </>
  )
  return (
    <>
      <PageHeader title={list.title} lead={list.isSample ? t('sample') : undefined} actions={actions} />
      <div className={style.sections}>
        <FactList
          facts={[
            [t('purpose'), list.purpose],
            [t('basis'), t(`bases.${list.basis as 'duty'}`)],
            [t('deleteOn'), day(list.deleteOn)],
          ]}
        />
        {list.deletedAt ? (
          <p>{t('closed')}</p>
        ) : (
          <>
            <ContactPeople
              action={findPeopleAction}
              list={id}
              first={first}
              units={Object.fromEntries(unitNames(units, language))}
            />
            {mayDraw && (
              <DeletionDayForm
                action={moveDeletionAction}
                list={id}
                deleteOn={list.deleteOn.toISOString().slice(0, 10)}
              />
            )}
          </>
        )}
      </div>
    </>
  )
}
