/** The tones of callouts with their icons, those that the boxes themselves show. */
import { CircleAlert, Info, Lightbulb, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { Tone } from '../mapping/nodeState'

export const toneIcons = { note: Info, tip: Lightbulb, warning: TriangleAlert, danger: CircleAlert } as const satisfies Record<Tone, LucideIcon>
