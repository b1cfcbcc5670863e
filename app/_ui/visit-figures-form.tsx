'use client'
// One batch of visit codes: what the desk reports about it, and taking it back.
import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { VisitBatch } from '#lib/visit-batch'
import { FormCard } from './form-card'
import style from './page.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { batch: VisitBatch; save: FormAction; revoke: FormAction }

export function VisitFiguresForm({ batch, save, revoke }: Props) {
  const figures = useFormAction(save)
  const t = useTranslations('codes')
  const shown = (figure: number | null) => (figure === null ? '' : String(figure))
  return (
    <div id="batch" className={style.sections}>
      <FormCard
        title={t('figures', { label: batch.label || t('unnamed') })}
        lead={t('figuresLead')}
        action={figures.send}
        submit={t('saveFigures')}
        isSending={figures.isSending}
        problem={figures.problem}
        done={figures.state.status === 'done' && t('saved')}
      >
        <input type="hidden" name="batch" value={batch.id} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('handedOut')}
            inputMode="numeric"
            {...figures.field('handedOut', shown(batch.handedOut))}
          />
          <TextInput
            label={t('visits')}
            inputMode="numeric"
            {...figures.field('visits', shown(batch.visits))}
          />
        </SimpleGrid>
      </FormCard>
      {batch.state !== 'revoked' && <RevokeForm batch={batch} revoke={revoke} />}
    </div>
  )
}

function RevokeForm({ batch, revoke }: Omit<Props, 'save'>) {
  const { send, isSending, problem } = useFormAction(revoke)
  const t = useTranslations('codes')
  return (
    <FormCard
      title={t('revoke')}
      lead={t('revokeLead')}
      action={send}
      submit={t('revoke')}
      isSending={isSending}
      problem={problem}
    >
      <input type="hidden" name="batch" value={batch.id} />
      <Checkbox label={t('sure')} required />
    </FormCard>
  )
}
