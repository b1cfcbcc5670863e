// No permission (403) inside the staff frame, so that one can go on working elsewhere.
export { NoPermission as default } from '../_ui/no-permission'
