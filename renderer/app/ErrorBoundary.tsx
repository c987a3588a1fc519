/** The last net: a fault in the screen is shown with an id, and the page can be drawn anew. Never a white window. */
import { Component, type ReactNode } from 'react'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from './ErrorBoundary.module.css'

interface Props { children: ReactNode }
interface State { error: unknown }

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State { return { error: error ?? new Error('an empty error was thrown') } }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    return <PageError error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
  }
}

export const PageError = ({ error, onRetry }: { error: unknown, onRetry: () => void }) => (
  <main className={styles.page}><ErrorPanel error={error} onRetry={onRetry} /></main>
)
