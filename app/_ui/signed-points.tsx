// A difference of points with its sign; what units gave themselves beyond the appraisal stands out, and not by colour alone.
import { useFormatter } from 'next-intl'
import style from './round-forms.module.css'

export function SignedPoints({ value }: { value: number | null }) {
  const format = useFormatter()
  if (value === null) return <>–</>
  const rounded = Math.abs(value) < 0.005 ? 0 : value
  const words = format.number(rounded, {
    maximumFractionDigits: 2,
    minimumFractionDigits: 2,
    signDisplay: 'exceptZero',
  })
  return <span className={rounded > 0 ? style.up : style.down}>{words}</span>
}
