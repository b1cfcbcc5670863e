// What the script sends to POST /api/answers.
import { dayInVietNam } from '#lib/day-in-viet-nam'
import type { Answers } from '#lib/surveys/conditions'
import { given } from '#lib/surveys/light-form/browser/page-data'

export type Submission = {
  wave: string
  unit: string
  /** Made by the device, so that sending twice stores once. */
  receipt: string
  /** "slug.vN" */
  form: string
  language: string
  mode?: string
  place?: string
  collector?: string
  visitCode?: string
  cluster?: string
  /** Day of answering: the server learns it when the answer arrives days later. */
  answeredOn?: string
  answers: Answers
}

type Place = Pick<Submission, 'wave' | 'unit' | 'form' | 'language'>

/** These answers as given today on the page of this address, whose parameters say how they were collected. */
export function submissionHere({ wave, unit, form, language }: Place, receipt: string, answers: Answers) {
  return {
    wave,
    unit,
    receipt,
    form,
    language,
    mode: given('m'),
    place: given('p'),
    collector: given('r'),
    visitCode: given('v'),
    cluster: given('c'),
    answeredOn: dayInVietNam(),
    answers,
  } satisfies Submission
}

/** A version 4 UUID; crypto.randomUUID exists on https pages only. */
export function newReceipt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
