// Tiles: rows of communes, columns of measures or areas; number, interval and direction in every cell, so that neither colour
// nor eyesight is needed. Colours are those of the charts, safe for people who see colours differently.
import { useLocale, useTranslations } from 'next-intl'
import { palette, shade } from '#lib/charts/palette'
import { type Figure, figureRange, figureValue } from './effect-figures'
import style from './effect-tiles.module.css'

export type Tile = {
  figure: Figure | null
  scale: 'percent' | 'difference'
  /** Why there is no number. */
  status: 'ok' | 'too_few' | 'no_design'
  /** A change whose corrected test tells it from zero. */
  isClear?: boolean
}
export type TileRow = { key: string; name: string; note?: string; isTotal?: boolean; tiles: Tile[] }
type Props = { caption: string; heads: string[]; rows: TileRow[] }

export function EffectTiles({ caption, heads, rows }: Props) {
  const t = useTranslations('effect.study')
  return (
    // A box that scrolls must be reachable by keyboard, hence the tab stop and the name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <div className={style.box} role="group" aria-label={caption} tabIndex={0}>
      <table className={style.tiles}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('commune')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-total={row.isTotal}>
              <th scope="row">
                {row.name}
                {row.note && <span className={style.note}>{row.note}</span>}
              </th>
              {row.tiles.map((tile, at) => (
                <TileCell key={heads[at]} tile={tile} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TileCell({ tile }: { tile: Tile }) {
  const t = useTranslations('effect.study')
  const language = useLocale()
  const { figure, scale, status } = tile
  if (!figure) return <td className={style.empty}>{status === 'too_few' ? t('tooFew') : '–'}</td>
  const { background, ink, mark } = look(tile, figure)
  return (
    <td style={{ background, color: ink }}>
      <span className={style.value}>
        {mark && <span aria-hidden="true">{mark} </span>}
        {figureValue(figure.value, scale, language)}
      </span>
      <span className={style.range}>{figureRange(figure, scale, language)}</span>
    </td>
  )
}

/** Levels by their share of full marks; changes only where they are told from zero. */
function look(
  { scale, isClear }: Tile,
  { value }: Figure,
): { background: string; ink: string; mark: string } {
  if (scale === 'percent') return { ...shade(value), mark: '' }
  if (!isClear) return { background: palette.noData, ink: palette.ink, mark: '' }
  return value > 0
    ? { background: palette.up, ink: palette.paper, mark: '↑' }
    : { background: palette.down, ink: palette.paper, mark: '↓' }
}
