// How intervals are drawn on bars and points, alike in every chart.
import { palette } from '#lib/charts/palette'

export const errorBars = {
  errorBarColor: palette.ink,
  errorBarWhiskerColor: palette.ink,
  errorBarLineWidth: 2,
  errorBarWhiskerLineWidth: 2,
  errorBarWhiskerSize: 10,
}
