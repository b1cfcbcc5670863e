// A published form is compiled once into checks; after that an answer costs microseconds, not a SurveyModel. A form that
// uses more than our checker computes is judged by a SurveyModel instead (`checker`), one that uses more than the light
// form shows goes to the page of survey-react-ui (`renderer`), one that neither can serve safely is refused.
import type { Sentence } from '#lib/problem'
import { beyondLightReason } from '#lib/surveys/beyond-light'
import { type RuleCheck, ruleCheck } from '#lib/surveys/check-rules'
import { takesWords, type ValueCheck } from '#lib/surveys/check-value'
import { codebookOf } from '#lib/surveys/codebook'
import { type Answers, type Condition, compileCondition, type Purpose } from '#lib/surveys/conditions'
import { expressionReport } from '#lib/surveys/expression-report'
import { commentKey, type Element, type Form, otherChoice, type Page, type Question } from '#lib/surveys/form'
import { readForm } from '#lib/surveys/read-form'
import { shapeChecks } from '#lib/surveys/shape-checks'
import { tameForm } from '#lib/surveys/tame-form'
import { unkeepable } from '#lib/surveys/unkeepable'
import type { Variable } from '#lib/surveys/variable'

export type CompiledQuestion = {
  question: Question
  /** Conditions of the question and of what is around it: all must hold. */
  visibleIf: Condition[]
  isVisible: Condition
  isEnabled: Condition
  checkRules: RuleCheck
  /** Where the words beside the answer are kept, if there are any. */
  words?: { key: string; isRemark: boolean; otherValue?: unknown }
}
export type CompiledForm = {
  form: Form
  codebook: Variable[]
  questions: CompiledQuestion[]
  /** The own conditions of pages, panels, texts and questions, not those of what is around them. */
  isShown: Map<Page | Element, Condition>
  /** By key of the answers object: the check of that value's shape. */
  checkValue: Map<string, ValueCheck>
  /** The form as a SurveyModel may be given it. */
  json: unknown
  /** Who judges answers: our own checks, or a SurveyModel behind the same gate of shapes. */
  checker: 'compiled' | 'survey'
  /** Which page shows the form, and why not the light one. */
  renderer: 'light' | 'surveyjs'
  reasons: Sentence[]
  /** What of it we do not keep: it can be tried out, and is not published. */
  unkeepable: Sentence[]
  /** Why the form cannot be answered at all. */
  refusals: Sentence[]
  /** What its author has to mend before it is published. */
  unsupported: string[]
}

const always: Condition = () => true
const never: Condition = () => false

/**
 * Compiles a SurveyJS form JSON. Throws a TypeError when it is no object; anything else that is wrong with it is listed in
 * `refusals` and `unsupported`.
 */
export function compileForm(formJson: unknown): CompiledForm {
  const { json, refusals } = tameForm(formJson)
  const form = refusals.length ? emptyForm : readOrRefuse(json, refusals)
  const expressions = expressionReport(form)
  const beyondChecker = [...form.beyondChecker, ...expressions.beyond]
  const mistakes = [...form.mistakes, ...expressions.mistakes]
  const compile = conditionCompiler()
  const isShown: CompiledForm['isShown'] = new Map()
  compileShown(form.pages, compile, isShown)
  return {
    form: { ...form, beyondChecker, mistakes },
    codebook: codebookOf(form),
    questions: form.questions.map((question) => compileQuestion(question, compile)),
    isShown,
    checkValue: shapeChecks(form),
    json,
    checker: beyondChecker.length || mistakes.length ? 'survey' : 'compiled',
    renderer: form.beyondLight.length ? 'surveyjs' : 'light',
    reasons: [...new Set(form.beyondLight)].map(beyondLightReason),
    unkeepable: unkeepable(form),
    refusals,
    unsupported: [...mistakes, ...refusals.map((refusal) => refusal.en)],
  }
}

const emptyForm: Form = {
  pages: [],
  questions: [],
  calculated: [],
  triggers: [],
  hasPiping: false,
  beyondChecker: [],
  beyondLight: [],
  mistakes: [],
}

/** survey-core throws for some forms that are no forms: that is a fault of the form, not of ours. */
function readOrRefuse(json: unknown, refusals: Sentence[]): Form {
  try {
    return readForm(json)
  } catch (error) {
    const reason = (error as Error).message
    refusals.push({
      vi: `SurveyJS không đọc được phiếu này: ${reason}`,
      en: `SurveyJS cannot load this form: ${reason}`,
    })
    return emptyForm
  }
}

function compileShown(parts: (Page | Element)[], compile: Compile, isShown: CompiledForm['isShown']): void {
  for (const part of parts) {
    isShown.set(part, compile(part.visibleIf))
    if (part.kind === 'page' || part.kind === 'panel') compileShown(part.elements, compile, isShown)
  }
}

function compileQuestion(question: Question, compile: Compile): CompiledQuestion {
  const other = otherChoice(question)
  const words = takesWords(question)
    ? { key: commentKey(question), isRemark: !other, otherValue: other?.value }
    : undefined
  const around = [...question.within, question]
  const visibleIf = distinct(around.map((part) => compile(part.visibleIf)))
  const isRequired = question.requiredIf ? compile(question.requiredIf) : () => question.isRequired
  return {
    question,
    visibleIf,
    isVisible: all(visibleIf),
    isEnabled: question.isReadOnly
      ? never
      : all(distinct(around.map((part) => compile(part.enableIf, 'enable')))),
    checkRules: ruleCheck(question, isRequired, (expression) => compile(expression, 'validate')),
    words,
  }
}

type Compile = (expression: string | undefined, purpose?: Purpose) => Condition

/** The same expression often stands at many questions: it is parsed once, and run once per set of answers. */
function conditionCompiler(): Compile {
  const compiled = new Map<string, Condition>()
  return (expression, purpose = 'show') => {
    if (!expression) return always
    const key = `${purpose} ${expression}`
    const condition = compiled.get(key) ?? compileOrShow(expression, purpose)
    compiled.set(key, condition)
    return condition
  }
}

/** What is no expression is reported as a mistake, and such a form is judged by survey-core. */
function compileOrShow(expression: string, purpose: Purpose): Condition {
  try {
    return compileCondition(expression, purpose)
  } catch {
    return always
  }
}

const distinct = (conditions: Condition[]) =>
  [...new Set(conditions)].filter((condition) => condition !== always)

function all(conditions: Condition[]): Condition {
  return conditions.length
    ? (answers: Answers) => conditions.every((condition) => condition(answers))
    : always
}
