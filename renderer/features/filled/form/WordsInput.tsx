/** Several words on one line, parted by 、 or a comma: what is typed stays as it is typed until the field is left. */
import { Input } from 'antd'
import { useState } from 'react'
import { parted } from './parted'

interface WordsInputProps { words: readonly string[] | undefined; label: string; placeholder: string; most: number; onChange: (words: string[] | undefined) => void }

export const WordsInput = ({ words = [], label, placeholder, most, onChange }: WordsInputProps) => {
  const [typed, setTyped] = useState<string>()
  return (
    <Input
      size="small" aria-label={label} placeholder={placeholder} autoComplete="off" value={typed ?? words.join('、')}
      onChange={(event) => {
        setTyped(event.target.value)
        const next = parted(event.target.value, most)
        onChange(next.length > 0 ? next : undefined)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
