/** The heat map as a picture, in the light colours: units, products, the share of each as colour and number. */
import { palettes } from '#renderer/ui/theme/palette.data'
import type { Coverage } from '#shared/contract/statistics'
import { fontOfPage } from '../chart/Chart'
import { today } from '../chart/picture'
import { heatStep, shareOf, type CoverageRow } from './coverageRows'

const size = { unit: 200, column: 112, row: 34, head: 76, titles: 44, edge: 24, gap: 3 }
const scale = 2

const heats = (['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat6'] as const)

/** `text` in as much of it as fits into so many pixels. */
const clipped = (context: CanvasRenderingContext2D, text: string, width: number): string => {
  if (context.measureText(text).width <= width) return text
  const characters = [...text]
  while (characters.length > 1 && context.measureText(`${characters.join('')}…`).width > width) characters.pop()
  return `${characters.join('')}…`
}

/** A title in two lines at most. */
const lines = (context: CanvasRenderingContext2D, text: string, width: number): string[] => {
  const characters = [...text]
  let fits = characters.length
  while (fits > 1 && context.measureText(characters.slice(0, fits).join('')).width > width) fits -= 1
  const rest = characters.slice(fits).join('')
  return rest === '' ? [text] : [characters.slice(0, fits).join(''), clipped(context, rest, width)]
}

export const heatPicture = async (rows: readonly CoverageRow[], products: Coverage['products'], title: string): Promise<Blob> => {
  const { blobOf } = await import('../chart/draw')
  const { light } = palettes
  const font = fontOfPage()
  const canvas = document.createElement('canvas')
  const width = Math.max(560, size.edge * 2 + size.unit + products.length * size.column)
  const height = size.head + size.titles + rows.length * size.row + size.edge
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser draws no pictures')
  const write = (text: string, x: number, y: number, color: string, look: string, align: CanvasTextAlign = 'start'): void => {
    context.font = `${look} ${font}`
    context.fillStyle = color
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillText(text, x, y)
  }
  context.scale(scale, scale)
  context.fillStyle = light.surface
  context.fillRect(0, 0, width, height)
  write(title, size.edge, 30, light.ink, '600 18px')
  write(today(), size.edge, 54, light.ink2, '12px')
  const columnAt = (index: number): number => size.edge + size.unit + index * size.column
  products.forEach((product, index) => {
    context.font = `12px ${font}`
    const said = lines(context, product.title, size.column - 8)
    said.forEach((line, at) => {
      write(line, columnAt(index) + size.column / 2, size.head + size.titles - 12 - (said.length - 1 - at) * 16, light.ink2, '12px', 'center')
    })
  })
  rows.forEach(({ unit, cells }, at) => {
    const y = size.head + size.titles + at * size.row
    context.font = `13px ${font}`
    write(clipped(context, unit.name, size.unit - unit.level * 14 - 8), size.edge + unit.level * 14, y + size.row / 2, light.ink, '13px')
    products.forEach((product, index) => {
      const cell = cells.get(product.id)
      const share = cell && shareOf(cell)
      const step = heatStep(share ?? 0)
      context.fillStyle = light[heats[step - 1] ?? 'heat1']
      context.fillRect(columnAt(index) + size.gap / 2, y + size.gap / 2, size.column - size.gap, size.row - size.gap)
      write(share === undefined ? '—' : String(share), columnAt(index) + size.column / 2, y + size.row / 2, step > 4 ? light.surface : light.ink, '12px', 'center')
    })
  })
  return blobOf(canvas)
}
