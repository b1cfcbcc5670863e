// What every page shows about the installation: the mark of sample data. Open to everybody.
import type { MaybeActor } from '#lib/access'
import { findSiteStatus, type SiteStatus } from '#lib/db/site-status'

/** Whether sample data are present and whether the first administrator is still missing. */
export function loadSiteStatus(_anybody: MaybeActor): Promise<SiteStatus> {
  return findSiteStatus()
}
