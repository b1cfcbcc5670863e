// The calendar day in Viet Nam: the finest time that is kept beside an answer.
const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** yyyy-mm-dd. */
export const dayInVietNam = (moment: Date = new Date()): string => days.format(moment)
