// No permission (403), when a page outside the staff frame refuses.
import { NoPermission } from './_ui/no-permission'
import frame from './_ui/public-frame.module.css'

export default function Forbidden() {
  return (
    <main className={frame.main}>
      <NoPermission />
    </main>
  )
}
