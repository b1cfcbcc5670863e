// Shape of surveys/languages/*.json: a language of the citizen pages, how it is written, whether a native speaker has
// approved its phrases, and the phrases. They are not versioned: they say nothing of what is asked.
import { z } from 'zod'

const bothLanguages = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

export const languageFile = z
  .strictObject({
    $schema: z.string().optional(),
    code: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .describe('BCP 47, the name of the file: “cjm”, “cjm-Latn”'),
    name: z.string().min(1).describe('The language’s name in the language itself: what the switch shows'),
    names: bothLanguages.describe('Its name for officers'),
    direction: z.enum(['ltr', 'rtl']),
    font: z.string().optional().describe('A font that only pages in this language load'),
    review: z.strictObject({
      status: z
        .enum(['draft', 'reviewed'])
        .describe('“reviewed”: a native speaker has approved every phrase'),
      note: bothLanguages.optional(),
    }),
    phrases: z
      .record(z.string(), z.string().min(1))
      .describe('By key as in vi.json; what is missing is said in Vietnamese'),
  })
  .meta({ title: 'Language' })
