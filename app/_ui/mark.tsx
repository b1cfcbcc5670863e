// Our mark: a short measuring rule. Decorative beside the name, so hidden from screen readers.
export function Mark({ size = 32 }: { size?: number }) {
  const ticks = [7, 11, 15, 19, 23]
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f6478" />
      <path d="M5 21h22" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      {ticks.map((x, i) => (
        <path
          key={x}
          d={`M${x + 1} 21v-${i % 2 === 0 ? 11 - Math.abs(2 - i) : 5}`}
          stroke="#fff"
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
    </svg>
  )
}
