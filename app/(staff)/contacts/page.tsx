// Lists of people who may be invited, and the ways to what belongs to them.
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { addDays } from '#lib/contacts/working-days'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listContactLists } from '#lib/flows/list-contact-lists'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { ContactListForm } from '../../_ui/contact-list-form'
import { DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { createListAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('contacts'))('title') }
}

export default async function ContactsPage() {
  const lists = await load(listContactLists)
  const [t, format, actor] = await Promise.all([getTranslations('contacts'), getFormatter(), getActor()])
  const day = (date: Date) => format.dateTime(date, 'day')
  const mayDraw = isAllowed(actor, 'contacts.draw')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <Link className="button button-quiet" href="/contacts/requests">
              {t('requests')}
            </Link>
            {mayDraw && (
              <Link className="button button-quiet" href="/contacts/villages">
                {t('villages')}
              </Link>
            )}
          </>
        }
      />
      <div className={style.sections}>
        <DataTable
          caption={t('title')}
          isCaptionHidden
          rows={lists}
          rowKey={({ id }) => id}
          empty={t('empty')}
          columns={[
            {
              key: 'title',
              head: t('list'),
              cell: ({ id, title, isSample }) => (
                <>
                  <Link href={`/contacts/${id}`}>{title}</Link>
                  {isSample && <span className={style.small}> · {t('sample')}</span>}
                </>
              ),
            },
            { key: 'people', head: t('people'), cell: ({ people }) => people, isNumber: true },
            { key: 'out', head: t('optedOut'), cell: ({ optedOut }) => optedOut, isNumber: true },
            { key: 'erased', head: t('erased'), cell: ({ erased }) => erased, isNumber: true },
            {
              key: 'deleteOn',
              head: t('deleteOn'),
              cell: ({ deleteOn, deletedAt }) =>
                deletedAt ? t('deleted', { day: day(deletedAt) }) : day(deleteOn),
            },
          ]}
        />
        {mayDraw && <ContactListForm action={createListAction} deleteOn={addDays(dayInVietNam(), 365)} />}
        <p>
          <Link href="/privacy">{t('public')}</Link>
        </p>
      </div>
    </>
  )
}
