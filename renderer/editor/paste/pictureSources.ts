/** Which bytes the pictures of a clipboard's HTML have: in their address, in the RTF that came along, or as files. Nothing is fetched. */
import { fileOfDataUri } from '../pictures/waitingPictures'
import { bytesOfHex, rtfPictures } from './rtfPictures'
import { isHidden, pixels, type StyleOf } from './styles'

export interface FoundPicture {
  /** Undefined where the clipboard does not hold it. */
  file: File | undefined
  alt: string
  /** In CSS pixels, as it was shown; undefined where that is not said. */
  width: number | undefined
}

/** What else lies on the clipboard. */
export interface Companions { rtf: string, files: readonly File[] }

/** Longer RTF is not looked through. In characters, two of which are one byte of a picture. */
const longestRtf = 150_000_000

/** Smaller ones only keep things apart or count readers. In CSS pixels. */
const leastSide = 4

export const isPictureElement = (element: Element): boolean => element.localName === 'img' || element.localName === 'v:imagedata'

const sizeOf = (element: Element, styleOf: StyleOf, side: 'width' | 'height'): number | undefined => {
  const shown = element.localName === 'img' ? element : element.parentElement ?? element
  return pixels(styleOf(shown)[side]) ?? pixels(element.getAttribute(side))
}

const isSpacer = (element: Element, styleOf: StyleOf): boolean =>
  (sizeOf(element, styleOf, 'width') ?? leastSide) < leastSide || (sizeOf(element, styleOf, 'height') ?? leastSide) < leastSide

const fileOfRtf = ({ mediaType, hex }: { mediaType: string | undefined, hex: string }, name: string): File | undefined =>
  mediaType === undefined ? undefined : new File([bytesOfHex(hex)], `${name}.${mediaType.slice('image/'.length)}`, { type: mediaType })

const altOf = (element: Element): string => {
  const shown = element.localName === 'img' ? element : element.parentElement ?? element
  return (shown.getAttribute('alt') ?? element.getAttribute('o:title') ?? '').replace(/\s+/g, ' ').trim()
}

const hasHiddenAncestor = (element: Element, styleOf: StyleOf): boolean => {
  for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(styleOf(at))) return true
  return false
}

/** By element, in the order of the text. Elements that are no picture to a reader are not in it. */
export const findPictures = (document: Document, styleOf: StyleOf, { rtf, files }: Companions): Map<Element, FoundPicture> => {
  const elements = [...document.querySelectorAll('*')].filter((element) =>
    isPictureElement(element) && !isSpacer(element, styleOf) && !hasHiddenAncestor(element, styleOf))
  const found = new Map(elements.map((element): [Element, FoundPicture] => [element, {
    file: fileOfDataUri(element.getAttribute('src') ?? ''), alt: altOf(element), width: sizeOf(element, styleOf, 'width'),
  }]))
  const without = elements.filter((element) => !/^data:/i.test(element.getAttribute('src') ?? ''))
  const give = (to: readonly Element[], fileAt: (index: number) => File | undefined): void => {
    to.forEach((element, index) => {
      const picture = found.get(element)
      if (picture) picture.file = fileAt(index)
    })
  }
  const named = without.filter((element) => /^file:/i.test(element.getAttribute('src') ?? ''))
  const inRtf = named.length > 0 && rtf.length <= longestRtf ? rtfPictures(rtf) : []
  // Only where they are as many is it certain which is which.
  if (inRtf.length > 0 && inRtf.length === named.length) {
    give(named, (index) => { const picture = inRtf[index]; return picture && fileOfRtf(picture, `picture-${index + 1}`) })
  }
  const pictures = files.filter((file) => file.type.startsWith('image/'))
  const open = without.filter((element) => !found.get(element)?.file)
  if (pictures.length > 0 && pictures.length === open.length) give(open, (index) => pictures[index])
  return found
}
