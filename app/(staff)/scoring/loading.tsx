// Results of many answers may take a moment the first time.
import { LoadingState } from '../../_ui/loading-state'

export default LoadingState
