// Names as they are compared and searched: without accents, case, đ and doubled spaces. "Đàng Thị  Mai" and "dang thi mai"
// are one; that two people may share a name is for the officer to judge, so equal names warn and never refuse.

/** "Đàng Thị  Mai" -> "dang thi mai". */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
