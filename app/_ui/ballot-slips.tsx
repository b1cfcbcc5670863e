// Slips with invitation codes, eight a sheet: what an office hands out to whom it invites without a list.
import { answerLink } from '#lib/answer-link'
import { formatInvitationCode } from '#lib/ballots/invitation-code'
import { PrintedSlips, Slip } from './printed-slips'
import style from './printed-slips.module.css'

type Props = {
  codes: string[]
  unit: string
  /** Of the list of public keys. */
  fingerprint: string
  wave: { id: string; title: string; isSample: boolean }
  unitName: string
  /** Closing time, in Vietnamese. */
  until: string
  origin: string
}

export function BallotSlips({ codes, unit, fingerprint, wave, unitName, until, origin }: Props) {
  const page = answerLink(origin, { wave: wave.id, unit })
  const slip = (code: string) => (
    <Slip
      key={code}
      qr={`${page}#${code}`}
      printed={formatInvitationCode(code)}
      isSample={wave.isSample}
      title="Thư mời bỏ phiếu kín"
      unitName={unitName}
      others={
        <>
          <p>
            Dấu vân danh sách khóa, so với dấu trên trang và của người khác: <strong>{fingerprint}</strong>
          </p>
          <p lang="en">
            <strong>Secret ballot.</strong> Scan, or open the address and type the code. One ballot a letter.
            Compare the fingerprint of the keys with the page.
          </p>
        </>
      }
    >
      <p>{wave.title}</p>
      <p>
        Quét mã, hoặc mở <strong className={style.address}>{page.replace(/^https?:\/\//, '')}</strong> và nhập
        mã:
      </p>
      <p>
        <strong>{formatInvitationCode(code)}</strong>
      </p>
      <p>
        Mỗi thư bỏ được một phiếu, đến <strong>{until}</strong>. Không ai biết được phiếu nào là của ai.
      </p>
    </Slip>
  )
  return (
    <PrintedSlips
      codes={codes}
      words="ballots"
      perSheet={8}
      unitName={unitName}
      footer={wave.title}
      slip={slip}
    />
  )
}
