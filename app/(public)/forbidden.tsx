// No permission (403) on a page of the public frame, which has the main landmark.
export { NoPermission as default } from '../_ui/no-permission'
