// Something that a public page looked for is not there (404); the frame, which has the main landmark, stays.
import { NotFoundBox } from '../_ui/not-found-box'

export default function PublicNotFound() {
  return <NotFoundBox home="/" />
}
