'use client'
// A staff page failed; the frame stays, so that one can go on working elsewhere.
import { ErrorState } from '../_ui/error-state'

export default function StaffError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return <ErrorState code={error.digest} retry={retry} />
}
