import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** Where the app is. Going elsewhere is a new try. */
  readonly at: string
}

interface State {
  readonly at: string
  readonly error?: unknown
}

/** Catches what nobody foresaw, so that a page is never blank, and shows ways on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { at: this.props.at }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? 'unknown' }
  }

  static getDerivedStateFromProps({ at }: ErrorBoundaryProps, state: State): State {
    return at === state.at ? state : { at, error: undefined }
  }

  override render() {
    const { error } = this.state
    return error === undefined ? this.props.children : <Apology error={error} />
  }
}

function Apology({ error }: { error: unknown }) {
  return (
    <main className="mx-auto flex min-h-svh max-w-xl flex-col justify-center px-5 py-12">
      <h1 className="text-[28px] leading-9 font-[650] tracking-[-0.02em]">This page stopped working</h1>
      <p className="mt-3 text-lg leading-6 text-soft">
        That is our mistake, not yours. Nothing was sent anywhere. Loading the page again brings you back to
        where you were; if it stops again at the same place, forget the run and begin anew.
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <button type="button" onClick={() => location.reload()} className="btn-primary">
          Load the page again
        </button>
        <button type="button" onClick={forgetRun} className="btn min-h-10">
          Forget the run and load again
        </button>
        <a href="/" className="btn min-h-10">
          To the start
        </a>
      </div>
      <details className="mt-8 text-soft">
        <summary>What happened</summary>
        <pre className="mt-2 max-h-60 overflow-auto font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
          {error instanceof Error ? (error.stack ?? error.message) : String(error)}
        </pre>
      </details>
    </main>
  )
}

/** The run of this tab goes; what was chosen for the app, such as its theme, stays. */
function forgetRun() {
  try {
    sessionStorage.clear()
  } catch {
    // Nothing can be stored, so nothing was.
  }
  location.reload()
}
