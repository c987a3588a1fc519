/** How a company's slides look: colours, faces, logo, what stands at their foot. A library keeps one in `library.json`; PowerPoint gets it as a real theme. */
import { z } from 'zod'
import { Sha256 } from '../ids'

const colour = z.string().regex(/^[0-9A-F]{6}$/, 'six hexadecimal digits')
const face = z.string().trim().min(1).max(60)

export const DeckTheme = z.looseObject({
  /** `text` on `paper`; `accent` of titles, bars after; `second` of bars before; `muted` of small print. */
  colours: z.looseObject({ paper: colour, text: colour, muted: colour, accent: colour, second: colour, third: colour }),
  faces: z.looseObject({ title: face, text: face, latin: face }),
  /** A picture among the attachments; null for none. */
  logo: Sha256.nullable(),
  /** At the foot of each slide; empty for the title of the meeting or record. */
  footer: z.string().max(100),
})
export type DeckTheme = z.infer<typeof DeckTheme>

export const standardTheme: DeckTheme = {
  colours: { paper: 'FFFEFC', text: '1C2321', muted: '5E6764', accent: '0F766E', second: 'CFC7B8', third: 'A8700F' },
  faces: { title: '微软雅黑', text: '微软雅黑', latin: 'Arial' }, logo: null, footer: '',
}

/** The theme that a `library.json` keeps, or the standard one. */
export const deckThemeOf = ({ deckTheme }: { deckTheme?: unknown }): DeckTheme => DeckTheme.safeParse(deckTheme).data ?? standardTheme
