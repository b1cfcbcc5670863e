// A front door with a database of its own for stories about forms that are not in surveys/: the story makes its waves and
// looks at the rows that were stored.
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { LanguageCode } from '#lib/surveys/languages'
import { makeDefinition, makeWave, publishedForm } from './make'
import { startFrontDoor } from './start-front-door'

export type FormServer = {
  url: string
  /** Opens a wave for a SurveyJS form, with the introduction of the satisfaction form; returns the path of its page. */
  openWave(form: unknown, languages?: LanguageCode[]): Promise<string>
  /** The answers stored so far, in no order. */
  stored(): Promise<{ answers: unknown; language: string }[]>
  stop(): Promise<void>
}

export async function startFormServer(): Promise<FormServer> {
  const server = await startFrontDoor({ NO_SAMPLE_DATA: '1' })
  connectDatabase(server.databaseUrl, 2)
  return {
    url: `http://127.0.0.1:${server.port}`,
    openWave,
    stored: () => database().prisma.response.findMany({ select: { answers: true, language: true } }),
    stop: async () => {
      await disconnectDatabase()
      await server.stop()
    },
  }
}

async function openWave(form: unknown, languages: LanguageCode[] = ['vi', 'en']): Promise<string> {
  const { body } = await publishedForm('citizen-satisfaction', 1)
  const file = { ...(body as object), form } as Prisma.InputJsonValue
  const { id: formId } = await makeDefinition({ body: file })
  const wave = await makeWave({ formId, languages, modes: ['self', 'kiosk'] })
  return `/s/${wave.id}?u=${wave.units[0]!.unitId}`
}
