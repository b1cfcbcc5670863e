// A readable id for links out of a title: "Đợt 2, năm 2026" -> "dot-2-nam-2026".

/** Lower-case letters, digits and dashes, at most `longest` characters; empty when the title has no letter or digit. */
export function makeSlug(title: string, longest = 60): string {
  return title
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '')
}
