// The districts that the tests and the bench simulate.
import type { SimulationPlan } from '#lib/effects/simulated-district'

/** Nine communes, three waves; three start before the second wave, three before the third, three wait. */
export const staggeredDistrict: Omit<SimulationPlan, 'seed'> = {
  starts: [1, 1, 1, 2, 2, 2, null, null, null],
  waves: 3,
  strata: 2,
  villages: 3,
  answers: 12,
  areas: ['procedures', 'digital', 'direction'],
  channels: [
    {
      code: 'loudspeaker',
      before: 0.3,
      more: 0.3,
      age: 0.2,
      lift: { procedures: 0.2, digital: 0.05, direction: 0.11 },
    },
    { code: 'leaflet', before: 0.2, more: 0.25, age: -0.1, lift: { procedures: 0.1, digital: 0.14 } },
  ],
  ramp: [0.7, 1],
  trend: 0.06,
  chosenLow: 0.05,
  ageGap: 0.12,
  spread: { commune: 0.04, communeWave: 0.015, village: 0.03, villageWave: 0.015 },
}

/** The same people hear as much, and learn nothing from it. */
export const placeboDistrict: Omit<SimulationPlan, 'seed'> = {
  ...staggeredDistrict,
  channels: staggeredDistrict.channels.map((channel) => ({ ...channel, lift: {} })),
}
