// Who issues a report: the people's committee of a unit, and where it sits.
import type { Letterhead } from '#lib/reports/report'

type Unit = { name: string; nameEn: string }

const kinds = /^(Tỉnh|Thành phố|Huyện|Thị xã|Quận|Xã|Phường|Thị trấn|Đặc khu)\s+/

/** The letterhead of a unit's committee; the office writes number and, where it is not known, the day by hand. */
export function officeOf(
  unit: Unit,
  parent: Unit | null,
  paper: { symbol: string; day: string; language: 'vi' | 'en' },
): Letterhead {
  const { symbol, day, language } = paper
  const committee = (one: Unit) =>
    language === 'en'
      ? `People’s Committee of ${one.nameEn}`
      : `Ủy ban nhân dân ${one.name.charAt(0).toLowerCase()}${one.name.slice(1)}`
  return {
    parent: parent ? committee(parent) : '',
    agency: committee(unit),
    number: `……/${symbol}`,
    place: unit.name.replace(kinds, ''),
    day,
  }
}
