// The shapes of what administrators type about people, and how a wrong shape becomes a fault at its field.
import { z } from 'zod'
import { roles, staffRoles } from '#lib/access'
import { type Fault, problems, type Sentence } from '#lib/problem'

/** A message of a shape, in both languages. */
export const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

export const loginShape = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{2,39}$/,
    says(
      'Tên đăng nhập gồm 3–40 chữ không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.',
      'A user name has 3–40 plain letters, digits, dots, dashes or underscores.',
    ),
  )

export const nameShape = z
  .string()
  .trim()
  .min(1, says('Hãy nhập họ tên.', 'Enter the name.'))
  .max(100, says('Họ tên dài tối đa 100 ký tự.', 'The name may have at most 100 characters.'))

const chooseRole = says('Hãy chọn vai trò.', 'Choose a role.')
export const roleShape = z.enum(roles, chooseRole)
export const staffRoleShape = z.enum(staffRoles, chooseRole)

/** The parsed input. Throws invalidInput with one fault per wrong field. */
export function requireShape<Shape extends z.ZodType>(shape: Shape, input: unknown): z.output<Shape> {
  const result = shape.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue): Fault => {
    const field = String(issue.path[0] ?? '')
    return { question: field, code: issue.code, ...sentenceOf(issue.message, field) }
  })
  throw problems.invalidInput({ faults })
}

function sentenceOf(message: string, field: string): Sentence {
  if (message.startsWith('{"vi"')) return JSON.parse(message) as Sentence
  return { vi: `Giá trị của “${field}” không hợp lệ.`, en: `The value of “${field}” is not valid.` }
}
