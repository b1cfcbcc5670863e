// No such page (404), outside every frame.
import { NotFoundBox } from './_ui/not-found-box'
import frame from './_ui/public-frame.module.css'

export default function NotFound() {
  return (
    <main className={frame.main}>
      <NotFoundBox home="/" />
    </main>
  )
}
