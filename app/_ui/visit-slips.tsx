// Slips with visit codes, eight a sheet, six with three languages: what the desk hands out to citizens.
import { answerLink } from '#lib/answer-link'
import type { SlipWords } from '#lib/surveys/slip-words'
import type { FreshCodes } from '#lib/visit-batch'
import { PrintedSlips, Slip } from './printed-slips'
import style from './printed-slips.module.css'

type Props = {
  fresh: FreshCodes
  wave: { id: string; title: string; isSample: boolean }
  /** In Vietnamese, as everything large on the slip. */
  unitName: string
  words: SlipWords[]
  origin: string
}

const onSheet = { two: 8, three: 6 }

export function VisitSlips({ fresh, wave, unitName, words, origin }: Props) {
  const { codes, unit, place, collector, validTo, label } = fresh
  const [own, ...others] = words
  const until = validTo.split('-').reverse().join('/')
  const address = `${origin.replace(/^https?:\/\//, '')}/v`
  const slip = (code: string) => (
    <Slip
      key={code}
      qr={answerLink(origin, { wave: wave.id, unit, place, collector, visitCode: code })}
      printed={code.replace(/(\d{4})(?=\d)/g, '$1 ')}
      hasCodeBelow
      isSample={wave.isSample}
      title={own!.slipTitle}
      unitName={unitName}
      others={others.map((say) => (
        <p key={say.language} lang={say.language}>
          <strong>{say.slipTitle}.</strong> {say.slipText} {say.slipHow} {address}. {say.slipUntil} {until}.
        </p>
      ))}
    >
      <p>{own!.slipText}</p>
      <p>
        {own!.slipHow} <strong className={style.address}>{address}</strong>
      </p>
      <p>
        {own!.slipUntil} <strong>{until}</strong>.
      </p>
    </Slip>
  )
  return (
    <PrintedSlips
      codes={codes}
      words="codes"
      perSheet={words.length > 2 ? onSheet.three : onSheet.two}
      unitName={unitName}
      footer={[wave.title, label].filter(Boolean).join(' · ')}
      slip={slip}
    />
  )
}
