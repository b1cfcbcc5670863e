// Reference cases of kind `distribution`: one probability or quantile, R's function name in `method`.
import * as distributions from '#lib/stats/distributions'
import type { GoldenCase } from '../golden-case'

type Arguments = Record<string, number>

const functions: Record<string, (values: Arguments) => number> = {
  pnorm: ({ q }) => distributions.normalCdf(q!),
  qnorm: ({ p }) => distributions.normalQuantile(p!),
  pt: ({ q, df }) => distributions.studentTCdf(q!, df!),
  qt: ({ p, df }) => distributions.studentTQuantile(p!, df!),
  pbeta: ({ q, a, b }) => distributions.betaCdf(q!, a!, b!),
  qbeta: ({ p, a, b }) => distributions.betaQuantile(p!, a!, b!),
  pf: ({ q, df1, df2 }) => distributions.fCdf(q!, df1!, df2!),
  qf: ({ p, df1, df2 }) => distributions.fQuantile(p!, df1!, df2!),
  pchisq: ({ q, df }) => distributions.chiSquareCdf(q!, df!),
  qchisq: ({ p, df }) => distributions.chiSquareQuantile(p!, df!),
}

export function run(testCase: GoldenCase) {
  const compute = functions[testCase.method!]
  if (!compute) throw new Error(`unknown distribution ${testCase.method}`)
  const values = Object.entries(testCase.args as Record<string, number | string>)
  return { value: compute(Object.fromEntries(values.map(([name, value]) => [name, Number(value)]))) }
}
