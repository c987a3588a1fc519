/** An icon as a DOM element, for nodes that Lexical draws without React. */
import { boxIcons, type BoxIconName } from '../view/boxIcons.data'

const svg = 'http://www.w3.org/2000/svg'

export const drawIcon = (name: BoxIconName): SVGSVGElement => {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  for (const d of boxIcons[name]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', d)
    icon.append(path)
  }
  return icon
}
