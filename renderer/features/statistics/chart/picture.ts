/** Charts as pictures to be pasted elsewhere: in the light colours whatever the page has, under a title and the date. */
import { palettes } from '#renderer/ui/theme/palette.data'
import { formatDay } from '#renderer/ui/format'
import { fileNameOf } from '#shared/text/fileName'
import { fontOfPage, type OptionOf } from './Chart'
import type { ChartOption } from './draw'

export const today = (): string => formatDay(new Date().toISOString())

const width = 960
const headHeight = 76

/** A chart of bars under its title; `height` is that of the chart alone, in CSS pixels. */
export const chartPicture = async (option: OptionOf, title: string, height: number): Promise<Blob> => {
  const { pictureOf } = await import('./draw')
  const { light } = palettes
  const chart = option(light, fontOfPage())
  const below: ChartOption = {
    ...chart, backgroundColor: light.surface,
    grid: { ...Array.isArray(chart.grid) ? {} : chart.grid, left: 24, top: headHeight + 24, bottom: 52 },
    legend: { ...Array.isArray(chart.legend) ? {} : chart.legend, left: 24, bottom: 16 },
    title: {
      text: title, subtext: today(), left: 24, top: 18, itemGap: 6,
      textStyle: { color: light.ink, fontSize: 18, fontWeight: 600, fontFamily: fontOfPage() }, subtextStyle: { color: light.ink2, fontSize: 12, fontFamily: fontOfPage() },
    },
  }
  return pictureOf(below, { width, height: height + headHeight + 40 })
}

/** Hands a picture to the browser, or to the desktop's own dialog, as a download. */
export const savePicture = (picture: Blob, title: string): void => {
  const address = URL.createObjectURL(picture)
  const link = document.createElement('a')
  link.href = address
  link.download = fileNameOf(`${title} ${today()}`, title, 'png')
  link.click()
  // The download has begun by the next turn; the address is not needed once it has.
  setTimeout(() => { URL.revokeObjectURL(address) }, 60_000)
}
