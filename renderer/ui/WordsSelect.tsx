/** Several words, typed one after another or taken of those offered. What is half typed is taken when the field is left, unless Esc gave it up. */
import { Select, type SelectProps } from 'antd'
import { useState } from 'react'

type WordsSelectProps = Omit<SelectProps<string[]>, 'mode' | 'showSearch' | 'onKeyDown' | 'onSelect'>

export const WordsSelect = ({ onChange, ...props }: WordsSelectProps) => {
  const [typed, setTyped] = useState('')
  return (
    <Select<string[]>
      {...props} mode="tags" showSearch={{ searchValue: typed, onSearch: setTyped }} onSelect={() => setTyped('')}
      onChange={(next, options) => { setTyped(''); onChange?.(next, options) }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '' || event.nativeEvent.isComposing) return
        event.preventDefault()
        // A list of its own closes by the same key; without one, what is around must not.
        if (props.open === false) event.stopPropagation()
        setTyped('')
      }}
    />
  )
}
