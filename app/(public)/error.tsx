'use client'
// A public page failed; the frame, which has the main landmark, stays.
import { ErrorState } from '../_ui/error-state'

export default function PublicError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return <ErrorState code={error.digest} retry={retry} />
}
