// Counting answers can take a moment. Only here: a page that may refuse must not start streaming before it has decided.
export { LoadingState as default } from '../../_ui/loading-state'
