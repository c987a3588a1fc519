/** Every text of a record's content that somebody wrote, and putting others in its places. What a program reads (ids, options, numbers, dates) is none. */
import { AttachmentRef, Origin, RecordContent, RecordLink, StageChange, type MeasuredResult } from '../record'
import { fieldOf } from '../recordTypes'
import { changedBody } from './bodies'
import type { Replacement } from './sensitive'
import { changedExtras, changedField, changedKeys, changedList, changedText, changedValue, type ChangesIn } from './values'

/**
 * Where a text stands. `part` names the field as a difference does (`title`, `fields.x`, `custom.x`, `body`, `attachments`), `section` is
 * the title of the body's section. `unit` tells apart what two versions of a content can change apart from one another: a field, a row
 * of one, a block.
 */
export interface TextPlace { part: string; section: string | null; unit: string }

type ChangesInPlace = (text: string, place: TextPlace) => readonly Replacement[]
type At = (part: string, unit?: string, section?: string | null) => ChangesIn

const lineKeys: ReadonlySet<string> = new Set(['title', 'summary', 'unit', 'team', 'contact', 'field', 'place'])

const changedWords = (words: string[], changesIn: ChangesIn): string[] => changedList(words, (word) => changedText(word, changesIn))

const changedPerson = (person: StageChange['by'], changesIn: ChangesIn): StageChange['by'] => changedKeys(person, (value) => changedValue(value, changesIn))

const changedLinks = (links: RecordLink[], at: At): RecordLink[] => changedList(links, (link) => {
  const changesIn = at('links', `${link.relation} ${link.to}`)
  return changedKeys(changedExtras(link, RecordLink.shape, changesIn), (value, key) => (key === 'note' ? changedValue(value, changesIn) : value))
})

const changedFiles = (files: AttachmentRef[], at: At): AttachmentRef[] => changedList(files, (file) => {
  const changesIn = at('attachments', file.sha256)
  return changedKeys(changedExtras(file, AttachmentRef.shape, changesIn), (value, key) => (key === 'name' ? changedText(file.name, changesIn) : value))
})

const changedHistory = (history: StageChange[], changesIn: ChangesIn): StageChange[] => changedList(history, (step) =>
  changedKeys(changedExtras(step, StageChange.shape, changesIn), (value, key) => {
    if (key === 'by') return changedPerson(step.by, changesIn)
    return key === 'reason' ? changedValue(value, changesIn) : value
  }))

const changedOrigin = (origin: RecordContent['origin'], changesIn: ChangesIn): RecordContent['origin'] => changedKeys(changedExtras(origin, Origin.shape, changesIn), (value, key) => {
  if (key === 'unit') return changedText(origin.unit, changesIn)
  return key === 'file' && origin.file ? changedKeys(origin.file, (own, name) => (name === 'sha256' || name === 'at' ? own : changedValue(own, changesIn))) : value
})

const changedResults = (results: MeasuredResult[], at: (row: string) => ChangesIn): MeasuredResult[] => changedList(results, (result) => {
  const changesIn = at(result.id)
  return changedKeys(result, (value, key) => (key === 'id' || key === 'evidence' ? value : changedValue(value, changesIn)))
})

const changedFields = ({ type, fields }: RecordContent, at: At): RecordContent['fields'] => changedKeys(fields, (value, key) => {
  const part = `fields.${key}`
  const inRow = (row: string): ChangesIn => at(part, row)
  if (key === 'results' && fields.results) return changedResults(fields.results, inRow)
  return changedField(fieldOf(type, key), value, at(part), inRow)
})

const changedCustom = (custom: RecordContent['custom'], at: At): RecordContent['custom'] =>
  changedKeys(custom, (value, key) => changedField(undefined, value, at(`custom.${key}`), (row) => at(`custom.${key}`, row)))

const changedPart = (content: RecordContent, key: string, value: unknown, at: At): unknown => {
  switch (key) {
    case 'authors': return changedWords(content.authors, at(key))
    case 'tags': return changedWords(content.tags, at(key))
    case 'links': return changedLinks(content.links, at)
    case 'attachments': return changedFiles(content.attachments, at)
    case 'stageHistory': return content.stageHistory && changedHistory(content.stageHistory, at(key))
    case 'origin': return changedOrigin(content.origin, at(key))
    case 'fields': return changedFields(content, at)
    case 'custom': return changedCustom(content.custom, at)
    case 'body': return changedBody(content.body, (unit, section) => at(key, unit, section))
    default: return lineKeys.has(key) || !(key in RecordContent.shape) ? changedValue(value, at(key)) : value
  }
}

/**
 * A content in which what `changesIn` answers stands in the places of its texts; the very same where nothing changes. What a line's marks,
 * links and mentions part is one text, and what is put over several takes the looks of the first; a link or mention that is left without
 * a label goes.
 */
export const changeTexts = (content: RecordContent, changesIn: ChangesInPlace): RecordContent => {
  const at: At = (part, unit = '', section = null) => {
    const place: TextPlace = { part, section, unit: unit === '' ? part : `${part} ${unit}` }
    return (text) => changesIn(text, place)
  }
  return changedKeys(content, (value, key) => changedPart(content, key, value, at))
}

/** Shows every text of a content, in no order that means anything. */
export const visitTexts = (content: RecordContent, visit: (text: string, place: TextPlace) => void): void => {
  changeTexts(content, (text, place) => {
    visit(text, place)
    return []
  })
}
