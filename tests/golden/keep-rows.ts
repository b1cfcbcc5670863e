// A data set cut down to some of its rows: what `missing: "drop_rows"` means, and the rows a weighting case works on.
import { Dataset } from './dataset'

export function keepRows(data: Dataset, selected: ArrayLike<number>): Dataset {
  return new Dataset(
    new Map(data.columns.map((name) => [name, data.column(name).filter((_, row) => selected[row] !== 0)])),
  )
}
