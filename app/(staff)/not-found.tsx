// Something that a staff page looked for is not there (404); the frame stays.
import { NotFoundBox } from '../_ui/not-found-box'

export default function StaffNotFound() {
  return <NotFoundBox home="/dashboard" />
}
