// The picture of a minute: one row a commune with reach, knowledge, lift and what else was declared; below it the same by area.
import { getLocale, getTranslations } from 'next-intl/server'
import { NOTES } from '#lib/effects/effect-words'
import type { EffectTile } from '#lib/effects/study-result'
import type { StudyEffect } from '#lib/flows/load-study-effect'
import { inLanguage } from '#lib/surveys/local-text'
import { Assumed } from '../../../_ui/assumed'
import { EffectTiles, type Tile, type TileRow } from '../../../_ui/effect-tiles'
import style from '../../../_ui/page.module.css'
import own from './study.module.css'

type Props = { effect: StudyEffect; areaNames: Map<string, string> }

export async function PictureSection({ effect, areaNames }: Props) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const { result, outcomes } = effect
  const rows = await communeRows(effect)
  const nameOf = (key: string) => inLanguage(outcomes[key] ?? { vi: key }, language)
  const others = [...new Set(result.others.map(({ key }) => key))]
  const areas = [...new Set(result.tiles.flatMap(({ area }) => area ?? []))]
  const tileOf = (unit: string | null, area: string | null) =>
    result.tiles.find((one) => one.unit === unit && one.area === area)
  const withTiles = (tiles: (unit: string | null) => Tile[]): TileRow[] =>
    rows.map(({ unit, ...row }) => ({ ...row, tiles: tiles(unit) }))
  return (
    <section className={style.section} aria-labelledby="picture">
      <h2 id="picture">{t('picture')}</h2>
      <p className={own.legend}>{t('pictureLegend')}</p>
      <EffectTiles
        caption={t('picture')}
        heads={[
          t('reach'),
          t('levelOf', { outcome: nameOf(result.primary.key) }),
          t('changeOf', { outcome: nameOf(result.primary.key) }),
          ...others.map((key) => t('levelOf', { outcome: nameOf(key) })),
        ]}
        rows={withTiles((unit) => {
          const reach = result.reach.find(
            (row) => row.unit === unit && (row.group === 'unit' || row.group === 'all'),
          )
          const tile = tileOf(unit, null)
          return [
            level(reach?.prompted ?? null, reach?.status),
            level(tile?.after ?? null, tile?.status),
            change(tile),
            ...others.map((key) => {
              const row = result.others.find((one) => one.unit === unit && one.key === key)
              return level(row?.after ?? null, row?.status)
            }),
          ]
        })}
      />
      <Assumed
        title={t('restsOn')}
        sentences={[t('assume.reach'), NOTES.tile[language], t('assume.tooFew')]}
      />
      {areas.length > 0 && (
        <>
          <h3>{t('changeByArea')}</h3>
          <p className={own.legend}>{t('changeByAreaLegend')}</p>
          <EffectTiles
            caption={t('changeByArea')}
            heads={areas.map((area) => areaNames.get(area) ?? area)}
            rows={withTiles((unit) => areas.map((area) => change(tileOf(unit, area))))}
          />
          <h3>{t('levelByArea')}</h3>
          <EffectTiles
            caption={t('levelByArea')}
            heads={areas.map((area) => areaNames.get(area) ?? area)}
            rows={withTiles((unit) =>
              areas.map((area) => {
                const tile = tileOf(unit, area)
                return level(tile?.after ?? null, tile?.status)
              }),
            )}
          />
          <Assumed title={t('restsOn')} sentences={[t('assume.areas')]} />
        </>
      )}
    </section>
  )
}

/** With the campaign first, then those without, then all together. */
async function communeRows({ result, units, study }: StudyEffect) {
  const [t, language] = await Promise.all([getTranslations('effect.study'), getLocale()])
  const place = { treated: 0, comparison: 1, left_out: 2 }
  const names = new Map(units.map((unit) => [unit.id, language === 'en' ? unit.nameEn : unit.name]))
  const communes = [...result.communes]
    .sort((a, b) => place[a.role] - place[b.role])
    .map(({ id, role }) => ({
      key: id,
      unit: id as string | null,
      name: names.get(id) ?? id,
      note: t(`roles.${role}`),
    }))
  return [...communes, { key: `${study.id} all`, unit: null, name: t('allCommunes'), isTotal: true }]
}

const level = (figure: Tile['figure'], status: Tile['status'] = 'ok'): Tile => ({
  figure,
  status,
  scale: 'percent',
})

const change = (tile: EffectTile | undefined): Tile => ({
  figure: tile?.change ?? null,
  status: tile?.status ?? 'ok',
  scale: 'difference',
  isClear: tile?.change?.adjustedP != null && tile.change.adjustedP < 0.05,
})
