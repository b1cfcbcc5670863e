// A whole number as people type money and amounts: 1500000, 1.500.000, 1,500,000, "1 500 000 đ". A separator that does not
// part groups of three is refused rather than guessed at: "1,5" could be one and a half million.

/** From 0; null for everything else. */
export function readWhole(text: string): number | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/\s*(đồng|vnđ|vnd|đ|₫)$/u, '')
    .trim()
  if (!/^(\d{1,15}|\d{1,3}(\.\d{3}){1,4}|\d{1,3}(,\d{3}){1,4}|\d{1,3}([\s\u00a0]\d{3}){1,4})$/.test(plain))
    return null
  return Number(plain.replace(/\D/g, ''))
}
