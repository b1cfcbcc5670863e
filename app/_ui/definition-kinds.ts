// How the kinds of definitions appear in addresses: by the name of their folder in surveys/.
export const kindOfFolder = {
  forms: 'form',
  indexes: 'index',
  series: 'series',
  units: 'units',
  areas: 'areas',
  channels: 'channels',
  'code-frames': 'code-frame',
} as const

export type DefinitionFolder = keyof typeof kindOfFolder

export const definitionFolders = Object.keys(kindOfFolder) as DefinitionFolder[]

/** The folder that an address names, or nothing. */
export function readFolder(text: string): DefinitionFolder | undefined {
  return definitionFolders.find((folder) => folder === text)
}
