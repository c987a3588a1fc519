/** Draws charts with echarts, of which only the parts in use come along. Loaded when the first chart is shown. */
import { BarChart, type BarSeriesOption } from 'echarts/charts'
import {
  GridComponent, LegendComponent, TitleComponent, TooltipComponent,
  type GridComponentOption, type LegendComponentOption, type TitleComponentOption, type TooltipComponentOption,
} from 'echarts/components'
import { init, use as bring, type ComposeOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

bring([BarChart, GridComponent, LegendComponent, TitleComponent, TooltipComponent, CanvasRenderer])

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption | TooltipComponentOption>

/** Which value was pointed at. */
export interface Picked { series: number; index: number }

export interface DrawnChart { show: (option: ChartOption) => void; resize: () => void; dispose: () => void }

/** `onPick` is told of each click on a value. */
export const drawInto = (element: HTMLElement, onPick: (picked: Picked) => void): DrawnChart => {
  const chart = init(element)
  chart.on('click', ({ seriesIndex, dataIndex }) => { if (seriesIndex !== undefined) onPick({ series: seriesIndex, index: dataIndex }) })
  return {
    // Nothing of the chart before stays.
    show: (option) => { chart.setOption(option, { notMerge: true }) },
    resize: () => { chart.resize() },
    dispose: () => { chart.dispose() },
  }
}

/** A chart as a picture of twice as many pixels. */
export const pictureOf = (option: ChartOption, size: { width: number; height: number }): Promise<Blob> => {
  const element = document.createElement('div')
  const chart = init(element, undefined, { ...size, devicePixelRatio: 2 })
  chart.setOption({ ...option, animation: false })
  const canvas = chart.renderToCanvas({ pixelRatio: 2 })
  chart.dispose()
  return blobOf(canvas)
}

export const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> => new Promise((resolve, reject) => {
  canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error('the browser made no picture of the chart')) }, 'image/png')
})
