const uses = [
  {
    title: 'To understand a grant',
    text: 'One press, one message. See who talks to whom, and who knows which secret afterwards. Every term leads to the section where it is written.',
  },
  {
    title: 'To find out why it fails',
    text: 'Change any message before it is sent, or send it twice. See which check catches it: what it expected, what it received, and what would mend it.',
  },
  {
    title: 'To show it to others',
    text: 'Step with the arrow keys, move the clock, break things on purpose. The address carries your set-up, so a link is all you hand out.',
  },
]

/** What people come for. */
export function Uses() {
  return (
    <div className="grid gap-x-12 gap-y-6 border-t border-line pt-7 md:grid-cols-3">
      {uses.map(({ title, text }) => (
        <section key={title}>
          <h2 className="font-semibold tracking-[-0.01em]">{title}</h2>
          <p className="mt-1 max-w-[52ch] text-pretty text-soft">{text}</p>
        </section>
      ))}
    </div>
  )
}
