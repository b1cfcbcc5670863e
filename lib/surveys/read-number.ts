// Figures in a plain form post.

/** A number as people in Viet Nam type it, with decimal comma or point; what is no number stays text. */
export function readNumber(text: string): number | string {
  const trimmed = text.trim()
  const number = trimmed.replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(number) ? Number(number) : trimmed
}
