// A thousand campaigns that everybody hears of and nobody learns from. The rule was fixed before the first run: seeds 1 to
// 1000, at most 5 % are called effective by the page's own rule, be it for the declared outcome or for any area.
import { describe, expect, it } from 'vitest'
import { placeboDistrict } from './district-plans'
import { repeatCampaign } from './simulated-coverage'

const campaigns = 1000
const patience = 30 * 60_000

describe('the effect page on campaigns without effect', () => {
  it(
    'calls at most one in twenty effective',
    () => {
      const { calledPrimary, calledAnywhere } = repeatCampaign(placeboDistrict, campaigns, 1)
      expect(calledPrimary / campaigns).toBeLessThanOrEqual(0.05)
      expect(calledAnywhere / campaigns).toBeLessThanOrEqual(0.05)
    },
    patience,
  )
})
