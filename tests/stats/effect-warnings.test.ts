import { describe, expect, it } from 'vitest'
import { allEffectAssumptions, EFFECT_ASSUMPTIONS, EFFECT_WARNINGS } from '#lib/stats/effect-warnings'

describe('the sentences beside an effect', () => {
  it('exist in Vietnamese and English for every code, and each code has its own', () => {
    const sentences = [...Object.values(EFFECT_ASSUMPTIONS), ...Object.values(EFFECT_WARNINGS)]
    for (const { vi, en } of sentences) {
      expect(vi).toMatch(/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ]/)
      expect(en.length).toBeGreaterThan(20)
    }
    expect(new Set(sentences.map(({ vi }) => vi)).size).toBe(sentences.length)
  })

  it('come in the order a to e', () => {
    expect(allEffectAssumptions[0]).toBe('parallel_trends')
    expect(allEffectAssumptions).toHaveLength(5)
  })
})
