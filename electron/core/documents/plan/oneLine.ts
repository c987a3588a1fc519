/** Text in one line, for places that hold no breaks: titles, properties, alternative texts. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
