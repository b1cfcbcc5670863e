// Where something with a deadline stands, in words with a colour, and beside it by how much it is late.
import style from './wave-badge.module.css'

type Props = { look: string; text: string; late: string | null }

export function DatedBadge({ look, text, late }: Props) {
  return (
    <span className={style.row}>
      <span className={style.badge} data-status={look}>
        {text}
      </span>
      {late && (
        <span className={style.badge} data-status="cancelled">
          {late}
        </span>
      )}
    </span>
  )
}
