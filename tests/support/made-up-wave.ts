// The made-up survey in the database: its form and index as published definitions, a wave, and its people as answers.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import { notAsked } from '#lib/surveys/variable'
import { codebook, index, type Person } from './made-up-survey'
import { makeDefinition, makeUnit, makeWave } from './make'

const levels = [
  ...[1, 2, 3, 4, 5].map((value) => ({ value, text: { vi: `Mức ${value}`, en: `Level ${value}` } })),
  { value: 98, text: { vi: 'Không biết', en: "Don't know" } },
]

/** SurveyJS JSON with the same codebook as made-up-survey. */
const form = {
  pages: [
    {
      name: 'page',
      elements: codebook.map(({ name, label, kind }) =>
        kind === 'number'
          ? { type: 'text', inputType: 'number', name, title: label }
          : { type: 'radiogroup', name, title: label, choices: levels },
      ),
    },
  ],
}

export type Published = { formId: number; indexId: number; units: string[]; districtId: string }

/** Publishes the form and the index, and makes a district with the given communes. */
export async function publishMadeUp(names: string[]): Promise<Published> {
  const body = { title: { vi: 'Phiếu thử', en: 'Made-up form' }, form } as unknown as Prisma.InputJsonValue
  const formRow = await makeDefinition({ kind: 'form', slug: 'made-up-form', version: 1, body })
  const indexRow = await makeDefinition({
    kind: 'index',
    slug: index.slug,
    version: 1,
    body: index as unknown as Prisma.InputJsonValue,
  })
  const district = await makeUnit({ id: 'district', name: 'Huyện thử', level: 'district' })
  for (const name of names) await makeUnit({ id: name, name: `Xã ${name}`, parentId: district.id })
  return { formId: formRow.id, indexId: indexRow.id, units: names, districtId: district.id }
}

/** A wave of the published form in its units. `design: 'none'` makes it an open one. */
export function makeMadeUpWave(
  published: Published,
  given: {
    id: string
    design?: 'none' | 'clusters'
    units?: string[]
  } & Partial<Prisma.WaveUncheckedCreateInput>,
) {
  const { id, design = 'clusters', units = published.units, ...rest } = given
  const fields = rest as Omit<typeof rest, 'units'>
  return makeWave({ id, design, units, formId: published.formId, target: 200, ...fields })
}

/** Stores people as answers of a wave; returns their receipts. */
export async function storePeople(
  wave: { id: string; formId: number },
  people: readonly (Person & { isLate?: boolean })[],
): Promise<string[]> {
  const rows = people.map((person) => ({
    ...person,
    receipt: randomUUID(),
    answers: Object.fromEntries(
      codebook.flatMap(({ name }, at) =>
        person.coded[at]! > notAsked + 1 ? [[name, person.coded[at]]] : [],
      ),
    ),
  }))
  await database().pool.query(
    `insert into "Response" ("unitId", "waveId", receipt, "formId", day, mode, place, collector, entry, language, cluster, stratum, weight, answers, coded, "isLate")
     select unit, $1, receipt, $2, '2026-06-15', mode, place, collector, entry, 'vi', cluster, stratum, weight, answers, coded, coalesce("isLate", false)
     from jsonb_to_recordset($3::jsonb) as person (unit text, receipt uuid, mode text, place text, collector text, entry text, cluster text, stratum text,
       weight float8, answers jsonb, coded smallint[], "isLate" boolean)`,
    [wave.id, wave.formId, JSON.stringify(rows)],
  )
  return rows.map(({ receipt }) => receipt)
}
