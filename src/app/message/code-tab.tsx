import { useState } from 'react'
import { toCurl } from '../../http/curl.ts'
import type { HttpRequest } from '../../http/message.ts'
import { MarkedText } from './marked-text.tsx'

/** A request as a command line. */
export function CodeTab({ request }: { request: HttpRequest }) {
  const command = toCurl(request)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <div className="px-[18px] py-3">
      <div className="mb-2 flex items-center gap-3">
        <h3 className="text-xs font-medium text-soft">The request as a curl command</h3>
        <span role="status" className="ml-auto text-xs text-soft">
          {copied === 'yes' && 'Copied.'}
          {copied === 'no' && 'The browser did not allow copying. Select the text instead.'}
        </span>
        <button
          type="button"
          onClick={() => void copy()}
          className="rounded-lg border border-line px-2.5 py-0.5 text-xs leading-5 hover:border-edge"
        >
          Copy
        </button>
      </div>
      <pre className="font-mono text-xs leading-[1.65] break-all whitespace-pre-wrap">
        <MarkedText text={command} />
      </pre>
    </div>
  )
}
