// The picture of the first page: a measuring rule with an interval on it, because every figure here comes with one.
// Decorative, so hidden from screen readers.
const ticks = Array.from({ length: 21 }, (_, i) => i)
const x = (tick: number) => 20 + tick * 16

export function Ruler() {
  return (
    <svg
      viewBox="0 0 360 150"
      width="360"
      height="150"
      aria-hidden="true"
      focusable="false"
      style={{ maxWidth: '100%' }}
    >
      <rect x="4" y="70" width="352" height="64" rx="8" fill="#0f6478" />
      {ticks.map((tick) => (
        <path
          key={tick}
          d={`M${x(tick)} 70v${tick % 10 === 0 ? 30 : tick % 5 === 0 ? 22 : 12}`}
          stroke="#fff"
          strokeWidth={tick % 5 === 0 ? 2 : 1.2}
        />
      ))}
      <path d={`M${x(11)} 40h${x(16) - x(11)}`} stroke="#0a4b5b" strokeWidth="3" />
      <path d={`M${x(11)} 32v16M${x(16)} 32v16`} stroke="#0a4b5b" strokeWidth="3" strokeLinecap="round" />
      <circle cx={x(13.5)} cy="40" r="8" fill="#e3a72f" stroke="#0a4b5b" strokeWidth="2" />
      <path d={`M${x(13.5)} 52v16`} stroke="#0a4b5b" strokeWidth="1.5" strokeDasharray="3 3" />
    </svg>
  )
}
