/** Alignment and indent of a line of text. */
import type { CSSProperties } from 'react'
import type { Align } from '#shared/model/body/blocks'

/** The width of one step of indent, as the editor has it. */
export const indentStep = 40

export const alignStyle = ({ align, indent }: { align?: Align | undefined, indent?: number | undefined }): CSSProperties => ({
  ...(align ? { textAlign: align } : {}),
  ...(indent ? { paddingInlineStart: indent * indentStep } : {}),
})
