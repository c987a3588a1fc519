/** The events that the stand-in emits, written down once and held against Electron's own types: what drifts does not compile. */
import type {
  App, BrowserWindow, Event, IpcMain, IpcMainEvent, MessageEvent, MessagePortMain, NotificationResponse, ParentPort, UtilityProcess, WebContents,
  WebContentsWillNavigateEventParams, WebContentsWillRedirectEventParams,
} from 'electron'

export interface AppEvents {
  ready: [event: Event, launchInfo: Record<string, unknown> | NotificationResponse]
  'before-quit': [event: Event]
  'will-quit': [event: Event]
  quit: [event: Event, exitCode: number]
  'window-all-closed': []
  activate: [event: Event, hasVisibleWindows: boolean]
  'open-file': [event: Event, path: string]
  'second-instance': [event: Event, argv: string[], workingDirectory: string, additionalData: unknown]
  'web-contents-created': [event: Event, contents: WebContents]
}

export interface WindowEvents {
  close: [event: Event]
  closed: []
  'ready-to-show': []
}

export interface WebContentsEvents {
  'will-navigate': [event: Event<WebContentsWillNavigateEventParams>]
  'will-redirect': [event: Event<WebContentsWillRedirectEventParams>]
  'will-attach-webview': [event: Event]
  'will-prevent-unload': [event: Event]
  destroyed: []
}

export interface UtilityProcessEvents {
  spawn: []
  message: [message: unknown]
  exit: [code: number]
  error: [type: 'FatalError', location: string, report: string]
}

export interface PortEvents {
  message: [event: MessageEvent]
  close: []
}

export interface ParentPortEvents {
  message: [event: MessageEvent]
}

type Arguments<Value> = Value extends unknown[] ? Value : never
type Listens<Name, Args extends unknown[]> = (event: Name, listener: (...args: Args) => void) => unknown

/** The events of which Electron's emitter does not know a listener that takes what we give. */
type Drift<On, Events extends object> = { [Name in keyof Events]: On extends Listens<Name, Arguments<Events[Name]>> ? never : Name }[keyof Events]
type None<Drifted extends never> = Drifted

export type NoDrift = [
  None<Drift<App['on'], AppEvents>>, None<Drift<BrowserWindow['on'], WindowEvents>>, None<Drift<WebContents['on'], WebContentsEvents>>,
  None<Drift<UtilityProcess['on'], UtilityProcessEvents>>, None<Drift<MessagePortMain['on'], PortEvents>>, None<Drift<ParentPort['on'], ParentPortEvents>>,
  None<Drift<IpcMain['on'], Record<string, [event: IpcMainEvent, ...args: unknown[]]>>>,
]

/** An event that a listener may prevent. */
export const createEvent = <Params extends object>(params: Params): Event<Params> => {
  let prevented = false
  return { ...params, preventDefault: () => { prevented = true }, get defaultPrevented() { return prevented } }
}
