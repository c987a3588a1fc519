import { describe, expect, it } from 'vitest'
import { groupOf, isLibraryFile, placeIn } from './groups'

describe('problems', () => {
  it('are grouped by what can be done about them', () => {
    expect(groupOf({ actions: ['restoreRevision', 'setAside'], recommended: 'restoreRevision' })).toBe('repair')
    expect(groupOf({ actions: ['acceptEdit', 'restoreRevision'], recommended: 'nothing' })).toBe('decide')
    expect(groupOf({ actions: [], recommended: 'nothing' })).toBe('lost')
  })

  it('name their file by its place in the library', () => {
    expect(placeIn('/库', '/库/records/ab/x.json')).toBe('records/ab/x.json')
    expect(placeIn('C:\\库', 'C:\\库\\lock')).toBe('lock')
    expect(placeIn('/库', '/别处')).toBe('/别处')
  })

  it('know the file that describes the library', () => {
    expect(isLibraryFile('C:\\库', 'C:\\库\\library.json')).toBe(true)
    expect(isLibraryFile('/库', '/库/records/library.json')).toBe(false)
  })
})
