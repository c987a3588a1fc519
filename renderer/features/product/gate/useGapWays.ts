/** The ways from the gaps of the gate to where each is filled, and what is outlined there until it is. */
import { useState } from 'react'
import { focusField, type OutlinedPlace } from '#renderer/features/record'
import type { GateCondition, GateGap, Signer } from '#shared/model/product/releaseGate'
import { showPart } from '../parts'
import type { MissingColumn } from '../steps/StepRow'
import { gapKey, gapPlace, hasGap, type GapPlace } from './gapPlace'
import { signerId } from './Signers'

export interface Ways {
  edit: () => void
  sources: (recordId?: string) => void
  block: (blockId: string) => void
  /** Answers with the section's id. */
  section: (key: string) => string
  /** An empty step, by its id, where there is none. */
  firstStep: () => string
  adoptions: () => void
  record: (id: string) => void
  /** The move that leads on towards the pilot from where the product stands. */
  towardsPilot: string | undefined
}

/** Once the page is drawn as it is edited, and its text has had its caret. */
const afterEditing = (run: () => void): void => { setTimeout(() => requestAnimationFrame(run), 120) }

const focusIn = (id: string): void => afterEditing(() => {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'center' })
  const field = element?.matches('input, textarea, button') ? element : element?.querySelector<HTMLElement>('input, textarea, button')
  field?.focus()
})

/** Opens the dialog of a move that asks why. One that would be made at once is only shown: it is for the user to press it. */
const openMove = (move: string | undefined): void => {
  const moves = document.getElementById('life-moves')
  const button = moves?.querySelector<HTMLElement>(`[data-move="${move ?? ''}"]:not([disabled])`)
  button?.focus()
  if (button?.hasAttribute('data-asks')) { button.click(); return }
  moves?.animate([{ boxShadow: '0 0 0 3px var(--lf-mark)' }, { boxShadow: '0 0 0 3px transparent' }], { duration: 1600 })
}

const outlinedBy = (place: GapPlace, sectionId: string | undefined): OutlinedPlace | undefined => {
  if (place.kind === 'block') return { blockId: place.blockId }
  return sectionId === undefined ? undefined : { sectionId }
}

export const useGapWays = (conditions: readonly GateCondition[], ways: Ways) => {
  const [led, setLed] = useState<{ key: string; place: GapPlace; outlined: OutlinedPlace | undefined }>()
  const open = led && hasGap(conditions, led.key) ? led : undefined

  const go = (gap: GateGap): void => {
    const place = gapPlace(gap)
    let sectionId: string | undefined
    switch (place.kind) {
      case 'sources': ways.sources(); break
      case 'source': ways.sources(place.recordId); break
      case 'block': ways.block(place.blockId); break
      case 'section': sectionId = ways.section(place.key); break
      case 'steps': {
        ways.edit()
        const id = ways.firstStep()
        showPart('steps')
        focusIn(`step-${id}-action`)
        break
      }
      case 'step': ways.edit(); focusIn(place.column === 'sources' ? `step-${place.stepId}` : `step-${place.stepId}-${place.column}`); break
      case 'acceptance': ways.edit(); focusIn('rows-fields-acceptance'); break
      case 'signer': ways.edit(); focusIn(signerId(place.signer)); break
      case 'adoptions': ways.adoptions(); break
      case 'record': ways.record(place.recordId); break
      case 'stage': openMove(ways.towardsPilot); break
      case 'text': ways.edit(); break
    }
    setLed({ key: gapKey(gap), place, outlined: outlinedBy(place, sectionId) })
  }

  // Every cell of a column is marked that is empty, not only the one that was led to: the next is found at a glance.
  const column = led?.place.kind === 'step' && led.place.column !== 'sources' ? led.place.column : undefined
  const missing: MissingColumn | undefined = column
  const signer: Signer | undefined = open?.place.kind === 'signer' ? open.place.signer : undefined
  return { go, outlined: open?.outlined, missing, signer, toField: (key: string) => { ways.edit(); afterEditing(() => focusField(key)) } }
}
