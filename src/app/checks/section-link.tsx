import type { Section } from '../../oauth/section.ts'

interface SectionLinkProps {
  readonly section: Section
  /** In running text the document is named in full. In a column `7636 §4.6` is enough for the eye. */
  readonly inText?: boolean
  readonly tabIndex?: -1 | undefined
}

/** A citation that opens where it is written. */
export function SectionLink({ section: cited, inText = false, tabIndex }: SectionLinkProps) {
  const { document, section, url } = cited
  const [, number] = inText ? [] : (/^RFC (\d+)$/.exec(document) ?? [])
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      tabIndex={tabIndex}
      className={`text-xs whitespace-nowrap text-soft decoration-edge underline-offset-3 hover:text-ink hover:underline ${inText ? 'underline' : ''}`}
    >
      {number ? (
        <>
          <span className="sr-only">RFC </span>
          {number}
        </>
      ) : (
        document
      )}{' '}
      §{section}
    </a>
  )
}
