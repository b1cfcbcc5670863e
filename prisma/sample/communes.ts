// The story of the sample data: how each commune is judged, what changed between the waves, where the campaign ran.
// Invented figures: they say nothing about the real communes, and every page marks them as sample data.

export type SampleCommune = {
  unitId: string
  /** How the service is judged at first, in units of the hidden mood (1 is about a level). */
  service: number
  /** What changed until the second wave. */
  change: number
  /** Log-odds of knowing, before the campaign. */
  knowledge: number
  /** The campaign of 2024 ran here. */
  hadCampaign: boolean
  /** How delegates judge it, in grades. */
  delegates: number
  /** Field work of the second wave stopped early: too few answers for a figure. */
  stoppedEarly?: boolean
}

export const communes: SampleCommune[] = [
  { unitId: '22870-1', service: 0.15, change: 0.08, knowledge: 0.3, hadCampaign: true, delegates: 0.3 },
  { unitId: '22873-1', service: -0.12, change: 0.3, knowledge: -0.1, hadCampaign: false, delegates: -0.1 },
  { unitId: '22876-1', service: 0.04, change: 0.02, knowledge: 0, hadCampaign: false, delegates: 0 },
  { unitId: '22879-1', service: 0.26, change: 0.05, knowledge: 0.1, hadCampaign: true, delegates: 0.2 },
  { unitId: '22882-1', service: 0, change: -0.2, knowledge: 0.05, hadCampaign: false, delegates: -0.2 },
  { unitId: '22888-1', service: -0.32, change: 0.2, knowledge: -0.15, hadCampaign: false, delegates: -0.35 },
  { unitId: '22891-1', service: 0.1, change: 0.04, knowledge: -0.05, hadCampaign: true, delegates: 0.1 },
  { unitId: '22894-1', service: -0.05, change: 0, knowledge: 0, hadCampaign: true, delegates: 0 },
  {
    unitId: '22912-1',
    service: -0.22,
    change: 0.1,
    knowledge: -0.2,
    hadCampaign: false,
    delegates: -0.25,
    stoppedEarly: true,
  },
]

/** The communes that the nine became on 1 July 2025 (one of them with land from elsewhere), as they are judged at the end of that year. */
export const mergedCommunes = [
  { unitId: '22870-2', service: 0.28, delegates: 0.25 },
  { unitId: '22873-2', service: 0.12, delegates: 0.05 },
  { unitId: '22891-2', service: -0.14, delegates: -0.1 },
  { unitId: '22888-2', service: -0.05, delegates: -0.2 },
]
