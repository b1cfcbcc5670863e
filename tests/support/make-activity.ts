// A plain activity that tests change only where it matters to them.
import type { Activity } from '#lib/campaigns/activity'

export const makeActivity = (changes: Partial<Activity> = {}): Activity => ({
  unitId: '22870-1',
  id: '00000000-0000-4000-8000-000000000001',
  version: 1,
  planItem: '',
  title: '',
  channel: 'loudspeaker',
  areas: ['procedures'],
  targetGroups: ['citizens'],
  village: '',
  startsOn: '2024-02-01',
  endsOn: '2024-02-15',
  amounts: { broadcasts: 10, minutes: 15, clusters: 3 },
  cost: 1_000_000,
  link: '',
  note: '',
  isWithdrawn: false,
  reason: '',
  source: 'form',
  recordedAt: new Date('2024-02-16T02:00:00Z'),
  recordedByName: 'Cán bộ xã',
  ...changes,
})
