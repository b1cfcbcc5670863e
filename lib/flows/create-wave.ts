// An officer plans a wave: which published form, about which period, in which units, aimed at how many answers. All faults
// of all fields are named at once; the same rules hold for the page, an import and a script.
import { allow, type MaybeActor } from '#lib/access'
import { tooSmall } from '#lib/ballots/group-rules'
import { insertAuditEvent } from '#lib/db/audit'
import { type DefinitionRow, findDefinition } from '#lib/db/definitions'
import { listUnits, type UnitLine } from '#lib/db/units'
import { insertWave } from '#lib/db/waves'
import type { FormFile } from '#lib/definitions/form-file'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { type DrawnCluster, parseClusters } from '#lib/imports/parse-clusters'
import { makeSlug } from '#lib/make-slug'
import { type Fault, problems } from '#lib/problem'
import type { Entry } from '#lib/surveys/collection'
import { compileForm } from '#lib/surveys/compile-form'
import { canServeKiosk, servingOf } from '#lib/surveys/serving'
import { requireShape } from '#lib/user-input'
import { type CheckedWave, type WaveInput, waveInput } from '#lib/wave-input'

/** Returns the id of the new wave. Throws invalidInput with the faults by field, or alreadyExists for a taken id. */
export async function createWave(actor: MaybeActor, input: WaveInput): Promise<{ id: string }> {
  const officer = allow(actor, 'waves.write')
  const wave = requireShape(waveInput, input)
  const [form, known, least] = await Promise.all([findForm(wave.form), listUnits(), findSmallestGroup()])
  const units = known.filter((unit) => wave.units.some((chosen) => chosen.id === unit.id))
  const drawn = wave.design === 'clusters' ? parseClusters(wave.clusters, units) : noDraw
  const faults = [
    ...formFaults(form),
    ...timeFaults(wave),
    ...(form ? [...entryFaults(wave, form), ...modeFaults(wave, form)] : []),
    ...(form && isSecret(form) ? secrecyFaults(wave, units, least) : []),
    ...unitFaults(wave, known),
    ...drawn.faults.map(({ line, vi, en }) =>
      fault('clusters', 'cluster_line', `Dòng ${line}: ${vi}`, `Line ${line}: ${en}`),
    ),
    ...(drawn.faults.length === 0 ? drawFaults(wave, units, drawn.clusters) : []),
  ]
  if (!form || faults.length > 0) throw problems.invalidInput({ faults })
  const id = wave.id || makeSlug(wave.title)
  const { clusters: _text, form: _name, ...facts } = wave
  await insertWave({
    ...facts,
    id,
    titleEn: wave.titleEn || wave.title,
    formId: form.id,
    audience: audienceOf(form),
    secrecy: isSecret(form) ? 'ballot' : 'open',
    entries: entriesOf(wave, form),
    units: wave.units.map((unit) => ({
      unitId: unit.id,
      target: unit.target,
      villages: drawn.clusters
        .filter((one) => one.unitId === unit.id)
        .map(({ unitId: _unit, ...village }) => village),
    })),
  })
  await insertAuditEvent(officer, {
    action: 'create-wave',
    subject: id,
    details: { form: wave.form, design: wave.design, units: wave.units.length },
  })
  return { id }
}

const noDraw: ReturnType<typeof parseClusters> = { clusters: [], faults: [] }

function findForm(name: string): Promise<DefinitionRow | null> {
  const [slug = '', version = ''] = name.split('.v')
  return findDefinition('form', slug, Number(version))
}

function fault(question: string, code: string, vi: string, en: string): Fault {
  return { question, code, vi, en }
}

function formFaults(form: DefinitionRow | null): Fault[] {
  if (form && (form.body as FormFile).quiz) return [ofContest]
  if (form) return []
  return [fault('form', 'unknown_form', 'Phiếu này chưa được công bố.', 'This form has not been published.')]
}

const ofContest = fault(
  'form',
  'form_of_contest',
  'Phiếu này dành cho cuộc thi: người dự thi tự chọn tham gia nên không đo được gì. Hãy lập cuộc thi hoặc chọn phiếu khác.',
  'This is the form of a contest: people choose themselves, so it measures nothing. Make a contest or choose another form.',
)

const audienceOf = (form: DefinitionRow) => (form.body as FormFile).audience

/** Whoever is invited by name answers by secret ballot: there is no switch. */
const isSecret = (form: DefinitionRow) => audienceOf(form) === 'delegates'

/** Delegates come by invitation; a drawn sample has its own right to answer, beside what is chosen. */
function entriesOf({ design, entries }: CheckedWave, form: DefinitionRow): Entry[] {
  if (isSecret(form)) return ['ballot']
  return design === 'clusters' ? ['drawn', ...entries] : entries
}

/** What would give single people away: other ways than their own device, answers after the box is opened, small groups. */
function secrecyFaults(
  { modes, graceDays, units: chosen }: CheckedWave,
  units: UnitLine[],
  least: number,
): Fault[] {
  const faults: Fault[] = []
  if (modes.join() !== 'self') {
    const vi = 'Đợt lấy phiếu kín chỉ nhận phiếu do chính người được mời gửi từ máy của mình.'
    const en = 'A wave of secret ballots takes answers from the own devices of those invited only.'
    faults.push(fault('modes', 'self_only', vi, en))
  }
  if (graceDays > 0) {
    const vi = 'Đợt lấy phiếu kín không có gia hạn: hòm phiếu được mở sau khi đóng.'
    const en = 'A wave of secret ballots has no days of grace: its box is opened after closing.'
    faults.push(fault('graceDays', 'no_grace_for_ballots', vi, en))
  }
  const small = chosen.filter(({ target }) => target < least)
  return [
    ...faults,
    ...small.map(({ id, target }) => tooSmall(units.find((one) => one.id === id)?.name ?? id, target, least)),
  ]
}

function entryFaults(wave: CheckedWave, form: DefinitionRow): Fault[] {
  if (audienceOf(form) === 'delegates' && wave.design === 'clusters') {
    const vi = 'Đợt lấy ý kiến đại biểu không chọn mẫu theo thôn.'
    return [fault('design', 'delegates_not_drawn', vi, 'A wave of delegates draws no villages.')]
  }
  if (entriesOf(wave, form).length > 0) return []
  const vi = 'Hãy chọn ít nhất một quyền trả lời: mã QR chung hoặc mã phát tại quầy.'
  const en = 'Choose at least one right to answer: the open QR code or codes handed out at the desk.'
  return [fault('entries', 'no_entry', vi, en)]
}

/**
 * A form that asks the server at every step is none for a kiosk, only paper can be keyed in, and citizens get the light form
 * wherever it can show the form.
 */
function modeFaults({ modes, isPaperKeyedByUnits, renderer }: CheckedWave, form: DefinitionRow): Fault[] {
  const faults: Fault[] = []
  const serving = servingOf(compileForm((form.body as FormFile).form), renderer)
  if (modes.includes('kiosk') && !canServeKiosk(serving)) {
    const vi =
      'Phiếu này cần mạng ở từng bước nên không dùng được trên máy đặt tại chỗ (kiosk). Hãy bỏ cách trả lời đó hoặc chọn phiếu khác.'
    const en =
      'This form needs a network at every step and cannot run on a kiosk. Leave that way of answering out or choose another form.'
    faults.push(fault('modes', 'form_needs_network', vi, en))
  }
  if (isPaperKeyedByUnits && !modes.includes('paper')) {
    const vi = 'Đợt này không nhận phiếu giấy nên không có gì để đơn vị tự nhập.'
    const en = 'This wave takes no paper sheets, so there is nothing for units to key in.'
    faults.push(fault('modes', 'no_paper', vi, en))
  }
  if (renderer === 'surveyjs' && audienceOf(form) !== 'delegates') {
    const vi = 'Người dân luôn dùng phiếu gọn; chỉ đợt lấy ý kiến đại biểu được chọn trang đầy đủ.'
    const en = 'Citizens always get the light form; only a wave of delegates may choose the full page.'
    faults.push(fault('renderer', 'light_for_citizens', vi, en))
  }
  return faults
}

function timeFaults({ periodStart, periodEnd, opensAt, closesAt }: CheckedWave): Fault[] {
  const faults: Fault[] = []
  if (periodEnd < periodStart)
    faults.push(
      fault(
        'periodEnd',
        'period_backward',
        'Kỳ kết thúc trước khi bắt đầu.',
        'The period ends before it begins.',
      ),
    )
  if (closesAt <= opensAt)
    faults.push(
      fault(
        'closesAt',
        'closes_before_opening',
        'Lúc đóng phải sau lúc mở.',
        'It must close after it opens.',
      ),
    )
  else if (closesAt <= new Date())
    faults.push(fault('closesAt', 'closes_in_the_past', 'Lúc đóng đã qua.', 'The closing time has passed.'))
  return faults
}

/** Every unit must be known, chosen once, and be there during the whole period: figures of two units cannot be mixed. */
function unitFaults({ units, periodStart, periodEnd }: CheckedWave, known: UnitLine[]): Fault[] {
  const ids = units.map((unit) => unit.id)
  return [...new Set(ids)].flatMap((id) => {
    const unit = known.find((one) => one.id === id)
    if (!unit)
      return [fault('units', 'unknown_unit', `Không có đơn vị “${id}”.`, `There is no unit “${id}”.`)]
    if (ids.filter((other) => other === id).length > 1)
      return [
        fault('units', 'unit_twice', `${unit.name} được chọn hai lần.`, `${unit.nameEn} is chosen twice.`),
      ]
    const isThere = unit.validFrom <= periodStart && (!unit.validTo || unit.validTo >= periodEnd)
    if (isThere) return []
    const vi = `${unit.name} không tồn tại trong suốt kỳ này; hãy chọn kỳ hoặc đơn vị khác.`
    return [
      fault(
        'units',
        'unit_not_valid',
        vi,
        `${unit.nameEn} is not there during the whole period: choose another period or unit.`,
      ),
    ]
  })
}

function drawFaults({ design }: CheckedWave, units: UnitLine[], clusters: DrawnCluster[]): Fault[] {
  if (design === 'none') return []
  return units
    .filter((unit) => !clusters.some((cluster) => cluster.unitId === unit.id))
    .map((unit) =>
      fault(
        'clusters',
        'unit_without_cluster',
        `${unit.name} chưa có thôn nào được chọn mẫu.`,
        `${unit.nameEn} has no drawn village.`,
      ),
    )
}
