// The way from a draw into a confidential wave that is planned or open.
import { getLocale, getTranslations } from 'next-intl/server'
import { listWaves } from '#lib/flows/list-waves'
import { load } from '../../_server/load'
import { InviteForm } from '../../_ui/invite-form'
import { inviteDrawnAction } from './draw-actions'

export async function InviteSection({ draw, listIsOpen }: { draw: string; listIsOpen: boolean }) {
  if (!listIsOpen) return null
  const [t, language, waves] = await Promise.all([getTranslations('draws'), getLocale(), load(listWaves)])
  const choices = waves
    .filter(({ secrecy, status }) => secrecy === 'ballot' && (status === 'planned' || status === 'open'))
    .map(({ id, title, titleEn }) => ({ value: id, label: language === 'en' ? titleEn : title }))
  if (choices.length === 0) return <p>{t('noWaves')}</p>
  return <InviteForm action={inviteDrawnAction} draw={draw} waves={choices} />
}
