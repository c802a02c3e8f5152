import { Fragment } from 'react'
import type { Flow } from '../../flows/flow.ts'
import { cite, type Section } from '../../oauth/section.ts'
import { usePageTitle } from '../shell/use-page-title.ts'

interface FlowHeadingProps {
  readonly flow: Pick<Flow, 'title' | 'sections' | 'advice'>
}

/** The grant by name, where it is written, and today's advice on it. */
export function FlowHeading({ flow: { title, sections, advice } }: FlowHeadingProps) {
  usePageTitle(title)
  return (
    <div className="mr-auto flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5">
      <h1 className="text-[22px] leading-8 font-[650] tracking-[-0.02em]">{title}</h1>
      <p className="text-soft">
        {sections.map((section) => (
          <Fragment key={section.url}>
            <Specification section={section} />
            {' · '}
          </Fragment>
        ))}
        {advice.says} by <Specification section={advice.section} />
      </p>
    </div>
  )
}

const Specification = ({ section }: { section: Section }) => (
  <a
    href={section.url}
    target="_blank"
    rel="noreferrer"
    className="whitespace-nowrap underline decoration-line underline-offset-3 hover:text-ink hover:decoration-edge"
  >
    {cite(section)}
  </a>
)
