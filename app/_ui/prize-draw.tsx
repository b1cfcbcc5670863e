// The draw of a contest as everybody may see it: the winning numbers, who was passed over and why, and all that repeats it.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { Prize } from '#lib/contests/assign-prizes'
import { listNumbers } from '#lib/contests/draw-order'
import { showEntryNumber } from '#lib/contests/entry-number'
import type { PublicDraw } from '#lib/contests/public-draw'
import { DataTable } from './data-table'
import { FactList } from './fact-list'
import style from './page.module.css'

type Props = { contest: string; prizes: Prize[]; draw: PublicDraw }

export function PrizeDraw({ contest, prizes, draw }: Props) {
  const t = useTranslations('contests')
  const language = useLocale()
  const format = useFormatter()
  const rows = draw.winners.map((winner, at) => ({ ...winner, at }))
  return (
    <>
      <section className={style.section} aria-labelledby="winners">
        <h2 id="winners">{t('winningNumbers')}</h2>
        <DataTable
          caption={t('winningNumbers')}
          isCaptionHidden
          rows={rows}
          rowKey={({ at }) => String(at)}
          columns={[
            {
              key: 'prize',
              head: t('prize'),
              cell: ({ prize }) => (language === 'en' ? prizes[prize]!.nameEn : prizes[prize]!.name),
            },
            {
              key: 'number',
              head: t('number'),
              cell: ({ number }) =>
                number === null ? t('nobodyLeft') : <strong>{showEntryNumber(number)}</strong>,
            },
            {
              key: 'passed',
              head: t('passed'),
              cell: ({ passed }) => (passed.length > 0 ? passed.map(showEntryNumber).join(', ') : '–'),
            },
          ]}
        />
        {draw.passes.length > 0 && (
          <ul>
            {draw.passes.map(({ number, reason, at }) => (
              <li key={number}>
                {t('passLine', {
                  number: showEntryNumber(number),
                  reason: t(`reasons.${reason}`),
                  at: format.dateTime(at, 'day'),
                })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={style.section} aria-labelledby="repeat">
        <h2 id="repeat">{t('repeat')}</h2>
        <p className={draw.isRepeatable ? style.soft : style.unofficial}>
          {t(draw.isRepeatable ? 'isRepeatable' : 'notRepeatable')}
        </p>
        <p>{t('repeatHow')}</p>
        <FactList
          facts={[
            [t('drawnAt'), format.dateTime(draw.drawnAt, 'minute')],
            [t('inDraw'), format.number(draw.numbers.length)],
            [t('secret'), draw.secret],
            [t('head'), `${draw.head.size}:${draw.head.root}`],
            [t('seed'), draw.seed],
          ]}
        />
        <details>
          <summary>{t('allNumbers')}</summary>
          <p className={`${style.small} ${style.breaking}`}>{listNumbers(draw.numbers)}</p>
        </details>
        <details>
          <summary>{t('commands')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
          <pre className={style.code} tabIndex={0}>
            {commands(contest, draw)}
          </pre>
        </details>
      </section>
    </>
  )
}

/** What anybody can type on a machine with a shell; `numbers.txt` is the list above, ascending, parted by commas alone. */
const commands = (contest: string, { secret, head, seed }: PublicDraw) =>
  [
    `printf %s ${secret} | sha256sum`,
    `list=$(printf %s "$(cat numbers.txt)" | sha256sum | cut -c1-64)`,
    `printf '%s\\n%s\\n%s\\n%s' ${contest} ${secret} ${head.size}:${head.root} $list | sha256sum`,
    `for n in $(tr , ' ' < numbers.txt); do echo $(printf %s "${seed}:$n" | sha256sum | cut -c1-64) $n; done | sort`,
  ].join('\n')
