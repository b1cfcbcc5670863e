// How far the invitations of one unit are: counts only, in a shape that pages may know.

export type UnitProgress = {
  unitId: string
  name: string
  nameEn: string
  target: number
  invited: number
  reached: number
  undeliverable: number
  issued: number
  cast: number
  isLate: boolean
}
