// Shape of surveys/code-frames/*.json: how answers in people's own words to one question are coded (a code frame, as survey
// statistics calls it). Studies name their frame with its version, so nobody can change it after having looked.
import { z } from 'zod'
import { code, fileHead, slug } from '#lib/definitions/file-head'

const words = z.array(z.string().min(1).max(60))

export const codeFrameFile = z
  .strictObject({
    ...fileHead,
    form: slug.describe('The form whose answers are coded'),
    question: code.describe('Its open question'),
    codes: z
      .array(
        z.strictObject({
          code: code.describe('A channel'),
          words: words
            .min(1)
            .describe(
              'Words and sequences of words, with their accents. A single word is found only as it is written here, a sequence also without accents. The longest one counts.',
            ),
        }),
      )
      .min(1),
    otherWords: words.describe('Hold a word of a channel or a denial and mean something else'),
    denials: words.describe('Nothing counts from here to the end of the clause'),
    denialsAfter: words.describe('The channel named right before does not count, nor what follows'),
    endsDenial: words.describe('From here on it counts again'),
  })
  .meta({ title: 'Code frame' })

export type CodeFrameFile = z.infer<typeof codeFrameFile>
