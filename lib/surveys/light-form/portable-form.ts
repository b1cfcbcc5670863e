// What the script of the light form has to know about the questions: their values and rules, without any text (the
// script reads the texts from the page) and with conditions as nested arrays.
import type { CompiledForm } from '#lib/surveys/compile-form'
import { type Choice, commentKey, otherChoice, type Question, type Validator } from '#lib/surveys/form'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import { inLanguage } from '#lib/surveys/local-text'
import type { PortableCondition } from '#lib/surveys/portable-condition'
import { portableExpression } from '#lib/surveys/portable-expression'

/** A question as in form.ts, but with conditions compiled (null: only the server can tell) and texts left out. */
export type PortableQuestion = {
  question: Record<string, unknown> & { name: string; kind: Question['kind'] }
  /** Key of the words beside the answer. */
  words?: string
  requiredIf?: PortableCondition | null
  enableIf?: (PortableCondition | null)[]
  rules?: [PortableCondition, string][]
}

export function portableQuestions(compiled: CompiledForm, language: InterfaceLanguage): PortableQuestion[] {
  return compiled.questions.map(({ question }) => {
    const around = [...question.within, question].flatMap((part) => (part.enableIf ? [part.enableIf] : []))
    const rules = question.validators.flatMap((validator) => portableRule(validator, language))
    return {
      question: bare(question, language),
      words: otherChoice(question) || question.comment ? commentKey(question) : undefined,
      requiredIf: question.requiredIf ? portableExpression(question.requiredIf) : undefined,
      enableIf: around.length ? around.map(portableExpression) : undefined,
      rules: rules.length ? rules : undefined,
    }
  })
}

function portableRule(validator: Validator, language: InterfaceLanguage): [PortableCondition, string][] {
  if (validator.kind !== 'expression') return []
  const condition = portableExpression(validator.expression)
  return condition ? [[condition, validator.text ? inLanguage(validator.text, language) : '']] : []
}

function bare(question: Question, language: InterfaceLanguage): PortableQuestion['question'] {
  const { name, kind, isRequired } = question
  const validators = question.validators.filter((validator) => validator.kind !== 'expression')
  return {
    name,
    kind,
    isRequired: isRequired || undefined,
    requiredText: question.requiredText && { vi: inLanguage(question.requiredText, language) },
    validators: validators.map((validator) => ({
      ...validator,
      text: validator.text && { vi: inLanguage(validator.text, language) },
    })),
    ...ownParts(question),
  }
}

function ownParts(question: Question): Record<string, unknown> {
  switch (question.kind) {
    case 'single':
      return { choices: question.choices.map(bareChoice) }
    case 'multiple': {
      const { minSelected, maxSelected } = question
      return { choices: question.choices.map(bareChoice), minSelected, maxSelected }
    }
    case 'matrix':
      return {
        rows: question.rows.map((row) => ({ name: row.name })),
        columns: question.columns.map(bareChoice),
        isEachRowRequired: question.isEachRowRequired,
      }
    case 'fields':
      return { fields: question.fields.map(({ label, placeholder, ...field }) => field) }
    case 'text': {
      const { input, maxLength, min, max, step } = question
      return { input, maxLength, min, max, step }
    }
    default:
      return {}
  }
}

const bareChoice = ({ value, role, isExclusive }: Choice) => ({ value, role, isExclusive })
