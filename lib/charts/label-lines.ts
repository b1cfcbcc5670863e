// A long name beside an axis, in lines: Chart.js draws each entry of an array below the one before, and cuts what is too long.

/** The words of the name in lines of at most `most` characters; a word that is longer has a line of its own. */
export function labelLines(name: string, most = 24): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
