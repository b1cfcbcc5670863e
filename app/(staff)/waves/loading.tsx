import { LoadingState } from '../../_ui/loading-state'

export default LoadingState
