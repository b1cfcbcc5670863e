// What Chart.js has to know to draw the charts of this folder, on a page and on a server. One list: a part that only one
// of them registers would leave a hole in the other's picture.
import {
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js'
import {
  BarWithErrorBar,
  BarWithErrorBarsController,
  LineWithErrorBarsController,
  PointWithErrorBar,
} from 'chartjs-chart-error-bars'
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix'

export const chartParts = [
  BarController,
  BarElement,
  BarWithErrorBar,
  BarWithErrorBarsController,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LineWithErrorBarsController,
  MatrixController,
  MatrixElement,
  PointElement,
  PointWithErrorBar,
  Title,
  Tooltip,
]
