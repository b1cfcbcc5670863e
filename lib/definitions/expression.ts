// The small language of expressions in an index: numbers, names of parts, + - * / ( ), min(a, b, …), max(a, b, …).
// Evaluation gives the derivatives too, so that the sampling error of the parts becomes that of the result.

export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'operation'; sign: '+' | '-' | '*' | '/'; left: Expression; right: Expression }
  | { kind: 'choice'; which: 'min' | 'max'; of: Expression[] }

type Token = { text: string; at: number }

/** Reads an expression; throws SyntaxError that says where it stops making sense. */
export function parseExpression(text: string): Expression {
  const tokens = tokenise(text)
  let next = 0
  const peek = () => tokens[next]?.text
  const expect = (wanted: string) => {
    if (peek() !== wanted) throw problem(wanted)
    next++
  }
  const problem = (wanted: string) => {
    const token = tokens[next]
    return new SyntaxError(
      token
        ? `expected ${wanted} at character ${token.at + 1}, not “${token.text}”`
        : `expected ${wanted} at the end`,
    )
  }
  const sum = (): Expression => {
    let left = product()
    while (peek() === '+' || peek() === '-') {
      const sign = tokens[next++]!.text as '+' | '-'
      left = { kind: 'operation', sign, left, right: product() }
    }
    return left
  }
  const product = (): Expression => {
    let left = factor()
    while (peek() === '*' || peek() === '/') {
      const sign = tokens[next++]!.text as '*' | '/'
      left = { kind: 'operation', sign, left, right: factor() }
    }
    return left
  }
  const factor = (): Expression => {
    const token = tokens[next]
    if (!token) throw problem('a number or a name')
    next++
    if (token.text === '-')
      return { kind: 'operation', sign: '-', left: { kind: 'number', value: 0 }, right: factor() }
    if (token.text === '(') {
      const inner = sum()
      expect(')')
      return inner
    }
    if (/^[\d.]/.test(token.text)) return { kind: 'number', value: Number(token.text) }
    if (!/^[a-z]/.test(token.text)) {
      next--
      throw problem('a number or a name')
    }
    if ((token.text !== 'min' && token.text !== 'max') || peek() !== '(')
      return { kind: 'name', name: token.text }
    next++
    const of = [sum()]
    while (peek() === ',') {
      next++
      of.push(sum())
    }
    expect(')')
    return { kind: 'choice', which: token.text, of }
  }
  const whole = sum()
  if (next < tokens.length) throw problem('an operator')
  return whole
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const pattern = /\s*(\d+\.?\d*|\.\d+|[a-z][a-z0-9_]*|[-+*/(),])/y
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    if (!found) throw new SyntaxError(`cannot read character ${at + 1}: “${text.slice(at).trim()[0]}”`)
    tokens.push({ text: found[1]!, at: found.index })
  }
  return tokens
}

/** The names an expression uses, each once. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'operation':
      return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])]
    case 'choice':
      return [...new Set(expression.of.flatMap(namesIn))]
  }
}

export type Evaluated = { value: number; derivatives: Map<string, number> }

/** Value and derivatives by name; at a tie of min or max the first branch counts. Throws RangeError for an unknown name. */
export function evaluateExpression(expression: Expression, values: ReadonlyMap<string, number>): Evaluated {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value, derivatives: new Map() }
    case 'name': {
      const value = values.get(expression.name)
      if (value === undefined) throw new RangeError(`The expression has no value for ${expression.name}`)
      return { value, derivatives: new Map([[expression.name, 1]]) }
    }
    case 'choice': {
      const all = expression.of.map((one) => evaluateExpression(one, values))
      const best = expression.which === 'min' ? Math.min : Math.max
      const value = best(...all.map((one) => one.value))
      return all.find((one) => one.value === value)!
    }
    case 'operation': {
      const left = evaluateExpression(expression.left, values)
      const right = evaluateExpression(expression.right, values)
      return operate(expression.sign, left, right)
    }
  }
}

function operate(sign: '+' | '-' | '*' | '/', left: Evaluated, right: Evaluated): Evaluated {
  const [a, b] = [left.value, right.value]
  switch (sign) {
    case '+':
      return combine(a + b, left, 1, right, 1)
    case '-':
      return combine(a - b, left, 1, right, -1)
    case '*':
      return combine(a * b, left, b, right, a)
    case '/':
      return combine(a / b, left, 1 / b, right, -a / b ** 2)
  }
}

function combine(
  value: number,
  left: Evaluated,
  byLeft: number,
  right: Evaluated,
  byRight: number,
): Evaluated {
  const derivatives = new Map([...left.derivatives].map(([name, slope]) => [name, slope * byLeft]))
  for (const [name, slope] of right.derivatives)
    derivatives.set(name, (derivatives.get(name) ?? 0) + slope * byRight)
  return { value, derivatives }
}
