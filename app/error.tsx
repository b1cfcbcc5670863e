'use client'
// A page failed for a reason nobody foresaw. The digest is the id under which the server has logged it.
import { ErrorState } from './_ui/error-state'
import frame from './_ui/public-frame.module.css'

export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <main className={frame.main}>
      <ErrorState code={error.digest} retry={retry} />
    </main>
  )
}
