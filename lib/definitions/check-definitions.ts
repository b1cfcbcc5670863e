// The cross-checks: what no JSON Schema can see, because it lies between two places or two files. Run by the tests and
// again before publishing. Every fault is found in one go.
import { checkBurden } from '#lib/definitions/check-burden'
import { checkChannels } from '#lib/definitions/check-channels'
import { checkCodeFrame } from '#lib/definitions/check-code-frame'
import { checkForm } from '#lib/definitions/check-form'
import { checkIndex } from '#lib/definitions/check-index'
import { checkSeries } from '#lib/definitions/check-series'
import { checkUnits } from '#lib/definitions/check-units'
import { type Definition, type DefinitionFault, definitionKinds, ofKind } from '#lib/definitions/definition'
import { ownSetPrefix } from '#lib/definitions/file-head'
import { duplicates, type Finding, finding, findRepeatedCodes } from '#lib/definitions/finding'
import type { FormFile } from '#lib/definitions/form-file'

/** Every fault of a set of definitions, file by file; empty when they may be published. */
export function checkDefinitions(definitions: Definition[]): DefinitionFault[] {
  const repeated = new Set(duplicates(definitions.map((one) => `${one.kind} ${one.slug}.v${one.version}`)))
  return definitions.flatMap((one) =>
    [
      ...checkFileName(one),
      ...(one.slug.startsWith(ownSetPrefix) ? [reservedName(one)] : []),
      ...(repeated.has(`${one.kind} ${one.slug}.v${one.version}`) ? [doubleVersion(one)] : []),
      ...checkBody(one, definitions),
    ].map((found) => ({ file: one.file, ...found })),
  )
}

function checkBody(one: Definition, all: Definition[]): Finding[] {
  switch (one.kind) {
    case 'form':
      return checkWholeForm(one.body, all)
    case 'index':
      return checkIndex(one.body, {
        forms: ofKind(all, 'form'),
        areas: ofKind(all, 'areas'),
        indexes: ofKind(all, 'index'),
        series: ofKind(all, 'series'),
      })
    case 'series':
      return checkSeries(one.body)
    case 'units':
      return checkUnits(one.body)
    case 'areas':
      return findRepeatedCodes(one.body.areas, 'areas')
    case 'channels':
      return checkChannels(one.body)
    case 'code-frame':
      return checkCodeFrame(one.body, {
        forms: ofKind(all, 'form').map(({ body }) => body),
        channels: ofKind(all, 'channels').map(({ body }) => body),
      })
  }
}

/** A form that cannot be read has no burden to speak of yet. */
function checkWholeForm(form: FormFile, all: Definition[]): Finding[] {
  const found = checkForm(form)
  if (found.length > 0) return found
  return checkBurden(
    form,
    ofKind(all, 'index').map(({ body }) => body),
  )
}

function checkFileName(one: Definition): Finding[] {
  const expected = `${definitionKinds[one.kind].folder}/${one.slug}.v${one.version}.json`
  if (one.file === expected) return []
  return [
    finding(
      'file_name',
      '',
      `Tệp phải tên là “${expected}” theo slug và version bên trong.`,
      `By its slug and version the file must be called “${expected}”.`,
    ),
  ]
}

const reservedName = (one: Definition) =>
  finding(
    'reserved_name',
    'slug',
    `Tên “${one.slug}” bắt đầu bằng “${ownSetPrefix}”, phần đầu dành cho bộ chỉ số mà cán bộ tự nhập.`,
    `The name “${one.slug}” begins with “${ownSetPrefix}”, which is kept for sets that officers enter.`,
  )

const doubleVersion = (one: Definition) =>
  finding(
    'duplicate_version',
    'version',
    `Có hai tệp cùng là “${one.slug}” phiên bản ${one.version}.`,
    `Two files claim to be “${one.slug}” version ${one.version}.`,
  )
