// Who answers in the sample data: made-up adults, with the shares of ages, trades and ethnic groups of a rural district.
import type { Chance } from './chance'

/** Answers to the demographic questions that the citizen forms share. */
export type Person = {
  age_band: number
  sex: number
  education: number
  occupation: number
  ethnicity: number
}

const ages = { 2: 24, 3: 22, 4: 20, 5: 17, 6: 17 }
const sexes = { 1: 48, 2: 51, 99: 1 }
const schooling = { 1: 22, 2: 33, 3: 24, 4: 11, 5: 9, 99: 1 }
const trades = { 1: 46, 2: 18, 3: 14, 4: 7, 5: 4, 6: 8, 7: 3 }
const groups = { 1: 65, 2: 29, 3: 2, 4: 1, 99: 3 }

export function drawPerson(chance: Chance): Person {
  return {
    age_band: chance.pick(ages) as number,
    sex: chance.pick(sexes) as number,
    education: chance.pick(schooling) as number,
    occupation: chance.pick(trades) as number,
    ethnicity: chance.pick(groups) as number,
  }
}
