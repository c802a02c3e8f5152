import { type FormEvent, useId, useMemo } from 'react'
import type { FormButton, Page, Submission } from '../../flows/ports.ts'
import { isSentOnlyWithValue } from '../../network/page.ts'
import { inertContent } from './inert-page.ts'
import { PageContent } from './page-content.tsx'
import { useFollowingFocus } from './use-following-focus.ts'

interface BrowserPanelProps {
  readonly url: string
  /** Undefined while the page is on its way. */
  readonly page: Page | undefined
  /** How many exchanges the browser has made: another one is another page, though it may read the same. */
  readonly load: number
  readonly onSubmit: (submission: Submission) => void
  readonly busy: boolean
  readonly user: { readonly username: string; readonly password: string }
}

/** The simulated browser's window: an address, and the page drawn as elements of ours. */
export function BrowserPanel({ url, page, load, onSubmit, busy, user }: BrowserPanelProps) {
  const prefix = useId()
  const loaded = `${load} ${url}`
  const { element: window, onFocus, onBlur, follow } = useFollowingFocus(loaded)
  const content = useMemo(() => page && inertContent(page.content), [page])
  const asksPassword = page?.forms.some(({ fields }) => fields.some(({ type }) => type === 'password'))

  const submit = (event: FormEvent<HTMLDivElement>) => {
    event.preventDefault()
    const element = event.target
    if (busy || !page || !(element instanceof HTMLFormElement)) return
    const pressed = (event.nativeEvent as SubmitEvent).submitter
    const submission = submissionOf(page, element, pressed)
    if (!submission) return
    follow()
    onSubmit(submission)
  }

  return (
    <section
      aria-label="Browser"
      aria-busy={busy}
      className="relative overflow-hidden rounded-xl border border-line bg-panel shadow-sm"
    >
      <h2 className="sr-only">Browser{page?.title && `: ${page.title.slice(0, 200)}`}</h2>
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-wash px-2.5 py-1.5">
        <input
          aria-label="Address"
          readOnly
          value={url.length > 2000 ? `${url.slice(0, 2000)}…` : url}
          className="min-w-0 flex-1 basis-40 rounded-full border border-line bg-panel px-3 py-0.5 font-mono text-xs leading-5 text-ellipsis text-soft"
        />
        {asksPassword && (
          <button
            type="button"
            onClick={() => window.current && fillIn(window.current, user)}
            className="rounded-full border border-line bg-panel px-3 py-0.5 text-xs leading-5 whitespace-nowrap hover:border-edge"
          >
            Use {user.username}
          </button>
        )}
      </div>
      {/* A page that is loaded, and not read once more, starts afresh; forms below bubble up here and go nowhere else. */}
      <div
        key={loaded}
        ref={window}
        role="document"
        aria-label="Page"
        tabIndex={-1}
        onFocus={onFocus}
        onBlur={onBlur}
        onSubmit={submit}
        className="max-w-[46ch] px-5 py-4 text-[13px] wrap-anywhere"
      >
        {content ? (
          <PageContent content={content} prefix={prefix} />
        ) : (
          <p className="text-soft">On its way. The browser has not been answered yet.</p>
        )}
      </div>
    </section>
  )
}

/** A form as it stands, sent by `pressed` or, with Enter, by its first button. */
function submissionOf(
  page: Page,
  element: HTMLFormElement,
  pressed: HTMLElement | null,
): Submission | undefined {
  const index = Number(element.dataset.form)
  const form = page.forms[index]
  if (!form) return undefined
  const typed = new FormData(element)
  const values = Object.fromEntries(
    form.fields.map((field) => {
      const now = typed.get(field.name)
      // What has no value any more is a box that was unticked; what was never drawn, such as a file, keeps its own.
      const left = isSentOnlyWithValue(field) ? '' : field.value
      return [field.name, typeof now === 'string' ? now : left]
    }),
  )
  const buttons = [...element.querySelectorAll('button[type=submit]')]
  const at = pressed ? buttons.indexOf(pressed) : 0
  const button: FormButton = form.buttons[at] ?? form.buttons[0] ?? { text: 'Submit' }
  return { form: index, values, button }
}

/** Types for the user in the first form that asks for a password. */
function fillIn(window: HTMLElement, user: BrowserPanelProps['user']): void {
  const password = window.querySelector<HTMLInputElement>('form input[type=password]')
  const form = password?.form
  const name = form?.querySelector<HTMLInputElement>(
    'input[name=username], input[type=email], input[type=text]',
  )
  if (name) name.value = user.username
  if (password) password.value = user.password
  form?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus()
}
