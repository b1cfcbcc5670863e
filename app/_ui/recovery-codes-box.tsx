'use client'
// Recovery codes that were just made: shown this once, to print, to copy or to keep as a file. The file is made in the browser.
import { Button, CopyButton, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import style from './recovery-codes-box.module.css'

export function RecoveryCodesBox({ codes }: { codes: string[] }) {
  const t = useTranslations('protect')
  const text = codes.join('\n')
  return (
    <div role="status" className={style.box}>
      <p>{t('codesFresh')}</p>
      <ol className={style.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap="sm" className={style.tools}>
        <Button
          component="a"
          variant="outline"
          size="sm"
          href={`data:text/plain,${encodeURIComponent(text)}`}
          download="thuoc-do-ma-du-phong.txt"
        >
          {t('codesSave')}
        </Button>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="outline" size="sm" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="outline" size="sm" onClick={() => window.print()}>
          {t('codesPrint')}
        </Button>
      </Group>
    </div>
  )
}
