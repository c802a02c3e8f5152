import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { HttpRequest } from '../../http/message.ts'
import { requestFromText, requestToText } from '../../http/raw.ts'
import { editableFields } from './editable-fields.ts'
import { ParameterTable } from './parameter-table.tsx'

interface RequestEditorProps {
  readonly request: HttpRequest
  /** What was typed and not sent, by the text that it began from: closing the editor loses nothing. */
  readonly drafts: Map<string, string>
  readonly onSend: (edited: HttpRequest) => void
  readonly onClose: () => void
}

/** A request as raw text and as a table of its parameters: two views of the one text. */
export default function RequestEditor({ request, drafts, onSend, onClose }: RequestEditorProps) {
  // A textarea ends its lines with a line feed alone, whatever it was given.
  const original = useMemo(() => requestToText(request).replace(/\r\n?/g, '\n'), [request])
  const [text, setText] = useState(drafts.get(original) ?? original)
  const type = (typed: string) => {
    setText(typed)
    if (typed === original) drafts.delete(original)
    else drafts.set(original, typed)
  }
  const read = useMemo(() => requestFromText(text, request.origin), [text, request.origin])
  const fields = useMemo(() => editableFields(text), [text])
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus({ preventScroll: true }), [])

  const send = () => {
    const now = text === original ? { request } : requestFromText(text, request.origin)
    if (!('request' in now)) return goToLine(area.current, now.line)
    drafts.delete(original)
    onSend(now.request)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the two keys work in every field of the editor.
    <div onKeyDown={onKeyDown} className="grid gap-3 px-[18px] py-3">
      <div>
        <textarea
          ref={area}
          aria-label="Raw request"
          value={text}
          onChange={(event) => type(event.target.value)}
          rows={10}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          className="field-sizing-content block max-h-96 min-h-40 w-full resize-y rounded-lg border border-edge bg-panel px-3 py-2 font-mono text-xs leading-[1.65] break-all"
        />
        <div role="alert">
          {'problem' in read && (
            <p className="mt-1.5 rounded-lg bg-bad/8 px-3 py-1.5 text-[13px] text-bad">
              Line {read.line}: {read.problem}
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="button"
          onClick={send}
          className="rounded-lg border border-ink bg-ink px-3.5 py-1 font-medium text-panel"
        >
          Send edited request
        </button>
        <QuietButton
          onClick={() => {
            drafts.delete(original)
            onClose()
          }}
        >
          Cancel
        </QuietButton>
        <QuietButton onClick={() => type(original)}>Reset</QuietButton>
        <span className="ml-auto text-xs text-soft">Ctrl+Enter sends, Esc closes</span>
      </div>
      <ParameterTable text={text} fields={fields} onChange={type} />
    </div>
  )
}

function QuietButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="rounded-lg border border-line px-3 py-1 hover:border-edge"
    >
      {children}
    </button>
  )
}

/** Puts the cursor where the problem is, and selects that line. */
function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
}
