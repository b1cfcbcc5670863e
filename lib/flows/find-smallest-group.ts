// The fewest people that may be asked in secret, or stand behind a figure: an administrator may ask for more than the program does.
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'

export async function findSmallestGroup(): Promise<number> {
  return (await loadPrivacySettings(null)).smallestGroup
}
