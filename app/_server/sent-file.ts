// The file of a sent form, in the field "file". A file field that nobody touched arrives as an empty file; which of the flows
// takes that, and in what words it is refused, is theirs to say, and so are sizes and types.

export type SentFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

const namesOfNoFile = ['', 'undefined'] // an untouched file field arrives with either

/** The chosen file; null when none was chosen. An empty file that somebody chose is a file. */
export async function sentFile(form: FormData): Promise<SentFile | null> {
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && namesOfNoFile.includes(file.name))) return null
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** The chosen file; an empty one without a name when none was chosen, for flows that refuse it in their own words. */
export async function sentFileOrEmpty(form: FormData): Promise<SentFile> {
  return (await sentFile(form)) ?? { name: '', bytes: new Uint8Array() }
}

/** What the chosen file says, read as UTF-8 without a byte order mark; an empty text when none was chosen. */
export async function sentText(form: FormData): Promise<string> {
  return new TextDecoder().decode((await sentFileOrEmpty(form)).bytes)
}
